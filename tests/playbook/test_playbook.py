"""Adoptions whose date is known wholly, in part or not at all."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from backend.core.errors import DomainError
from backend.playbook.models import Adoption, Policy
from backend.playbook.selectors import adoptions_of_place
from tests import people

pytestmark = pytest.mark.django_db

DATES = (None, date(2020, 1, 1), None, date(2023, 5, 4), date(2020, 1, 1), None)


@pytest.fixture
def decided():
    policy = Policy.objects.create(slug="p", name="Shade", issue=people.issue("Heat"))
    return {"policy": policy, "locality": people.place(), "source": "The clerk"}


def adopt(decided, title, on, precision=None):
    precision = precision if precision is not None else "day" if on else ""
    return Adoption.objects.create(title=title, adopted_on=on, precision=precision, **decided)


@pytest.mark.parametrize("first", [1, 2, 3, 4, 10])
def test_pages_hold_everything_once_the_newest_first_and_the_undated_last(decided, first):
    for number, on in enumerate(DATES):
        adopt(decided, str(number), on)
    seen, after = [], None
    while True:
        page = adoptions_of_place(decided["locality"], first=first, after=after)
        seen += [each.title for each in page.rows]
        assert page.total == len(DATES)
        if not page.has_next:
            break
        after = page.cursors[-1]
    assert seen == ["3", "4", "1", "5", "2", "0"]


def test_a_cursor_of_another_list_is_refused(decided):
    adopt(decided, "1", None)
    with pytest.raises(DomainError):
        adoptions_of_place(decided["locality"], first=1, after="bm9uc2Vuc2U=")


def test_unpaged_the_undated_are_last_as_well(decided):
    for number, on in enumerate(DATES):
        adopt(decided, str(number), on)
    found = [each.adopted_on for each in Adoption.objects.all()]
    assert found[0] == date(2023, 5, 4)
    assert found[3:] == [None, None, None]


@pytest.mark.parametrize(
    ("on", "precision"),
    [
        (None, "day"),
        (None, "month"),
        (None, "year"),
        (date(2023, 5, 4), ""),
        (date(2023, 5, 4), "month"),
        (date(2023, 5, 1), "year"),
        (date(2023, 1, 2), "year"),
        (date(2023, 5, 4), "week"),
    ],
)
def test_a_precision_that_does_not_fit_the_date_is_refused(decided, on, precision):
    with pytest.raises(IntegrityError), transaction.atomic():
        adopt(decided, "1", on, precision)


@pytest.mark.parametrize(
    ("on", "precision"),
    [(None, ""), (date(2023, 5, 1), "month"), (date(2023, 1, 1), "year")],
)
def test_a_precision_that_fits_is_taken(decided, on, precision):
    assert adopt(decided, "1", on, precision).pk


def test_the_same_adoption_stands_once_also_without_a_date(decided):
    adopt(decided, "1", None)
    adopt(decided, "1", date(2020, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError), transaction.atomic():
        adopt(decided, "1", None)
