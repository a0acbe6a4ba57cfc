"""The country's day ends in American Samoa and begins in Guam."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from backend.core.clock import newest_day, this_week, today


@pytest.mark.parametrize(
    ("at", "in_office", "newest"),
    [
        # Half past midnight in Hawaii on a Monday; in American Samoa it is Sunday still.
        (datetime(2026, 11, 30, 10, 30, tzinfo=UTC), date(2026, 11, 29), date(2026, 11, 30)),
        (datetime(2026, 11, 30, 11, 0, tzinfo=UTC), date(2026, 11, 30), date(2026, 11, 30)),
        (datetime(2026, 11, 30, 14, 0, tzinfo=UTC), date(2026, 11, 30), date(2026, 12, 1)),
    ],
)
def test_a_day_is_over_where_it_ends_last(monkeypatch, at, in_office, newest):
    monkeypatch.setattr(timezone, "now", lambda: at)
    assert (today(), newest_day()) == (in_office, newest)
    assert this_week() <= today()
    assert this_week().weekday() == 0
