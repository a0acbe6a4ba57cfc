"""Who has been suggested to as many members as one person may be in a week."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from backend.core.clock import this_week
from backend.introductions.models import Impression

WEEK = timedelta(days=7)


def at_impression_cap(officials: Iterable[int]) -> frozenset[int]:
    """Return who of these has been suggested to as many members this week. One statement."""
    rows = _at_the_cap(Impression.objects.filter(shown__in=list(officials), week=this_week()))
    return frozenset(rows.values_list("shown", flat=True))


def at_impression_cap_ids() -> QuerySet[Impression, int]:
    """Return the ids of all who have been suggested to as many members, as a subquery."""
    return _at_the_cap(Impression.objects.filter(week=this_week())).values_list("shown", flat=True)


def already_suggested_to(official: int) -> frozenset[int]:
    """Return who has been suggested to this official this week. One statement."""
    rows = Impression.objects.filter(official=official, week=this_week())
    return frozenset(rows.values_list("shown", flat=True))


def week_left(official: int, others: Iterable[int]) -> dict[int, float]:
    """Return how much of the week of each is left, from 1 (shown to nobody) to 0 (at the cap).

    All of it for those counted for this official: another list of theirs uses up no more. Who is
    not in the answer has been shown to nobody. One statement.
    """
    rows = (
        Impression.objects.filter(shown__in=list(others), week=this_week())
        .order_by()
        .values_list("shown")
        .annotate(members=Count("pk"), own=Count("pk", filter=Q(official=official)))
    )
    return {
        shown: 1.0 if own else max(0.0, 1 - members / settings.MOST_LISTS_A_WEEK)
        for shown, members, own in rows
    }


def impressions_ending(*, after: date, until: date) -> set[int]:
    """Return whom a new week frees, if it began after a day (not included), until another.

    One statement.
    """
    ended = Impression.objects.filter(week__gt=after - WEEK, week__lte=until - WEEK)
    return set(_at_the_cap(ended).values_list("shown", flat=True))


def has_impressions_left(shown: OuterRef) -> Q:
    """Return the condition that somebody may be on one more list this week."""
    this = Impression.objects.filter(shown=shown, week=this_week())
    return ~Q(Exists(this.order_by("pk")[settings.MOST_LISTS_A_WEEK - 1 :]))


def below_impression_cap(own: int, shown: OuterRef) -> Q:
    """Return the condition that somebody may still be on a list of this official this week.

    Whoever is at the cap stays on the lists that have counted them.
    """
    this = Impression.objects.filter(shown=shown, week=this_week())
    return has_impressions_left(shown) | Q(Exists(this.filter(official=own)))


def _at_the_cap(impressions: QuerySet[Impression]) -> QuerySet[Impression, Any]:
    counted = impressions.order_by().values("week", "shown").annotate(members=Count("pk"))
    return counted.filter(members__gte=settings.MOST_LISTS_A_WEEK)
