"""Who was suggested to whom: the cap of a week, whom it keeps off lists, and when it ends."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from backend.core.clock import this_week, today, week_of
from backend.introductions.models import Impression
from backend.introductions.selectors.eligibility import suggestible_to
from backend.introductions.selectors.impressions import (
    at_impression_cap,
    at_impression_cap_ids,
    impressions_ending,
)
from tests.people import in_office

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def show(shown, times, week=None):
    """Let somebody be suggested to so many members, and return these."""
    viewers = [in_office(f"Viewer {number}") for number in range(times)]
    for each in viewers:
        Impression.objects.create(official=each, shown=shown, week=week or this_week())
    return viewers


def suggestible(own):
    return set(suggestible_to(own.pk))


def test_weeks_begin_on_monday():
    assert week_of(date(2026, 11, 23)) == week_of(date(2026, 11, 29)) == date(2026, 11, 23)
    assert week_of(date(2026, 11, 30)) == date(2026, 11, 30)


def test_at_the_cap_nobody_else_is_told_of_them(settings):
    settings.MOST_LISTS_A_WEEK = 3
    ana, maya = in_office("Ana"), in_office("Maya")
    show(maya, 2)
    assert maya in suggestible(ana)
    assert not at_impression_cap([maya.pk])
    (third,) = show(maya, 1)
    assert maya not in suggestible(ana)
    assert at_impression_cap([maya.pk, ana.pk]) == {maya.pk}
    # They stay on the lists that have counted them.
    assert maya in suggestible(third)


def test_a_new_week_frees_them(settings):
    settings.MOST_LISTS_A_WEEK = 2
    ana, maya, ben = in_office("Ana"), in_office("Maya"), in_office("Ben")
    last = this_week() - WEEK
    show(maya, 2, week=last)
    show(ben, 1, week=last)
    show(ben, 1, week=last - WEEK)
    assert maya in suggestible(ana)
    assert not at_impression_cap([maya.pk])
    assert not at_impression_cap_ids()
    monday, sunday = this_week(), this_week() - timedelta(days=1)
    assert impressions_ending(after=sunday, until=monday) == {maya.pk}
    assert impressions_ending(after=sunday - WEEK, until=monday + WEEK) == {maya.pk}
    assert impressions_ending(after=monday, until=monday + WEEK) == set()
    assert impressions_ending(after=sunday - WEEK, until=sunday) == set()


def test_this_week_still_binds(settings):
    settings.MOST_LISTS_A_WEEK = 1
    maya = in_office("Maya")
    show(maya, 1)
    assert list(at_impression_cap_ids()) == [maya.pk]
    assert impressions_ending(after=today() - WEEK, until=today()) == set()


def test_somebody_is_counted_once_for_each_in_office():
    ana, maya = in_office("Ana"), in_office("Maya")
    Impression.objects.create(official=ana, shown=maya, week=this_week())
    for official, shown, week in (
        (ana, maya, this_week()),
        (ana, ana, this_week()),
        (maya, ana, this_week() + timedelta(days=1)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Impression.objects.create(official=official, shown=shown, week=week)


def test_who_is_deleted_is_forgotten():
    ana, maya = in_office("Ana"), in_office("Maya")
    Impression.objects.create(official=ana, shown=maya, week=this_week())
    Impression.objects.create(official=maya, shown=ana, week=this_week())
    maya.delete()
    assert not Impression.objects.exists()
