"""Which buckets to look into, those first whose members are known to score most.

What a bucket says of its members is made into a person, and the terms themselves score them: the
order follows the weights, whatever they are. What buckets don't say (organizations, events) could
add the same to all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations, pairwise, product
from math import floor
from typing import Any

import numpy as np
import numpy.typing as npt

from graph import buckets
from graph.features import KINDS, STAGES, UNKNOWN, Columns, Floats, Ints, Rows
from graph.peers.inputs import Question, Work
from graph.peers.queries import CANDIDATES
from graph.peers.score import likenesses, totals

KEYS = 1000  # that are looked up at most
YEARS = 20  # back from today, in which an adoption has a bucket worth a look
STATES = (
    *("ak", "al", "ar", "az", "ca", "co", "ct", "dc", "de", "fl", "ga", "hi", "ia", "id", "il"),
    *("in", "ks", "ky", "la", "ma", "md", "me", "mi", "mn", "mo", "ms", "mt", "nc", "nd", "ne"),
    *("nh", "nj", "nm", "nv", "ny", "oh", "ok", "or", "pa", "pr", "ri", "sc", "sd", "tn", "tx"),
    *("ut", "va", "vt", "wa", "wi", "wv", "wy"),
)
USUAL_LIKENESS = 0.6  # of sizes
REACH = 2  # square degrees in each direction
# Of a place in each band: the middle between its bounds, as sizes are compared.
_POPULATIONS = np.array(
    [
        1_000.0,
        *(math.sqrt(low * high) for low, high in pairwise(buckets.SIZES)),
        1_500_000.0,
        math.nan,
    ]
)
_STAGES = np.arange(len(STAGES))
_PRIORITIES = np.array([3, 2, 1])
_BANDS = np.array(buckets.BANDS)
_USUAL = 2  # the priority where a bucket doesn't say
_MOST_ISSUES = 20

# Issue, stage, priority, kinds sought and offered as bits.
MadeUpWork = tuple[Ints, Ints, Ints | int, Ints | int, Ints | int]


def all_fit(asked: Question) -> bool:
    """Whether all who work on what was asked can be read, each once for each issue."""
    degrees = asked.statistics.issues
    everybody = sum(degrees.get(issue, 0) for issue in asked.asked)
    return everybody <= CANDIDATES and len(asked.asked) <= _MOST_ISSUES


def best_buckets(asked: Question) -> list[int]:
    """The buckets for those who work on what was asked, best first.

    Where all fit, the few that together hold everybody: of the others hardly any exist then.
    """
    if all_fit(asked):
        return all_buckets(asked, asked.asked)
    issues = _rarest(asked, asked.asked)
    made = _MadeUp(_usual_size(asked))
    issue, stage, priority = _every(issues, _STAGES, _PRIORITIES)
    made.add(buckets.by_issue(issue, stage, priority), (issue, stage, priority, 0, 0), whole=True)
    _add_near(made, asked, issues)
    _add_adopters(made, asked, issues)
    _add_helpers(made, asked, issues)
    _add_pairs(made, asked)
    return made.best(asked)


def all_buckets(asked: Question, issues: Iterable[int]) -> list[int]:
    """The buckets for those who work on one of these issues: the rarest, who is farthest, first."""
    *begun, stopped = _STAGES
    stages = np.array([*(reversed(begun) if asked.intent == "learn" else begun), stopped])
    issue, stage, priority = _every(_rarest(asked, issues), stages, _PRIORITIES)
    every: list[int] = buckets.by_issue(issue, stage, priority)[:KEYS].tolist()
    return every


def best_years(asked: Question) -> list[int]:
    """The buckets of adoptions on what was asked, the latest years first."""
    return [
        buckets.by_year(issue, asked.as_of.year - ago)
        for ago in range(YEARS)
        for issue in sorted(asked.asked)[:_MOST_ISSUES]
    ]


def alike_places(asked: Question) -> Sequence[int]:
    """The buckets of places, those of the asker's size and state first."""
    home = asked.asker.place
    return _alike(home.state if home else "", buckets.band(home.population if home else None))


@cache
def _alike(own_state: str, own_band: int) -> Sequence[int]:
    bands = sorted(buckets.BANDS, key=lambda each: abs(each - own_band))
    own = [own_state] if own_state else []
    others = [state for state in STATES if state != own_state]
    ordered = [*product(bands, own), *product(bands, others)]
    return [buckets.by_place(state, band) for band, state in ordered]


def _add_near(made: _MadeUp, asked: Question, issues: Ints) -> None:
    """Those in the square degrees around the asker's place."""
    home = asked.asker.place
    if home is None or home.latitude is None or home.longitude is None:
        return
    reach = np.arange(-REACH, REACH + 1)
    souths = floor(home.latitude) + reach
    issue, stage, south, west = _every(
        issues, _STAGES, souths[np.abs(souths + 0.5) < 90], floor(home.longitude) + reach
    )
    ids = buckets.by_cell(issue, stage, buckets.cell(south, west))
    made.add(ids, (issue, stage, _USUAL, 0, 0), at=(south, west))


def _add_adopters(made: _MadeUp, asked: Question, issues: Ints) -> None:
    """Those whose place has adopted something on what was asked."""
    today = asked.as_of
    spans = np.arange((today.year - YEARS) // buckets.YEARS + 1, today.year // buckets.YEARS + 1)
    middles = (spans * buckets.YEARS + buckets.YEARS // 2).tolist()
    days = np.array([min(date(year, 1, 1), today).toordinal() for year in middles])
    issue, stage, at = _every(issues, _STAGES, np.arange(len(spans)))
    ids = buckets.by_adopter(issue, stage, spans[at])
    made.add(ids, (issue, stage, _USUAL, 0, 0), adopted=(issue, days[at]))


def _add_helpers(made: _MadeUp, asked: Question, issues: Ints) -> None:
    """Those who offer what the asker seeks: by size of place, what they seek, another issue."""
    works = [asked.asker_work[issue] for issue in issues.tolist() if issue in asked.asker_work]
    sought = _rows(((work.issue, kind) for work in works for kind in _kinds(work.seeks)), 2)
    which, stage, band = _every(np.arange(len(sought)), _STAGES, _BANDS)
    issue, kind = sought[which].T
    ids = buckets.by_offer(issue, stage, kind, band)
    made.add(ids, (issue, stage, _USUAL, 0, 1 << kind), population=_POPULATIONS[band])

    exchanges = _rows(((work.issue, *each) for work in works for each in _exchanges(work)), 3)
    which, stage = _every(np.arange(len(exchanges)), _STAGES)
    issue, kind, given = exchanges[which].T
    ids = buckets.by_exchange(issue, stage, kind, given)
    made.add(ids, (issue, stage, _USUAL, 1 << given, 1 << kind))

    which, other, farther = _every(np.arange(len(sought)), _all_issues(asked), _STAGES[:-1])
    apart = sought[which, 0] != other
    (issue, kind), other, farther = sought[which[apart]].T, other[apart], farther[apart]
    ids = buckets.by_helper(issue, kind, other, farther)
    made.add(ids, (issue, farther, _USUAL, 0, 1 << kind), (other, farther, _USUAL, 0, 0))


def _add_pairs(made: _MadeUp, asked: Question) -> None:
    """Those with two of the asker's issues, one of which was asked for."""
    pairs = combinations(sorted(_all_issues(asked).tolist()), 2)
    both = _rows((pair for pair in pairs if not asked.asked.isdisjoint(pair)), 2)
    which, stage, other_stage = _every(np.arange(len(both)), _STAGES, _STAGES)
    issue, other = both[which].T
    ids = buckets.by_pair(issue, stage, other, other_stage)
    made.add(ids, (issue, stage, _USUAL, 0, 0), (other, other_stage, _USUAL, 0, 0))


class _MadeUp:
    """People made up of what buckets say of their members, to be scored."""

    def __init__(self, usual_size: float) -> None:
        self._usual_size = usual_size
        self._count = 0
        self._ids: list[Ints] = []
        self._whole: list[npt.NDArray[np.bool_]] = []
        self._works: list[Ints] = []
        self._places: list[Floats] = []
        self._adoptions: list[Ints] = [np.empty((4, 0), dtype=np.int64)]

    def add(
        self,
        ids: Ints,
        *works: MadeUpWork,
        at: tuple[Ints | float, Ints | float] = (math.nan, math.nan),
        population: Floats | None = None,
        adopted: tuple[Ints, Ints] | None = None,
        whole: bool = False,
    ) -> None:
        """One of each bucket: their works, square degree (its corner), adoption (issue and day).

        `whole` are the buckets that together hold all who work on an issue.
        """
        who = np.arange(self._count, self._count + len(ids))
        self._count += len(ids)
        self._ids.append(ids)
        self._whole.append(np.full(len(ids), whole))
        for work in works:
            self._works.append(_table(len(ids), who, *work))
        size = self._usual_size if population is None else population
        south, west = at
        self._places.append(_table(len(ids), south + 0.5, west + 0.5, size))
        if adopted is not None:
            self._adoptions.append(_table(len(ids), who, UNKNOWN, *adopted))

    def best(self, asked: Question) -> list[int]:
        """The buckets by the scores of their people; the id spreads what is equal."""
        ids, whole = np.concatenate(self._ids), np.concatenate(self._whole)
        scores = totals(asked, likenesses(asked, self._columns()))
        worth = np.flatnonzero(scores > 0)
        order = worth[np.lexsort((ids[worth], -scores[worth]))]
        # Most pairs that there could be are nobody's: at the end come those that everybody is in.
        rest = order[KEYS:]
        kept: list[int] = ids[np.concatenate((order[:KEYS], rest[whole[rest]]))].tolist()
        return kept

    def _columns(self) -> Columns:
        unknown = np.full(self._count, UNKNOWN)
        latitude, longitude, population = np.hstack(self._places)
        nothing = np.array([], dtype=np.int64)
        works, adoptions = np.hstack(self._works), np.hstack(self._adoptions)
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


def _every(*axes: Ints) -> tuple[Ints, ...]:
    """All combinations of these values, a column each."""
    return tuple(each.ravel() for each in np.meshgrid(*axes, indexing="ij"))


def _table(length: int, *columns: npt.ArrayLike) -> npt.NDArray[Any]:
    """Columns under each other; a single value is the whole column's."""
    table = np.empty((len(columns), length), dtype=np.result_type(*columns))
    for row, each in zip(table, columns, strict=True):
        row[:] = each
    return table


def _rarest(asked: Question, issues: Iterable[int]) -> Ints:
    ordered = sorted(issues, key=lambda issue: (-asked.rarities.get(issue, 1.0), issue))
    return np.array(ordered[:_MOST_ISSUES], dtype=np.int64)


def _all_issues(asked: Question) -> Ints:
    """What was asked and what else the asker works on."""
    return _rarest(asked, asked.asked | asked.asker_work.keys())


def _usual_size(asked: Question) -> float:
    """The population of a place that is as alike as many are, where a bucket doesn't say."""
    own = asked.asker.place.population if asked.asker.place else None
    ratio: float = asked.weights.scales["size_ratio"] ** (1 - USUAL_LIKENESS)
    return (own or math.nan) * ratio


def _kinds(names: Iterable[str]) -> list[int]:
    return [KINDS.index(name) for name in names]


def _exchanges(work: Work) -> Iterator[tuple[int, int]]:
    """A kind of help sought and one offered, in all combinations."""
    return product(_kinds(work.seeks), _kinds(work.offers))


def _rows(rows: Iterable[tuple[int, ...]], width: int) -> Ints:
    return np.array(list(rows), dtype=np.int64).reshape(-1, width)
