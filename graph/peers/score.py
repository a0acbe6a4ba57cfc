"""The score of candidates: a sum of terms, each a likeness by its weight; ranking, explaining."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from graph import features
from graph.features import Columns, Floats, Ints, Rows
from graph.peers.inputs import Person, Question
from graph.peers.model import Contribution, Peer
from graph.peers.terms import CIRCUMSTANCES, TERMS
from graph.peers.terms.term import Term

_DECIMALS = 9  # scores that differ by less are equal


@dataclass(frozen=True)
class Finding:
    """A term that is not zero: its likeness, above 0 and up to 1, and the edges that it cites.

    The edges are positions in the candidate's own list, those that are worth most first (of an
    adopter in the question's); none for a term that is about the two people or their places.
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
    columns = features.read([features.write(person.features) for person in people])
    found = likenesses(question, columns)
    weights = question.terms
    cited = {code: _cited(question, columns, TERMS[code]) for code in found}
    scored = []
    for at in top(question, columns.official, totals(question, found), len(people)).tolist():
        findings = {
            code: Finding(float(likeness[at]), cited[code][at])
            for code, likeness in found.items()
            if likeness[at] > 0
        }
        score = math.fsum(weights[code] * each.likeness for code, each in findings.items())
        scored.append(Scored(people[at], score, findings))
    return scored


def explain(question: Question, scored: Scored) -> Peer:
    """The candidate as a peer, with what speaks for them and the edges it rests on."""
    contributions = [
        _contribution(question, scored, code, finding) for code, finding in scored.findings.items()
    ]
    contributions.sort(key=lambda each: (-each.value, each.code))
    return Peer(scored.person.id, scored.score, tuple(contributions))


def _contribution(question: Question, scored: Scored, code: str, finding: Finding) -> Contribution:
    term, value = TERMS[code], question.terms[code] * finding.likeness
    about = (question, scored.person, finding.edges)
    return Contribution(
        code=code,
        value=value,
        share=value / scored.score,
        likeness=finding.likeness,
        evidence=tuple(dict.fromkeys(term.evidence(*about))),
        km=term.km(*about) if term.km else None,
    )


def _cited(question: Question, columns: Columns, term: Term) -> list[tuple[int, ...]]:
    """Of each candidate, the positions of the edges that count, those worth most first."""
    if term.cites is not None:
        return [(which,) for which in term.cites(question, columns).tolist()]
    if term.of is None:
        return [()] * len(columns)
    rows: Rows = getattr(columns, term.of)
    worth, things = term.worth(question, columns).tolist(), rows.columns[0].tolist()
    bounds = np.searchsorted(rows.owner, np.arange(len(columns) + 1)).tolist()
    cited = []
    for first, end in pairwise(bounds):
        # Equal ones in the order of the things they lead to, whatever order they came in.
        best = sorted(
            (row for row in range(first, end) if worth[row] > 0),
            key=lambda row: (-worth[row], things[row]),
        )
        cited.append(tuple(row - first for row in (best if term.cites_all else best[:1])))
    return cited


def _lot(question: Question, candidate: int) -> bytes:
    return hashlib.sha256(f"{question.asker.id}:{candidate}".encode()).digest()
