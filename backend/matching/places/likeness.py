"""How alike two places are by some facts: pure functions of what is known of both."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.likeness import likeness
from graph.peers.weights import CURRENT


class Fact(StrEnum):
    """What two places are compared by; all but the population are rows of LocalityFact."""

    POPULATION = "population"
    RENTER_SHARE = "renter_share"
    MEDIAN_RENT = "median_rent"
    MEDIAN_INCOME = "median_income"
    POVERTY_SHARE = "poverty_share"
    TRANSIT_SHARE = "transit_share"
    UNION_SHARE = "union_share"


@dataclass(frozen=True)
class Figure:
    """What is known of a place: a value, of which year, and who says so (may be empty)."""

    value: float
    year: int
    source: str


Weights = Mapping[Fact, float]

# How far apart two values are when nothing of them is alike, as the score has it.
NOTHING_ALIKE_AT: Weights = {
    **{Fact(name): scale for name, scale in CURRENT.facts.items()},
    Fact.POPULATION: CURRENT.scales["size_ratio"],
}

# From so much on two values are called about the same, or comparable: populations within 1.5 and
# 3 times each other.
ABOUT_THE_SAME, COMPARABLE = 0.82, 0.52


def alike(fact: Fact, yours: float, theirs: float) -> float:
    """Return how alike two values are, from 0 to 1: 1 for the same."""
    return float(likeness(fact.value, yours, theirs, NOTHING_ALIKE_AT[fact]))


def parts(
    weights: Weights, yours: Mapping[Fact, Figure], theirs: Mapping[Fact, Figure]
) -> dict[Fact, float]:
    """Return what each fact adds to the likeness of two places; the sum is from 0 to 1.

    What is not known of both adds nothing, and its weight is not given to the others.
    """
    whole = math.fsum(weights.values())
    return {
        fact: weight / whole * alike(fact, yours[fact].value, theirs[fact].value)
        if fact in yours and fact in theirs
        else 0.0
        for fact, weight in weights.items()
    }
