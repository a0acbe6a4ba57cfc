"""Invented figures of the real places, so that places can be alike or not."""

from collections.abc import Iterable
from random import Random

from backend.demo.model import Fact, Place

YEAR = 2024
# How often a figure is known: a missing one must show as unknown.
KNOWN = 0.88


def facts_of(rng: Random, places: Iterable[Place]) -> tuple[Fact, ...]:
    """Return figures that hang together: dearer places are richer, larger ones ride more."""
    return tuple(
        Fact(place.division_id, name, value, YEAR)
        for place in places
        for name, value in _figures(rng, place).items()
        if rng.random() < KNOWN
    )


def _figures(rng: Random, place: Place) -> dict[str, float]:
    wealth = rng.gauss(0, 1)
    size = min(place.population, 2_000_000) ** 0.25 / 37.6  # 1 for the largest
    income = round(max(31_000, 64_000 + 17_000 * wealth + 6_000 * size), -2)
    return {
        "renter_share": _share(rng, 0.3 + 0.28 * size - 0.04 * wealth, 0.06),
        "median_rent": round(max(520, 0.0185 * income + rng.gauss(60, 110)), -1),
        "median_income": float(income),
        "poverty_share": _share(rng, 0.15 - 0.045 * wealth, 0.02),
        "transit_share": _share(rng, 0.22 * size**2, 0.015),
        "union_share": _share(rng, 0.1, 0.04),
    }


def _share(rng: Random, about: float, spread: float) -> float:
    return round(min(0.95, max(0.002, rng.gauss(about, spread))), 3)
