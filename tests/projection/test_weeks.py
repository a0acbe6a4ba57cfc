"""Who is suggested to as many members as a week allows: the graph knows, and forgets on Monday."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from backend.core.clock import LAST_ZONE, this_week, today
from backend.introductions.models import Impression
from backend.outbox.models import OutboxEntry
from backend.projection import relay
from backend.projection.verify import verify
from graph import writes
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def it_becomes(monkeypatch: pytest.MonkeyPatch):
    def set_day(day) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=LAST_ZONE)
        monkeypatch.setattr(timezone, "now", lambda: noon)
        assert today() == day

    return set_day


def test_a_new_week_frees_whoever_was_at_the_cap(projection, it_becomes, do_jobs, settings):
    settings.MOST_LISTS_A_WEEK = 2
    here = people.place()
    maya, *viewers = (people.member(name, at=here) for name in ("Maya", "Ana", "Ben"))
    for each in viewers:
        Impression.objects.create(official=each, shown=maya, week=this_week())
    OutboxEntry.objects.create(aggregate="Locality", aggregate_id=here.pk)
    for each in (maya, *viewers):
        OutboxEntry.objects.create(aggregate="Official", aggregate_id=each.pk)
    relay.drain()

    def capped() -> bool:
        (stored,) = writes.fetch(projection, "Official", [maya.pk])
        return stored.state.properties["capped"]

    assert capped()
    monday = this_week() + timedelta(days=7)
    it_becomes(monday - timedelta(days=1))
    do_jobs("day_rollover")
    relay.drain()
    assert capped()
    it_becomes(monday)
    assert verify().is_clean
    relay.drain()
    assert not capped()
