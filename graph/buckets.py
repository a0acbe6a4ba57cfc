"""Buckets: who works on an issue, cut so finely by what the score uses that a few are enough.

An official is in a bucket for each issue by stage and priority; for each issue by stage and square
degree; for each kind of help offered on an issue by stage and size of place;
for each pair of their six strongest issues by both stages; for each issue that their place has
adopted something on by stage and year; and in one by state and size of place. All follow from the
official's card, so that nothing has to be split, merged or counted as the network grows. An
adoption is in the bucket of its issue and year. A bucket's id is packed from these facts: to find
one is a look-up by id.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from math import floor

from graph.cards import KINDS, STAGES, Card, newest, state_number

STRONGEST = 6  # issues of a person that are paired
# Places with fewer people than this are in the band before.
SIZES = (2_500, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000)
BANDS = range(len(SIZES) + 2)  # the last one is of unknown size

_ISSUE, _PAIR, _OFFER, _YEAR = range(4)
_ID_BITS = 26
_STAGE = {stage: rank for rank, stage in enumerate(STAGES)}
_KIND = {kind: rank for rank, kind in enumerate(KINDS)}
_NO_STAGE = 7
_NO_ISSUE = 0

# All buckets of an issue (of a pair: of the lesser one) have ids from here times the issue's id.
SPAN = 1 << (_ID_BITS + 8)


def by_issue(issue: int, stage: str, priority: int) -> int:
    """The bucket of those who work on an issue at this stage with this priority (1 to 3)."""
    return _packed(issue, _ISSUE, 0, _STAGE[stage], priority)


def by_pair(issue: int, stage: str, other: int, other_stage: str) -> int:
    """The bucket of those with two issues at these stages; the order makes no difference."""
    (first, at), (second, other_at) = sorted(((issue, stage), (other, other_stage)))
    return _packed(first, _PAIR, second, _STAGE[at], _STAGE[other_at])


def by_offer(issue: int, stage: str, kind: str, band: int) -> int:
    """The bucket of those who offer this kind of help on an issue that they have at this stage."""
    return _packed(issue, _OFFER, band * len(KINDS) + _KIND[kind], _STAGE[stage], 0)


def by_cell(issue: int, stage: str, cell: int) -> int:
    """The bucket of those who work on an issue at this stage in this square degree."""
    return _packed(issue, _ISSUE, 1 + cell, _STAGE[stage], 0)


def cell(latitude: float, longitude: float) -> int:
    """The square degree that a place lies in."""
    return floor(latitude + 90) * 360 + floor(longitude + 180) % 360


def by_adopter(issue: int, stage: str, year: int) -> int:
    """The bucket of those who work on an issue on which their place last adopted that year."""
    return _packed(issue, _YEAR, year, _STAGE[stage], 0)


def by_year(issue: int, year: int) -> int:
    """The bucket of the adoptions on an issue in a year."""
    return _packed(issue, _YEAR, year, _NO_STAGE, 0)


def by_place(state: str, band: int) -> int:
    """The bucket of those whose place is in this state and of this size."""
    return _packed(_NO_ISSUE, _ISSUE, state_number(state), band >> 3, band & 7)


def band(population: int | None) -> int:
    """The size of a place, by SIZES."""
    return sum(population >= size for size in SIZES) if population else BANDS[-1]


def of(card: Card) -> list[int]:
    """The buckets that an official is in, in order."""
    return sorted({*_of_work(card), *_of_adoptions(card), *_of_place(card)})


def _of_work(card: Card) -> Iterator[int]:
    size = band(card.place.population if card.place else None)
    for work in card.works:
        yield by_issue(work.issue, work.stage, work.priority)
        for kind in work.offers:
            yield by_offer(work.issue, work.stage, kind, size)
    strongest = sorted(card.works, key=lambda work: (-work.priority, work.issue))
    for one, other in combinations(strongest[:STRONGEST], 2):
        yield by_pair(one.issue, one.stage, other.issue, other.stage)


def _of_adoptions(card: Card) -> Iterator[int]:
    last: dict[int, date] = {}
    for adoption in newest(card.adoptions):
        last.setdefault(adoption.issue, adoption.adopted_on)
    for work in card.works:
        if work.issue in last:
            yield by_adopter(work.issue, work.stage, last[work.issue].year)


def _of_place(card: Card) -> Iterator[int]:
    place = card.place
    if place is None:
        return
    if place.state:
        yield by_place(place.state, band(place.population))
    if place.latitude is not None and place.longitude is not None:
        here = cell(place.latitude, place.longitude)
        for work in card.works:
            yield by_cell(work.issue, work.stage, here)


def _packed(issue: int, kind: int, other: int, first: int, second: int) -> int:
    if not (0 <= issue < 1 << _ID_BITS and 0 <= other < 1 << _ID_BITS):
        raise ValueError(f"Issue {max(issue, other)} cannot be put in a bucket: its id is too big.")
    return ((issue << 2 | kind) << _ID_BITS | other) << 6 | first << 3 | second
