"""What a term is: what each edge is worth, how a candidate's add up, and which ones it rests on.

A term is computed for all candidates at once, over the columns of their feature rows. It
reads only edges that it cites, so that without one of them exactly the terms citing it change
(statistics held):
where several edges carry it, it either counts all of them or takes the best and cites that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.features import Columns, Floats, Ints, Rows
from graph.peers.inputs import Person, Question
from graph.peers.model import Evidence

Table = Literal["works", "organizations", "events", "adoptions", "facts"]
Worth = Callable[[Question, Columns], Floats]
Together = Callable[[Question, Ints, Floats, int], Floats]
# Of the one who asks and a candidate, with positions of the edges that count, those worth most
# first: in the candidate's own list, for `cites` in the question's.
Cites = Callable[[Question, Person, Sequence[int]], Iterable[Evidence]]
Distance = Callable[[Question, Person, Sequence[int]], float | None]


@dataclass(frozen=True)
class Term:
    """`worth` is of each row of the table `of`; of each candidate where there is no table.

    `evidence` are the edges of both sides that it rests on, and `km` the distance, if on one.
    `together` makes the rows' worths (of these owners, among so many candidates) into likenesses.
    `cites` tells on which of the question's own things, by position, a candidate's likeness rests.
    """

    worth: Worth
    evidence: Cites
    of: Table | None = None
    together: Together | None = None
    cites: Callable[[Question, Columns], Ints] | None = None
    km: Distance | None = None

    def likeness(self, question: Question, columns: Columns) -> Floats:
        """The likeness of each candidate and the one who asks, 0 to 1."""
        found = self.worth(question, columns)
        if self.of is not None and self.together is not None:
            rows: Rows = getattr(columns, self.of)
            found = self.together(question, rows.owner, found, len(columns))
        # Sums in another order may differ in the last bits, which must not decide a tie.
        return np.asarray(np.round(np.clip(found, 0.0, 1.0), 12), dtype=np.float64)

    @property
    def cites_all(self) -> bool:
        """Whether every row that is worth something counts, not only the best."""
        return self.together is not best


def best(question: Question, owner: Ints, worth: Floats, count: int) -> Floats:  # noqa: ARG001
    """The best row of each."""
    found = np.zeros(count)
    np.maximum.at(found, owner, worth)
    return found


def all_of(question: Question, owner: Ints, worth: Floats, count: int) -> Floats:  # noqa: ARG001
    """Several rows add up towards 1: one less the product of what each leaves."""
    with np.errstate(divide="ignore"):
        left = np.log1p(-np.minimum(worth, 1.0))
    return -np.expm1(np.bincount(owner, left, count))


def added_up(scale: str) -> Together:
    """All rows count, the first most: 1 - exp(-sum / scale)."""

    def together(question: Question, owner: Ints, worth: Floats, count: int) -> Floats:
        return -np.expm1(-np.bincount(owner, worth, count) / question.weights.scales[scale])

    return together


in_common = added_up("shared")


def mean(question: Question, owner: Ints, worth: Floats, count: int) -> Floats:
    """The sum by how many there could be: what is missing is not alike."""
    return np.bincount(owner, worth, count) / len(question.weights.facts)


def adamic_adar(things: Ints, degrees: Mapping[int, int]) -> Floats:
    """What having a thing in common is worth: 1 / ln(1 + degree); 0 for one that isn't listed."""
    worth = {thing: 1 / np.log1p(max(degree, 2)) for thing, degree in degrees.items()}
    return looked_up(things, worth)


def looked_up(keys: Ints, table: Mapping[int, float]) -> Floats:
    """The value of each key, 0 for those that the table has not."""
    if not table:
        return np.zeros(len(keys))
    known = np.array(sorted(table), dtype=np.int64)
    values = np.array([table[key] for key in known.tolist()], dtype=np.float64)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, values[at], 0.0)
