"""Buckets: who works on an issue, cut so finely by what the score uses that a few are enough.

An official is in a bucket for each issue by stage and priority; for each issue by stage and square
degree; for each kind of help offered on an issue by stage and size of place, and by stage and kind
of help sought there; for each issue that their place has adopted something on by stage and when;
and in one by state and size of place. Of their six strongest issues there is one for each pair by
both stages, and one for each pair and each kind of help offered on the first by the farther stage.
All follow from the official's feature row, so that nothing has to be split, merged or counted as
the network grows. An adoption is in the bucket of its issue and year, a policy in that of its
issue, an issue in that of its parent: what leads to an issue can't be followed back from there
without passing all who work on it. A bucket's id is packed from these facts, and looked up by it.

Stages and kinds of help are their positions in STAGES and KINDS. Every function takes numbers, or
columns of numbers to pack many ids at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, permutations, product
from math import floor
from typing import TypeVar

from graph.features import KINDS, STAGES, FeatureRow, Ints, WorkFeatures, newest, state_number

Whole = TypeVar("Whole", int, Ints)

STRONGEST = 6  # issues of a person that are paired
YEARS = 4  # of adopters that share a bucket: what is that much older is worth hardly less
# Places with fewer people than this are in the band before.
SIZES = (2_500, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000)
BANDS = range(len(SIZES) + 2)  # the last one is of unknown size

_ISSUE, _CELL, _OFFER, _PAIR, _HELPER, _YEAR, _EXCHANGE, _TREE = range(8)
_ID_BITS = 26
_STOPPED = STAGES.index("stopped")
_NO_STAGE = 7
_NO_ISSUE = 0

# All buckets of an issue (of a pair: of the first one) have ids from here times the issue's id.
SPAN = 1 << (_ID_BITS + 9)


def by_issue(issue: Whole, stage: Whole, priority: Whole) -> Whole:
    """The bucket of those who work on an issue at this stage with this priority (1 to 3)."""
    return _packed(issue, _ISSUE, 0, stage, priority)


def by_cell(issue: Whole, stage: Whole, cell: Whole) -> Whole:
    """The bucket of those who work on an issue at this stage in this square degree."""
    return _packed(issue, _CELL, cell, stage, 0)


def cell(south: Whole, west: Whole) -> Whole:
    """The square degree with this corner, in whole degrees."""
    return (south + 90) * 360 + (west + 180) % 360


def by_offer(issue: Whole, stage: Whole, kind: Whole, band: Whole) -> Whole:
    """The bucket of those who offer this kind of help on an issue that they have at this stage."""
    return _packed(issue, _OFFER, band, stage, kind)


def by_exchange(issue: Whole, stage: Whole, offered: Whole, sought: Whole) -> Whole:
    """The bucket of those who offer one kind of help on an issue and seek another (or the same)."""
    return _packed(issue, _EXCHANGE, offered, stage, sought)


def by_pair(issue: Whole, stage: Whole, other: Whole, other_stage: Whole) -> Whole:
    """The bucket of those with two issues at these stages; the first has the lesser id."""
    return _packed(issue, _PAIR, other, stage, other_stage)


def by_helper(issue: Whole, kind: Whole, other: Whole, farther: Whole) -> Whole:
    """The bucket of those who offer this kind of help on an issue and work on another one too.

    `farther` is the later of the two stages; who has stopped is as one who explores.
    """
    return _packed(issue, _HELPER, other, farther, kind)


def by_adopter(issue: Whole, stage: Whole, years: Whole) -> Whole:
    """The bucket of those who work on an issue on which their place last adopted in these years.

    `years` is a calendar year divided by YEARS.
    """
    return _packed(issue, _YEAR, years, stage, 0)


def by_year(issue: int, year: int) -> int:
    """The bucket of the adoptions on an issue in a year."""
    return _packed(issue, _YEAR, year, _NO_STAGE, 0)


def by_parent(issue: int) -> int:
    """The bucket of the issues right below an issue."""
    return _packed(issue, _TREE, 0, 0, 0)


def by_topic(issue: int) -> int:
    """The bucket of the policies that address an issue."""
    return _packed(issue, _TREE, 1, 0, 0)


def by_place(state: str, band: int) -> int:
    """The bucket of those whose place is in this state and of this size."""
    return _packed(_NO_ISSUE, _ISSUE, state_number(state), band >> 3, band & 7)


def band(population: int | None) -> int:
    """The size of a place, by SIZES."""
    return sum(population >= size for size in SIZES) if population else BANDS[-1]


def of(row: FeatureRow) -> list[int]:
    """The buckets that an official is in, in order."""
    return sorted({*_of_work(row), *_of_pairs(row), *_of_adoptions(row), *_of_place(row)})


def _of_work(row: FeatureRow) -> Iterator[int]:
    size = band(row.place.population if row.place else None)
    for work in row.works:
        stage = STAGES.index(work.stage)
        yield by_issue(work.issue, stage, work.priority)
        for kind in work.offers:
            yield by_offer(work.issue, stage, KINDS.index(kind), size)
        for offered, sought in product(work.offers, work.seeks):
            yield by_exchange(work.issue, stage, KINDS.index(offered), KINDS.index(sought))


def _of_pairs(row: FeatureRow) -> Iterator[int]:
    strongest = sorted(row.works, key=lambda work: (-work.priority, work.issue))[:STRONGEST]
    for one, other in combinations(sorted(strongest), 2):
        stages = (STAGES.index(one.stage), STAGES.index(other.stage))
        yield by_pair(one.issue, stages[0], other.issue, stages[1])
    for one, other in permutations(strongest, 2):
        farther = max(_reached(one), _reached(other))
        for kind in one.offers:
            yield by_helper(one.issue, KINDS.index(kind), other.issue, farther)


def _reached(work: WorkFeatures) -> int:
    return STAGES.index(work.stage) % _STOPPED


def _of_adoptions(row: FeatureRow) -> Iterator[int]:
    last: dict[int, date] = {}
    for adoption in newest(row.adoptions):
        last.setdefault(adoption.issue, adoption.adopted_on)
    for work in row.works:
        if work.issue in last:
            yield by_adopter(work.issue, STAGES.index(work.stage), last[work.issue].year // YEARS)


def _of_place(row: FeatureRow) -> Iterator[int]:
    place = row.place
    if place is None:
        return
    if place.state:
        yield by_place(place.state, band(place.population))
    if place.latitude is not None and place.longitude is not None:
        here = cell(floor(place.latitude), floor(place.longitude))
        for work in row.works:
            yield by_cell(work.issue, STAGES.index(work.stage), here)


def _packed(
    issue: Whole, kind: int, other: Whole | int, first: Whole | int, second: Whole | int
) -> Whole:
    for each in (issue, other):
        most = each if isinstance(each, int) else each.max(initial=0)
        if most >> _ID_BITS:
            raise ValueError(f"Issue {most} cannot be put in a bucket: its id is too big.")
    packed: Whole = ((issue << 3 | kind) << _ID_BITS | other) << 6 | first << 3 | second
    return packed
