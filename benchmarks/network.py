"""A seeded network of any size, as arrays: heavy-tailed issues, places, work, help, organizations.

The most popular issue is held by a third of all. Ids in the graph are positions plus one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.features import KINDS, STAGES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

OFFICES = ("council", "mayor", "commission", "school_board")
STATES = 50
THIS_YEAR = 2026

_TOP_SHARE = 1 / 3
_WORKS_EACH = 4.1
_ORGANIZATIONS_EACH = 0.95
_PEOPLE_A_PLACE = 25
_PLACES_A_COUNTY = 40


@dataclass(frozen=True)
class Network:
    """Parallel arrays, one entry a place, issue, official, work, membership or adoption."""

    latitude: Floats
    longitude: Floats
    state: Ints
    population: Ints
    parent: Ints  # of each issue, -1 for none
    organizations: int
    place: Ints  # of each official
    office: Ints
    worker: Ints  # of each work: who, on what, how; sorted by worker
    issue: Ints
    stage: Ints
    priority: Ints
    seeks: Ints  # bits by KINDS
    offers: Ints
    member: Ints  # of each membership: who, in what; sorted by member
    organization: Ints
    adopter: Ints  # of each adoption: which place, on which issue, in which year
    adopted_issue: Ints
    adopted_year: Ints
    size: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.place))

    @cached_property
    def county(self) -> Ints:
        """The county of each place, a place itself; counties are in their own."""
        return np.arange(len(self.population)) // _PLACES_A_COUNTY * _PLACES_A_COUNTY

    @cached_property
    def works_on(self) -> list[Ints]:
        """Of each issue, the positions of its works."""
        return _grouped(self.issue, len(self.parent))

    @cached_property
    def works_of(self) -> Ints:
        """Where each official's works begin; one entry more than officials."""
        return np.searchsorted(self.worker, np.arange(self.size + 1))

    @cached_property
    def in_organization(self) -> list[Ints]:
        """Of each organization, its members."""
        groups = _grouped(self.organization, self.organizations)
        return [self.member[rows] for rows in groups]

    @cached_property
    def adopted_in(self) -> list[Ints]:
        """Of each place, the positions of its adoptions."""
        return _grouped(self.adopter, len(self.population))

    @cached_property
    def memberships_of(self) -> Ints:
        """Where each official's memberships begin; one entry more than officials."""
        return np.searchsorted(self.member, np.arange(self.size + 1))


def make(size: int, seed: int = 4) -> Network:
    """A network of so many officials; 1,000 issues when there are 500,000."""
    dice = np.random.default_rng(seed)
    places = max(40, size // _PEOPLE_A_PLACE)
    issues = round(60 * (size / 1000) ** 0.4527)
    organizations = issues // 2
    centre = np.column_stack((dice.uniform(27, 47, STATES), dice.uniform(-122, -72, STATES)))
    state = dice.choice(STATES, places, p=_tail(STATES, 0.6))
    spread = dice.normal(0, 1.3, (places, 2))
    worker, issue = _draws(dice, size, _shares(issues, _TOP_SHARE, _WORKS_EACH), 1)
    member, organization = _draws(dice, size, _shares(organizations, 0.05, _ORGANIZATIONS_EACH), 0)
    works = len(worker)
    adoptions = places // 2
    parent = np.full(issues, -1)
    children = np.arange(issues // 8, issues)
    parent[children] = dice.integers(0, issues // 8, len(children))
    return Network(
        latitude=np.clip(centre[state, 0] + spread[:, 0], 25, 49),
        longitude=np.clip(centre[state, 1] + spread[:, 1], -124, -67),
        state=state,
        population=np.exp(dice.normal(9.3, 1.6, places)).astype(np.int64) + 100,
        parent=parent,
        organizations=organizations,
        place=dice.integers(0, places, size),
        office=dice.choice(len(OFFICES), size, p=(0.55, 0.1, 0.2, 0.15)),
        worker=worker,
        issue=issue,
        stage=dice.choice(len(STAGES), works, p=(0.25, 0.2, 0.15, 0.15, 0.12, 0.05, 0.08)),
        priority=dice.choice((1, 2, 3), works, p=(0.3, 0.45, 0.25)),
        seeks=_some_kinds(dice, works),
        offers=_some_kinds(dice, works),
        member=member,
        organization=organization,
        adopter=dice.integers(0, places, adoptions),
        adopted_issue=dice.choice(issues, adoptions, p=_tail(issues, 0.9)),
        adopted_year=dice.integers(2000, THIS_YEAR, adoptions),
    )


def _tail(count: int, slope: float) -> Floats:
    weights = _falling(count, slope)
    shares: Floats = weights / weights.sum()
    return shares


def _shares(count: int, top: float, each: float) -> Floats:
    """How likely each is held: `top`, falling as a power of the rank, `each` in all."""
    low, high = 0.0, 5.0
    for _ in range(60):
        slope = (low + high) / 2
        total = top * _falling(count, slope).sum()
        low, high = (slope, high) if total > each else (low, slope)
    return top * _falling(count, slope)


def _falling(count: int, slope: float) -> Floats:
    return np.power(np.arange(1, count + 1, dtype=np.float64), -slope)


def _draws(
    dice: np.random.Generator, size: int, shares: Floats, at_least: int
) -> tuple[Ints, Ints]:
    """Pairs of an official and a thing, each thing held by its share, independently."""
    held = []
    for thing, share in enumerate(shares):
        who = dice.choice(size, dice.binomial(size, min(share, 1.0)), replace=False)
        held.append(np.column_stack((who, np.full(len(who), thing))))
    pairs = np.concatenate(held)
    if at_least:
        without = np.setdiff1d(np.arange(size), pairs[:, 0])
        things = dice.choice(len(shares), len(without), p=shares / shares.sum())
        pairs = np.concatenate((pairs, np.column_stack((without, things))))
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return pairs[:, 0], pairs[:, 1]


def _some_kinds(dice: np.random.Generator, count: int) -> Ints:
    """No kind of help for half, one for a third, else two; some kinds are more usual."""
    likely = _tail(len(KINDS), 0.5)
    one = 1 << dice.choice(len(KINDS), count, p=likely)
    two = 1 << dice.choice(len(KINDS), count, p=likely)
    dips = dice.random(count)
    bits: Ints = np.where(dips < 0.5, 0, np.where(dips < 0.83, one, one | two))
    return bits


def _grouped(values: Ints, count: int) -> list[Ints]:
    order = np.argsort(values, kind="stable")
    return np.split(order, np.searchsorted(values[order], np.arange(1, count)))
