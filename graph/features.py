"""Feature rows: what the score needs to know of an official, as bytes: whole numbers of four each.

Following the edges of a thousand candidates takes the engines a hundred times as long as reading
one property of each. So the projection writes a feature row on every official, and the score is
computed over the columns that many rows make. A row is a digest: what a suggestion cites are edges.

Whoever wants to look at one may `read` it: bytes come over Bolt, and become columns, in half the
time that digits take. For the same reason all of a work but its issue is packed into one number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

STAGES = ("exploring", "drafting", "introduced", "adopted", "implementing", "defending", "stopped")
KINDS = (
    "model_text",
    "fiscal_note",
    "testimony",
    "legal_memo",
    "rollout_plan",
    "data_evaluation",
    "coalition_contacts",
    "talk",
)
OFFICES = ("other", "council", "mayor", "commission", "school_board")
# Facts of a place: in how many parts of its unit each is counted.
PARTS: Mapping[str, int] = {
    "renter_share": 1_000_000,
    "median_rent": 1,
    "median_income": 1,
    "poverty_share": 1_000_000,
    "transit_share": 1_000_000,
    "union_share": 1_000_000,
}
FACTS = tuple(PARTS)
ADOPTIONS_KEPT = 60  # of a place, the newest

UNKNOWN = -1
_NOWHERE = 1000  # of degrees, where a coordinate is unknown
_DEGREES = 100_000  # a metre
_NUMBER = np.dtype("<i4")

_STAGE = {stage: rank for rank, stage in enumerate(STAGES)}
_KIND = {kind: 1 << rank for rank, kind in enumerate(KINDS)}
_OFFICE = {office: rank for rank, office in enumerate(OFFICES)}
_FACT = {fact: rank for rank, fact in enumerate(FACTS)}
_HEAD = 12  # numbers before the lists
# Where a work's stage, priority, kinds sought and kinds offered begin, and where they end, in bits.
_STAGE_AT, _PRIORITY_AT, _SEEKS_AT, _OFFERS_AT, _END = 0, 3, 5, 13, 21


class WorkFeatures(NamedTuple):
    """Work on an issue; `seeks` and `offers` are kinds of help."""

    issue: int
    stage: str
    priority: int
    seeks: Sequence[str]
    offers: Sequence[str]


class AdoptionFeatures(NamedTuple):
    """What an official's place has adopted, in force and with a date."""

    policy: int
    issue: int
    adopted_on: date


class PlaceFeatures(NamedTuple):
    """An official's place; degrees and population as far as they are known."""

    id: int
    state: str  # two lower-case letters
    latitude: float | None
    longitude: float | None
    population: int | None


@dataclass(frozen=True)
class FeatureRow:
    """An official by ids, as the score sees them; `facts` are names and values of the place."""

    official: int
    office_kind: str
    place: PlaceFeatures | None = None
    works: Sequence[WorkFeatures] = ()
    organizations: Sequence[int] = ()
    events: Sequence[int] = ()
    adoptions: Sequence[AdoptionFeatures] = ()
    facts: Sequence[tuple[str, float]] = ()


@dataclass(frozen=True)
class Rows:
    """Parallel columns of things that officials have; `owner` is whose, by position."""

    owner: Ints
    columns: tuple[Ints, ...]


@dataclass(frozen=True)
class Columns:
    """Many rows, a column each fact; degrees and population are NaN where they are unknown."""

    official: Ints
    office: Ints  # by OFFICES
    place: Ints
    state: Ints
    latitude: Floats
    longitude: Floats
    population: Floats
    works: Rows  # issue, stage by STAGES, priority, seeks and offers as bits by KINDS
    organizations: Rows  # organization
    events: Rows  # event
    adoptions: Rows  # policy, issue, day (proleptic ordinal)
    facts: Rows  # name by FACTS, value in its PARTS

    def __len__(self) -> int:
        """How many officials."""
        return len(self.official)

    def about(self, issues: Iterable[int]) -> Columns:
        """The same officials with only their works on these issues."""
        kept = np.isin(self.works.columns[0], list(issues))
        works = Rows(self.works.owner[kept], tuple(each[kept] for each in self.works.columns))
        return replace(self, works=works)


def write(row: FeatureRow) -> bytes:
    """The row as bytes; what the newer code doesn't know of facts and kinds is left out.

    Raises OverflowError for an id that does not fit, which is two thousand million and more.
    """
    place = row.place or PlaceFeatures(UNKNOWN, "", None, None, None)
    adoptions = newest(row.adoptions)
    facts = [(name, value) for name, value in row.facts if name in PARTS]
    numbers = [
        row.official,
        _OFFICE.get(row.office_kind, 0),
        place.id,
        state_number(place.state),
        *(
            round((_NOWHERE if degrees is None else degrees) * _DEGREES)
            for degrees in (place.latitude, place.longitude)
        ),
        place.population or UNKNOWN,
        len(row.works),
        len(row.organizations),
        len(row.events),
        len(adoptions),
        len(facts),
    ]
    for work in row.works:
        numbers += (work.issue, _packed(work))
    numbers += row.organizations
    numbers += row.events
    for adoption in adoptions:
        numbers += (adoption.policy, adoption.issue, adoption.adopted_on.toordinal())
    for name, value in facts:
        numbers += (_FACT[name], round(value * PARTS[name]))
    return np.array(numbers, dtype=_NUMBER).tobytes()


def read(packed: Sequence[bytes]) -> Columns:
    """The columns of many rows, in their order."""
    flat = np.frombuffer(b"".join(packed), dtype=_NUMBER).astype(np.int64)
    lengths = np.array([len(row) for row in packed], dtype=np.int64) // _NUMBER.itemsize
    starts = np.cumsum(lengths) - lengths
    head = flat[starts[:, None] + np.arange(_HEAD)]
    degrees = head[:, 4:6] / _DEGREES
    degrees[degrees == _NOWHERE] = np.nan
    population = head[:, 6].astype(np.float64)
    population[population == UNKNOWN] = np.nan
    rows = []
    at = starts + _HEAD
    for number, width in enumerate((2, 1, 1, 3, 2)):
        counts = head[:, 7 + number]
        rows.append(_rows(flat, at, counts, width))
        at = at + counts * width
    who, office, home, state = head[:, :4].T
    latitude, longitude = degrees.T
    works, *others = rows
    works = Rows(works.owner, _unpacked(*works.columns))
    return Columns(who, office, home, state, latitude, longitude, population, works, *others)


def by_official(rows: Iterable[bytes]) -> dict[bytes, bytes]:
    """The rows by what tells whose they are, each person's once."""
    return {row[: _NUMBER.itemsize]: row for row in rows}


def bits(kinds: Iterable[str]) -> int:
    """Kinds of help as bits; unknown ones are left out."""
    return sum(_KIND.get(kind, 0) for kind in set(kinds))


def state_number(state: str) -> int:
    """A state's two letters as a number; UNKNOWN for none."""
    return int(state, 36) if state else UNKNOWN


def newest(adoptions: Iterable[AdoptionFeatures]) -> list[AdoptionFeatures]:
    """The adoptions that a row has room for, the newest first."""
    ordered = sorted(adoptions, key=lambda each: (-each.adopted_on.toordinal(), each.policy))
    return ordered[:ADOPTIONS_KEPT]


def _packed(work: WorkFeatures) -> int:
    return (
        _STAGE[work.stage] << _STAGE_AT
        | work.priority << _PRIORITY_AT
        | bits(work.seeks) << _SEEKS_AT
        | bits(work.offers) << _OFFERS_AT
    )


def _unpacked(issue: Ints, packed: Ints) -> tuple[Ints, ...]:
    bounds = pairwise((_STAGE_AT, _PRIORITY_AT, _SEEKS_AT, _OFFERS_AT, _END))
    return (issue, *(packed >> first & (1 << end - first) - 1 for first, end in bounds))


def _rows(flat: Ints, starts: Ints, counts: Ints, width: int) -> Rows:
    owner = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    first = np.repeat(starts, counts) + within * width
    return Rows(owner, tuple(flat[first + each] for each in range(width)))
