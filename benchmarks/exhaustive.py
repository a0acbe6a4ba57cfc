"""The product's score for everybody who works on what was asked, by NumPy over arrays in memory."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from benchmarks.network import ALL_STAGES, THIS_YEAR, Floats, Ints, Network
from graph.peers.terms import STAGES
from graph.peers.weights import Weights

_EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True)
class Asked:
    """Who asks, by position, and on which issue; None for all that they work on."""

    official: int
    issue: int | None
    intent: str


class Exhaustive:
    """Scores of all candidates of a network by the same weights as the product's."""

    def __init__(self, network: Network, weights: Weights) -> None:
        """Work out what doesn't depend on who asks."""
        self._of = network
        self._by = weights
        self._latitude = np.radians(network.latitude)
        self._longitude = np.radians(network.longitude)
        self._magnitude = np.log10(network.population)

    def scores(self, asked: Asked) -> tuple[Ints, Floats]:
        """Candidates by position, and their scores: all with work on what was asked, elsewhere."""
        net, weights = self._of, self._by.terms
        own = self._own_work(asked.official)
        issues = [asked.issue] if asked.issue is not None else sorted(own)
        total = np.zeros(net.size)
        is_candidate = np.zeros(net.size, dtype=bool)
        left = np.ones(net.size)
        ahead, offered, sought = (np.zeros(net.size) for _ in range(3))
        for issue in issues:
            rows = net.works_on[issue]
            who = net.worker[rows]
            is_candidate[who] = True
            left[who] *= 1 - self.rarities[issue] * (2 + net.priority[rows]) / 5
            mine = own.get(issue)
            table = self.steps(asked.intent, None if mine is None else int(net.stage[mine]))
            _raise(ahead, who, table[net.stage[rows]])
            if mine is not None:
                _raise(offered, who, _met(int(net.seeks[mine]), net.offers[rows]))
                _raise(sought, who, _met(int(net.offers[mine]), net.seeks[rows]))
        total += weights["same_issue"] * (1 - left) + weights["further_along"] * ahead
        total += weights["offers_what_you_seek"] * offered
        total += weights["seeks_what_you_offer"] * sought
        total += weights["wider_issue"] * self._wider(issues)
        if asked.issue is not None:
            others = [net.worker[net.works_on[each]] for each in own if each != asked.issue]
            total += weights["also_works_on"] * self._in_common(others)
        first, last = net.memberships_of[asked.official : asked.official + 2]
        groups = [net.in_organization[each] for each in net.organization[first:last]]
        total += weights["shared_organization"] * self._in_common(groups)
        total += self.of_places(int(net.place[asked.official]), issues)[net.place]
        total += weights["same_office"] * (net.office == net.office[asked.official])
        is_candidate &= net.place != net.place[asked.official]
        found = np.flatnonzero(is_candidate)
        return found, total[found]

    @cached_property
    def rarities(self) -> Floats:
        """Of each issue, as `Question.rarities`."""
        degrees = np.array([max(len(rows), 1) for rows in self._of.works_on])
        rarities: Floats = np.log1p(self._of.size / degrees) / math.log1p(self._of.size)
        return rarities

    def steps(self, intent: str, mine: int | None) -> Floats:
        """The likeness of each stage to the asker's."""
        start = mine if mine is not None and mine < len(STAGES) else 0
        theirs = np.arange(len(STAGES))
        if intent == "learn":
            likeness = np.maximum(theirs - start, 0) / 3
            if start < STAGES.index("adopted"):
                likeness = np.where(theirs >= STAGES.index("adopted"), 1.0, likeness)
        else:
            likeness = 1 - np.abs(theirs - start) / (len(STAGES) - 1)
        return np.append(np.minimum(likeness, 1.0), np.zeros(len(ALL_STAGES) - len(STAGES)))

    def of_places(self, home: int, issues: list[int]) -> Floats:
        """Nearness, size and adoptions: the part of the score that is the same for a place."""
        net, by = self._of, self._by
        half = (
            np.sin((self._latitude - self._latitude[home]) / 2) ** 2
            + np.cos(self._latitude)
            * math.cos(self._latitude[home])
            * np.sin((self._longitude - self._longitude[home]) / 2) ** 2
        )
        km = 2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
        near = 1 - np.log1p(km) / math.log1p(by.farthest_km)
        alike = 1 - np.abs(self._magnitude - self._magnitude[home]) / by.size_decades
        latest = np.zeros(len(net.population))
        rows = np.isin(net.adopted_issue, issues)
        np.maximum.at(latest, net.adopter[rows], net.adopted_year[rows])
        fresh = 0.5 ** ((THIS_YEAR - latest) / by.half_life_years)
        total: Floats = by.terms["nearby"] * np.maximum(near, 0)
        total += by.terms["alike_size"] * np.maximum(alike, 0)
        total += by.terms["place_adopted"] * np.where(latest > 0, fresh, 0)
        return total

    def _own_work(self, official: int) -> dict[int, int]:
        first, last = self._of.works_of[official : official + 2]
        return {int(self._of.issue[row]): row for row in range(first, last)}

    def _in_common(self, groups: list[Ints]) -> Floats:
        shared = np.zeros(self._of.size)
        for who in groups:
            shared[who] += 1 / math.log1p(max(len(who), 2))
        likeness: Floats = 1 - np.exp(-shared / self._by.shared)
        return likeness

    def _wider(self, issues: list[int]) -> Floats:
        net, nearness = self._of, self._by.relatives
        best = np.zeros(net.size)
        for asked in issues:
            parent = int(net.parent[asked])
            related = dict.fromkeys(_positions(net.parent == asked), nearness["child"])
            if parent >= 0:
                siblings = _positions(net.parent == parent)
                related |= dict.fromkeys(siblings, nearness["sibling"])
                del related[asked]
                related[parent] = nearness["parent"]
            for issue, likeness in related.items():
                who = net.worker[net.works_on[issue]]
                _raise(best, who, np.full(len(who), likeness * self.rarities[issue]))
        return best


def _positions(chosen: npt.NDArray[np.bool_]) -> list[int]:
    return [int(at) for at in np.flatnonzero(chosen)]


def _raise(best: Floats, who: Ints, likeness: Floats) -> None:
    """Each is on an issue once, so positions do not repeat."""
    best[who] = np.maximum(best[who], likeness)


def _met(wanted: int, given: Ints) -> Floats:
    share: Floats = np.bitwise_count(given & wanted) / max(wanted.bit_count(), 1)
    return share
