"""The score of candidates: a sum of terms, each a likeness by its weight; and the ranking."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph import cards
from graph.cards import Columns, Floats, Ints, Rows
from graph.peers.inputs import Person, Question
from graph.peers.terms import CIRCUMSTANCES, TERMS

_DECIMALS = 9  # scores that differ by less are equal


@dataclass(frozen=True)
class Finding:
    """A term that is not zero: its likeness, above 0 and up to 1, and the edges that it cites.

    The edges are positions in the candidate's own list, those that are worth most first; none for
    a term that is about the two people or their places.
    """

    likeness: float
    edges: tuple[int, ...]


@dataclass(frozen=True)
class Scored:
    """A candidate with the terms that speak for them."""

    person: Person
    score: float
    findings: Mapping[str, Finding]


def likenesses(question: Question, columns: Columns) -> dict[str, Floats]:
    """The likeness of every candidate by each term that counts."""
    return {
        code: term.likeness(question, columns)
        for code, term in TERMS.items()
        if question.terms[code] > 0
    }


def totals(question: Question, found: Mapping[str, Floats]) -> Floats:
    """The score of every candidate."""
    weighted = [question.terms[code] * each for code, each in found.items()]
    return np.asarray(np.round(np.sum(weighted, axis=0), _DECIMALS), dtype=np.float64)


def substantial(found: Mapping[str, Floats]) -> npt.NDArray[np.bool_]:
    """For which candidates more than circumstances speak."""
    substance = [each > 0 for code, each in found.items() if code not in CIRCUMSTANCES]
    return np.asarray(np.any(substance, axis=0))


def top(question: Question, officials: Ints, scores: Floats, limit: int) -> Ints:
    """The positions of the best, in order; ties by a lot that favours nobody and stays the same."""
    if len(scores) > limit:
        last = np.partition(scores, -limit)[-limit]
        at = np.flatnonzero(scores >= last)
    else:
        at = np.arange(len(scores))
    ordered = sorted(
        at.tolist(), key=lambda each: (-scores[each], _lot(question, int(officials[each])))
    )
    return np.array(ordered[:limit], dtype=np.int64)


def rank(question: Question, people: Sequence[Person]) -> list[Scored]:
    """Candidates by score, each with what speaks for them; the sum is exactly rounded."""
    if not people:
        return []
    columns = cards.read([cards.write(person.card) for person in people])
    found = likenesses(question, columns)
    weights = question.terms
    worth = {code: TERMS[code].worth(question, columns) for code in found if TERMS[code].of}
    scored = []
    for at in top(question, columns.official, totals(question, found), len(people)).tolist():
        findings = {
            code: Finding(float(likeness[at]), _cited(columns, worth, code, at))
            for code, likeness in found.items()
            if likeness[at] > 0
        }
        score = math.fsum(weights[code] * each.likeness for code, each in findings.items())
        scored.append(Scored(people[at], score, findings))
    return scored


def _cited(
    columns: Columns, worths: Mapping[str, Floats], code: str, candidate: int
) -> tuple[int, ...]:
    term = TERMS[code]
    if term.of is None:
        return ()
    rows: Rows = getattr(columns, term.of)
    first, end = np.searchsorted(rows.owner, [candidate, candidate + 1])
    worth = worths[code][first:end]
    # Equal ones in the order of the things they lead to, whatever order they came in.
    ordered = np.lexsort((rows.columns[0][first:end], -worth))
    cited = [int(each) for each in ordered if worth[each] > 0]
    return tuple(cited if term.cites_all else cited[:1])


def _lot(question: Question, candidate: int) -> bytes:
    return hashlib.sha256(f"{question.asker.id}:{candidate}".encode()).digest()
