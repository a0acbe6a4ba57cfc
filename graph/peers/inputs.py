"""What the score is computed from: the one who asks, the candidates, and what was asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from graph.peers.model import Intent
from graph.peers.weights import Weights

Relation = Literal["parent", "child", "sibling"]


@dataclass(frozen=True)
class Work:
    """An official's edge to an issue; `key` is that of its WORKS_ON."""

    key: str
    issue: int
    stage: str
    priority: int
    since: date | None
    seeks: tuple[str, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True)
class Affiliation:
    """An official's edge to an organization; `key` is that of its AFFILIATED_WITH."""

    key: str
    organization: int
    since: date | None


@dataclass(frozen=True)
class Place:
    """The locality that an official represents; population and coordinates may be unknown."""

    id: int
    name: str
    state: str
    population: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class Adoption:
    """A policy that addresses `issue`, adopted by the locality on a known date, in force."""

    id: int
    title: str
    adopted_on: date
    precision: str
    source: str | None
    policy: int
    policy_name: str
    issue: int


@dataclass(frozen=True)
class Person:
    """An official with their edges; adoptions are those of their locality on what was asked."""

    id: int
    office_kind: str
    place: Place | None
    works: tuple[Work, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    adoptions: tuple[Adoption, ...] = ()


@dataclass(frozen=True)
class Relative:
    """An issue next to an asked one in the tree; `path` are the children of the PART_OF edges."""

    asked: int
    issue: int
    relation: Relation
    path: tuple[int, ...]


@dataclass(frozen=True)
class Statistics:
    """How common things are: all officials, and how many are on an issue or in an organization."""

    officials: int
    issues: Mapping[int, int]
    organizations: Mapping[int, int]


@dataclass(frozen=True)
class Question:
    """Who asks for peers, with what in mind, on which day and by which weights.

    `named` is the issue that was asked for; None asks for all that the asker works on.
    """

    asker: Person
    named: int | None
    intent: Intent
    as_of: date
    weights: Weights
    relatives: tuple[Relative, ...]
    statistics: Statistics
    apart: frozenset[int] = frozenset()  # whom the asker is kept apart from on that day
    issue_names: Mapping[int, str] = field(default_factory=dict)
    organization_names: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def asked(self) -> frozenset[int]:
        """The issues that the question is about."""
        if self.named is not None:
            return frozenset((self.named,))
        return frozenset(work.issue for work in self.asker.works)

    @cached_property
    def rarities(self) -> Mapping[int, float]:
        """Of each issue, its inverse document frequency between 0 and 1.

        ln(1 + N/n) / ln(1 + N), where n of all N officials work on the issue.
        """
        everyone = max(self.statistics.officials, 1)
        return {
            issue: math.log1p(everyone / min(max(degree, 1), everyone)) / math.log1p(everyone)
            for issue, degree in self.statistics.issues.items()
        }

    @cached_property
    def asker_work(self) -> Mapping[int, Work]:
        """The asker's work on each issue."""
        return {work.issue: work for work in reversed(self.asker.works)}

    @cached_property
    def relatives_on(self) -> Mapping[int, tuple[Relative, ...]]:
        """Of each issue, what of the asked ones it is next to."""
        found: dict[int, tuple[Relative, ...]] = {}
        for each in self.relatives:
            if each.asked in self.asked:
                found[each.issue] = (*found.get(each.issue, ()), each)
        return found
