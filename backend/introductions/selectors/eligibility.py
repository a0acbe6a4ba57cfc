"""Who may be suggested: the one place in SQL that says so. `graph.eligibility` says it in Cypher.

Each step narrows the one before: who is in the graph at all, who is available to anybody, who is
free (at no cap), and who may be suggested to one member.
"""

from collections.abc import Collection

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from backend.core.clock import today
from backend.directory.models import Membership, Official, Term
from backend.directory.selectors.overlaps import overlapping
from backend.directory.selectors.terms import by_interest
from backend.introductions.selectors.asks import capped, slots_taken
from backend.introductions.selectors.exclusions import excluded_from
from backend.introductions.selectors.impressions import (
    at_impression_cap,
    below_impression_cap,
    has_impressions_left,
)


def in_graph() -> QuerySet[Official]:
    """Return who has a node: members whose safety switch is off."""
    return Official.objects.filter(membership=Membership.MEMBER, hidden=False)


def available() -> QuerySet[Official]:
    """Return who may be suggested to somebody: in the graph, in office today and not paused."""
    return in_graph().filter(Exists(_in_office()), paused=False)


def free() -> QuerySet[Official]:
    """Return who is available and at neither cap, of open asks and of lists a week."""
    return available().filter(_has_a_slot(), has_impressions_left(OuterRef("pk")))


def suggestible_to(own: int) -> QuerySet[Official]:
    """Return who may be suggested to this official today: available, elsewhere, nothing against it.

    They serve in no place that overlaps this official's own, nothing excludes the two from each
    other, and they are at no cap; who is at the cap of lists stays on the lists that have counted
    them.
    """
    own_place = Term.objects.filter(official=own).order_by(*by_interest())
    own_locality = Subquery(own_place.values("seat__office__locality_id")[:1])
    at_home = _in_office().filter(seat__office__locality__in=overlapping(own_locality))
    outer = OuterRef("pk")
    return (
        available()
        .filter(~Exists(at_home), _has_a_slot(), below_impression_cap(own, outer))
        .exclude(Q(pk=own) | excluded_from(own, outer))
    )


def at_a_cap(ids: Collection[int]) -> frozenset[int]:
    """Return who of these is at a cap, of open asks or of lists. Two statements."""
    return capped(ids) | at_impression_cap(ids)


def _in_office() -> QuerySet[Term]:
    """Return the terms that an outer query's official serves today."""
    return Term.objects.filter(official=OuterRef("pk"), during__contains=today())


def _has_a_slot() -> Q:
    """Return the condition that somebody may still be asked: the last slot is free."""
    asks = slots_taken(OuterRef("pk")).order_by("pk")
    return ~Q(Exists(asks[settings.MOST_ASKS_RECEIVED - 1 :]))
