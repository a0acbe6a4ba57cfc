"""How alike two places are by some facts: pure functions of what is known of both."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


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

# People and dollars are compared as ratios: 900 beside 1,000 dollars is as 1,800 beside 2,000.
RATIOS = frozenset({Fact.POPULATION, Fact.MEDIAN_RENT, Fact.MEDIAN_INCOME})


def alike(fact: Fact, yours: float, theirs: float, nothing_alike_at: float) -> float:
    """Return how alike two values are: 1 for the same, 0 from `nothing_alike_at` on.

    Between the two it falls evenly: with the logarithm of a ratio, else with the difference.
    """
    if yours == theirs:
        return 1.0
    if fact not in RATIOS:
        apart = abs(yours - theirs) / nothing_alike_at
    elif yours > 0 and theirs > 0:
        apart = abs(math.log(yours) - math.log(theirs)) / math.log(nothing_alike_at)
    else:
        return 0.0
    return max(0.0, 1 - apart)


def parts(
    weights: Weights,
    nothing_alike_at: Mapping[Fact, float],
    yours: Mapping[Fact, Figure],
    theirs: Mapping[Fact, Figure],
) -> dict[Fact, float]:
    """Return what each fact adds to the likeness of two places; the sum is from 0 to 1.

    What is not known of both adds nothing, and its weight is not given to the others.
    """
    whole = math.fsum(weights.values())
    return {
        fact: weight
        / whole
        * alike(fact, yours[fact].value, theirs[fact].value, nothing_alike_at[fact])
        if fact in yours and fact in theirs
        else 0.0
        for fact, weight in weights.items()
    }
