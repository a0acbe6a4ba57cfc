"""What the score is computed from: the one who asks, the candidates, and what was asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from graph.features import (
    ADOPTIONS_KEPT,
    FACTS,
    AdoptionFeatures,
    FeatureRow,
    PlaceFeatures,
    WorkFeatures,
)
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
    seeks: tuple[str, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True)
class Affiliation:
    """An official's edge to an organization; `key` is that of its AFFILIATED_WITH."""

    key: str
    organization: int


@dataclass(frozen=True)
class Place:
    """The locality that an official represents; population and coordinates may be unknown."""

    id: int
    state: str
    population: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class Adoption:
    """A policy that addresses `issue`, adopted by the locality on a known date, in force."""

    id: int
    adopted_on: date
    policy: int
    issue: int


@dataclass(frozen=True)
class Attendance:
    """An official's edge to an event; `key` is that of its ATTENDED."""

    key: str
    event: int


@dataclass(frozen=True)
class Fact:
    """A figure of a locality; shares are parts of one, money is in dollars."""

    id: int
    name: str
    value: float


@dataclass(frozen=True)
class Person:
    """An official with their edges, and what their locality has adopted and is like."""

    id: int
    office_kind: str
    place: Place | None
    works: tuple[Work, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        """Put in order what a feature row has in order, and leave out what it has no room for."""
        ordered = sorted(
            self.adoptions, key=lambda each: (-each.adopted_on.toordinal(), each.policy)
        )
        object.__setattr__(self, "adoptions", tuple(ordered[:ADOPTIONS_KEPT]))
        known = tuple(each for each in self.facts if each.name in FACTS)
        object.__setattr__(self, "facts", known)

    @property
    def features(self) -> FeatureRow:
        """What the score needs to know of them; its lists are in the order of the edges here."""
        place = self.place
        return FeatureRow(
            official=self.id,
            office_kind=self.office_kind,
            place=PlaceFeatures(
                place.id, place.state, place.latitude, place.longitude, place.population
            )
            if place
            else None,
            works=[
                WorkFeatures(each.issue, each.stage, each.priority, each.seeks, each.offers)
                for each in self.works
            ],
            organizations=[each.organization for each in self.affiliations],
            events=[each.event for each in self.attendances],
            adoptions=[
                AdoptionFeatures(each.policy, each.issue, each.adopted_on)
                for each in self.adoptions
            ],
            facts=[(each.name, each.value) for each in self.facts],
        )


@dataclass(frozen=True)
class Relative:
    """An issue next to an asked one in the tree; `path` are the children of the PART_OF edges."""

    asked: int
    issue: int
    relation: Relation
    path: tuple[int, ...]


@dataclass(frozen=True)
class Preemption:
    """A state forbids its localities a policy, which addresses `issue`."""

    id: int
    state: str
    policy: int
    issue: int


@dataclass(frozen=True)
class Adopter:
    """A locality elsewhere that has adopted something on what was asked."""

    place: Place
    adoption: Adoption


@dataclass(frozen=True)
class Statistics:
    """How common what is asked about is: all officials, and how many have an edge to each thing."""

    officials: int
    issues: Mapping[int, int]
    organizations: Mapping[int, int]
    events: Mapping[int, int] = field(default_factory=dict)
    policies: Mapping[int, int] = field(default_factory=dict)


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
    excluded: frozenset[int] = frozenset()  # from whom something keeps the asker on that day
    overlapping: frozenset[int] = frozenset()  # places that share ground with the asker's
    saved: Mapping[int, str] = field(default_factory=dict)  # whom the asker saved: the edge's key
    preemptions: tuple[Preemption, ...] = ()  # on what was asked, of the asker's and other states
    adopters: tuple[Adopter, ...] = ()  # the latest, to collaborate
    past: frozenset[int] = frozenset()  # places of candidates that have adopted what is asked

    @cached_property
    def asked(self) -> frozenset[int]:
        """The issues that the question is about."""
        if self.named is not None:
            return frozenset((self.named,))
        return frozenset(work.issue for work in self.asker.works)

    @property
    def own_places(self) -> frozenset[int]:
        """The asker's place and those that overlap it: who serves there is not elsewhere."""
        return self.overlapping | ({self.asker.place.id} if self.asker.place else set())

    @cached_property
    def forbidden(self) -> Mapping[str, tuple[Preemption, Preemption]]:
        """Of each state, one of its preemptions that the asker's state has too: mine and theirs.

        Of several it is the one of the policy with the least id; the asker's own state has its own.
        """
        home = self.asker.place.state if self.asker.place else ""
        mine = {each.policy: each for each in self.preemptions if each.state == home}
        both = {
            theirs.state: (mine[theirs.policy], theirs)
            for theirs in sorted(self.preemptions, key=lambda each: (-each.policy, each.id))
            if theirs.policy in mine
        }
        return both if home else {}

    @property
    def terms(self) -> Mapping[str, float]:
        """The weight of each term for what the asker has in mind."""
        return self.weights.terms[self.intent]

    @cached_property
    def rarities(self) -> Mapping[int, float]:
        """Of each issue, its inverse document frequency between 0 and 1.

        ln(1 + N/n) / ln(1 + N), where n of all N officials work on the issue.
        """
        return self._rarities(self.statistics.issues)

    @cached_property
    def policy_rarities(self) -> Mapping[int, float]:
        """Of each policy the same, where n places have adopted it."""
        return self._rarities(self.statistics.policies)

    def _rarities(self, degrees: Mapping[int, int]) -> Mapping[int, float]:
        everyone = max(self.statistics.officials, 1)
        return {
            id_: math.log1p(everyone / min(max(degree, 1), everyone)) / math.log1p(everyone)
            for id_, degree in degrees.items()
        }

    @cached_property
    def asker_work(self) -> Mapping[int, Work]:
        """The asker's work on each issue."""
        return {work.issue: work for work in reversed(self.asker.works)}

    @cached_property
    def relatives_on(self) -> Mapping[int, tuple[Relative, ...]]:
        """Of each issue, what of the asked ones it is next to.

        Asked ones too: left out, an asker's work on one would change what the others' work on it
        is worth, and no evidence would say so.
        """
        found: dict[int, tuple[Relative, ...]] = {}
        for each in self.relatives:
            if each.asked in self.asked:
                found[each.issue] = (*found.get(each.issue, ()), each)
        return found
