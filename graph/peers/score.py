"""The score of a candidate: a sum of terms, each a likeness by its weight; and the ranking."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.peers.inputs import Person, Question
from graph.peers.terms import TERMS, Finding


@dataclass(frozen=True)
class Scored:
    """A candidate with the terms that speak for them."""

    person: Person
    score: float
    findings: Mapping[str, Finding]


def score(question: Question, candidate: Person) -> Scored:
    """All terms of one candidate; the score is the exactly rounded sum of weight by likeness."""
    weights = question.weights.terms
    findings = {}
    for code, term in TERMS.items():
        finding = term(question, candidate)
        if finding is not None and finding.likeness * weights[code] > 0:
            findings[code] = finding
    total = math.fsum(weights[code] * finding.likeness for code, finding in findings.items())
    return Scored(candidate, total, findings)


def rank(question: Question, candidates: Iterable[Person]) -> list[Scored]:
    """Candidates by score; ties by a hash of the pair, which favours nobody and stays the same."""
    scored = [score(question, candidate) for candidate in candidates]
    return sorted(scored, key=lambda each: (-each.score, _lot(question.asker, each.person)))


def _lot(asker: Person, candidate: Person) -> bytes:
    return hashlib.sha256(f"{asker.id}:{candidate.id}".encode()).digest()
