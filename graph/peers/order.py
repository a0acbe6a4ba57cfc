"""Which buckets to look into, those first whose members are known to score most.

What a bucket says of its members is made into a person, and the terms themselves score them: the
order follows the weights, whatever they are. What buckets don't say (organizations, events) could
add the same to all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, pairwise, product
from math import floor

import numpy as np

from graph import buckets
from graph.cards import STAGES, UNKNOWN, Columns, Rows, bits
from graph.peers.inputs import Question
from graph.peers.score import likenesses, totals

KEYS = 3000  # that are looked up at most
YEARS = 20  # back from today, in which an adoption has a bucket worth a look
STATES = (
    *("ak", "al", "ar", "az", "ca", "co", "ct", "dc", "de", "fl", "ga", "hi", "ia", "id", "il"),
    *("in", "ks", "ky", "la", "ma", "md", "me", "mi", "mn", "mo", "ms", "mt", "nc", "nd", "ne"),
    *("nh", "nj", "nm", "nv", "ny", "oh", "ok", "or", "pa", "pr", "ri", "sc", "sd", "tn", "tx"),
    *("ut", "va", "vt", "wa", "wi", "wv", "wy"),
)
USUAL_LIKENESS = 0.6  # of sizes
REACH = 3  # square degrees in each direction
PRIORITIES = (3, 2, 1)
# Of a place in each band: the middle between its bounds, as sizes are compared.
_POPULATIONS = (
    1_000.0,
    *(math.sqrt(low * high) for low, high in pairwise(buckets.SIZES)),
    1_500_000.0,
    math.nan,
)
_USUAL = 2  # the priority where a bucket doesn't say
_MOST_ISSUES = 20


def best_buckets(asked: Question) -> list[int]:
    """The buckets for those who work on what was asked, best first."""
    issues = _rarest(asked, asked.asked)
    cells = _around(asked)
    made = _MadeUp(_usual_size(asked))
    for issue, (rank, stage) in product(issues, enumerate(STAGES)):
        usual = [(issue, rank, _USUAL, 0)]
        for priority in PRIORITIES:
            work = [(issue, rank, priority, 0)]
            made.add(buckets.by_issue(issue, stage, priority), work, whole=True)
        for band, kind in product(buckets.BANDS, _sought(asked, issue)):
            bucket = buckets.by_offer(issue, stage, kind, band)
            offer = [(issue, rank, _USUAL, bits([kind]))]
            made.add(bucket, offer, population=_POPULATIONS[band])
        for middle in cells:
            made.add(buckets.by_cell(issue, stage, buckets.cell(*middle)), usual, at=middle)
        for year in range(asked.as_of.year, asked.as_of.year - YEARS, -1):
            day = min(date(year, 7, 1), asked.as_of).toordinal()
            made.add(buckets.by_adopter(issue, stage, year), usual, adopted=(issue, day))
    both = list(product(enumerate(STAGES), enumerate(STAGES)))
    own = {work.issue for work in asked.asker.works}
    for one, other in combinations(_rarest(asked, own | asked.asked), 2):
        if one in asked.asked or other in asked.asked:
            for (rank, stage), (other_rank, other_stage) in both:
                pair = [(one, rank, _USUAL, 0), (other, other_rank, _USUAL, 0)]
                made.add(buckets.by_pair(one, stage, other, other_stage), pair)
    return made.best(asked)


def all_buckets(asked: Question, issues: Iterable[int]) -> list[int]:
    """The buckets for those who work on one of these issues: the rarest, who is farthest, first."""
    stages = STAGES[-2::-1] if asked.intent == "learn" else STAGES[:-1]
    every = product(_rarest(asked, issues), (*stages, STAGES[-1]), PRIORITIES)
    return [buckets.by_issue(*each) for each in every][:KEYS]


def best_years(asked: Question) -> list[int]:
    """The buckets of adoptions on what was asked, the latest years first."""
    return [
        buckets.by_year(issue, asked.as_of.year - ago)
        for ago in range(YEARS)
        for issue in sorted(asked.asked)[:_MOST_ISSUES]
    ]


def alike_places(asked: Question) -> list[int]:
    """The buckets of places, those of the asker's size and state first."""
    home = asked.asker.place
    own_state = home.state if home and home.state else ""
    own_band = buckets.band(home.population if home else None)
    bands = sorted(buckets.BANDS, key=lambda each: abs(each - own_band))
    others = [state for state in STATES if state != own_state]
    return [
        buckets.by_place(state, band)
        for band, state in [
            *product(bands, [own_state] if own_state else []),
            *product(bands, others),
        ]
    ]


class _MadeUp:
    """People made up of what buckets say of their members, to be scored."""

    def __init__(self, usual_size: float) -> None:
        self._usual_size = usual_size
        self._buckets: list[int] = []
        self._whole: set[int] = set()
        self._works: list[tuple[int, int, int, int, int, int]] = []
        self._places: list[tuple[float, float, float]] = []
        self._adoptions: list[tuple[int, int, int, int]] = []

    def add(
        self,
        bucket: int,
        works: Sequence[tuple[int, int, int, int]],
        *,
        at: tuple[float, float] = (np.nan, np.nan),
        population: float | None = None,
        adopted: tuple[int, int] | None = None,
        whole: bool = False,
    ) -> None:
        """Somebody in a bucket: work (issue, stage, priority, offers), place, adopted (issue, day).

        `whole` are the buckets that together hold all who work on an issue.
        """
        who = len(self._buckets)
        if whole:
            self._whole.add(who)
        self._buckets.append(bucket)
        for issue, stage, priority, offers in works:
            self._works.append((who, issue, stage, priority, 0, offers))
        self._places.append((*at, self._usual_size if population is None else population))
        if adopted is not None:
            self._adoptions.append((who, UNKNOWN, *adopted))

    def best(self, asked: Question) -> list[int]:
        """The buckets by the scores of their people; the id spreads what is equal."""
        if not self._buckets:
            return []
        scores = totals(asked, likenesses(asked, self._columns()))
        worth = np.flatnonzero(scores > 0)
        order = worth[np.lexsort((np.array(self._buckets)[worth], -scores[worth]))].tolist()
        # Most pairs that there could be are nobody's: at the end come those that everybody is in.
        kept = [*order[:KEYS], *(each for each in order[KEYS:] if each in self._whole)]
        return [self._buckets[each] for each in kept]

    def _columns(self) -> Columns:
        count = len(self._buckets)
        unknown = np.full(count, UNKNOWN)
        latitude, longitude, population = np.array(self._places).T
        nothing = np.array([], dtype=np.int64)
        works = np.array(self._works, dtype=np.int64).T
        adoptions = np.array(self._adoptions, dtype=np.int64).reshape(-1, 4).T
        return Columns(
            official=unknown,
            office=unknown,
            place=unknown,
            state=unknown,
            latitude=latitude,
            longitude=longitude,
            population=population,
            works=Rows(works[0], tuple(works[1:])),
            organizations=Rows(nothing, (nothing,)),
            events=Rows(nothing, (nothing,)),
            adoptions=Rows(adoptions[0], tuple(adoptions[1:])),
            facts=Rows(nothing, (nothing, nothing)),
        )


def _rarest(asked: Question, issues: Iterable[int]) -> list[int]:
    ordered = sorted(issues, key=lambda issue: (-asked.rarities.get(issue, 1.0), issue))
    return ordered[:_MOST_ISSUES]


def _usual_size(asked: Question) -> float:
    """The population of a place that is as alike as many are, where a bucket doesn't say."""
    own = asked.asker.place.population if asked.asker.place else None
    return (own or math.nan) * 10 ** ((1 - USUAL_LIKENESS) * asked.weights.scales["size_decades"])


def _around(asked: Question) -> list[tuple[float, float]]:
    """The middles of the square degrees around the asker's place."""
    home = asked.asker.place
    if home is None or home.latitude is None or home.longitude is None:
        return []
    reach = range(-REACH, REACH + 1)
    middles = [
        (floor(home.latitude) + north + 0.5, floor(home.longitude) + east + 0.5)
        for north, east in product(reach, reach)
    ]
    return [middle for middle in middles if abs(middle[0]) < 90]


def _sought(asked: Question, issue: int) -> tuple[str, ...]:
    work = asked.asker_work.get(issue)
    return work.seeks if work else ()
