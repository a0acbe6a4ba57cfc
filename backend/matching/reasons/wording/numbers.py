"""Numbers as people say them."""

from backend.directory.models import FactName
from backend.matching.reasons.wording.catalogue import Place

# Up to these ratios of their populations two places are about the same size, or comparable.
SAME_SIZE, COMPARABLE_SIZE = 1.5, 3


def rounded(population: int) -> str:
    """Write a population to three digits, as people say it: 211,328 becomes "211,000"."""
    step = 10 ** max(0, len(str(population)) - 3)
    return f"{round(population / step) * step:,}"


def round_miles(miles: float) -> int:
    """Return miles in steps of 5, from 100 on in steps of 50."""
    step = 5 if miles < 100 else 50
    return max(step, round(miles / step) * step)


def size_ratio(theirs: int, yours: int) -> float:
    """Return how many times larger the larger one of two populations is."""
    return max(theirs, yours, 1) / max(1, min(theirs, yours))


def ratio_of(one: Place, other: Place) -> float | None:
    """Return the ratio of two places' sizes, if both are known."""
    if one.population is None or other.population is None:
        return None
    return size_ratio(one.population, other.population)


def amount(name: FactName, value: float) -> str:
    """Write a figure of a place: "61%", or "0.4%" of what is rare, or "$1,450"."""
    if not name.endswith("_share"):
        return f"${value:,.0f}"
    percent = value * 100
    return f"{percent:.0f}%" if percent >= 1 else f"{percent:.1f}%"
