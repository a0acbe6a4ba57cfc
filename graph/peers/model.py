"""What a suggestion is: peers, why each one is on the list, and the edges that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Intent = Literal["learn", "collaborate"]
Step = Literal["wider_issue", "other_issues", "organizations", "alike_places"]
EvidenceKind = Literal[
    "work",
    "issue",
    "organization",
    "event",
    "adoption",
    "preemption",
    "locality",
    "fact",
    "office",
    "feedback",
]


@dataclass(frozen=True)
class Evidence:
    """One edge of the graph that a contribution rests on.

    `id` is that of the public node it leads to, of the kind named; `owner` is the official whose
    edge it is, None for public edges; `edge` is type and key ("WORKS_ON:12"), to be checked.
    """

    kind: EvidenceKind
    id: int
    owner: int | None
    edge: str


@dataclass(frozen=True)
class Contribution:
    """A likeness between 0 and 1 times its weight; `share` is its part of the peer's score.

    `km` is the distance that it rests on: between the places of the two who are near each other, or
    between the peer's and the adopter's that it is like; None where it rests on none.
    """

    code: str
    value: float
    share: float
    likeness: float
    evidence: tuple[Evidence, ...]
    km: float | None


@dataclass(frozen=True)
class Peer:
    """A suggested official; the score is the sum of the contributions, strongest first."""

    official: int
    score: float
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True)
class Suggestions:
    """A ranking, the version of the weights that made it, and the step it was widened by."""

    peers: tuple[Peer, ...]
    weights_version: str
    widened: Step | None
