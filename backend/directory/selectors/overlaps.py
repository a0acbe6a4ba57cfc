"""Which localities overlap: where somebody serves there, they are not elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations

from django.db.models import Q, QuerySet, Subquery

from backend.directory.models import Locality, LocalityOverlap


def overlapping(locality: int | Subquery) -> QuerySet[Locality, int]:
    """Return the ids of the localities that overlap one, which is among them.

    A condition for other queries; the locality is an id, or a query for one.
    """
    before = LocalityOverlap.objects.filter(second=locality).order_by().values("first")
    behind = LocalityOverlap.objects.filter(first=locality).order_by().values("second")
    return (
        Locality.objects.filter(Q(pk=locality) | Q(pk__in=before) | Q(pk__in=behind))
        .order_by()
        .values_list("pk", flat=True)
    )


def overlaps_of(localities: Collection[int]) -> dict[int, frozenset[int]]:
    """Return what overlaps each of these localities, itself included. One statement."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    either = Q(first__in=localities) | Q(second__in=localities)
    for first, second in LocalityOverlap.objects.filter(either).values_list("first", "second"):
        found[first].add(second)
        found[second].add(first)
    return {each: frozenset({each, *found[each]}) for each in localities}


def not_elsewhere(serving: Mapping[int, Collection[int]]) -> frozenset[frozenset[int]]:
    """Return the pairs of these officials of whom one serves where the other does, or around it.

    Each is given with the localities that they serve. One statement.
    """
    around = overlaps_of({each for places in serving.values() for each in places})
    return frozenset(
        frozenset((one, other))
        for one, other in combinations(serving, 2)
        if any(not around[place].isdisjoint(serving[other]) for place in serving[one])
    )
