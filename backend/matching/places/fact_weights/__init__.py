"""Which facts count for an issue, and how much: data with a version, beside this file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from backend.matching.places.likeness import Fact, Weights

CURRENT = "2026.2"


@dataclass(frozen=True)
class FactWeights:
    """One version: the weights by an issue's slug, and for all other issues."""

    version: str
    default: Weights
    issues: Mapping[str, Weights]


@cache
def fact_weights(version: str = CURRENT) -> FactWeights:
    """Return a version. Raises ValueError when its file names what isn't a fact, or no weight."""
    path = Path(__file__).with_name(f"{version}.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    found = FactWeights(
        version=read["version"],
        default=_by_fact(read["default"]),
        issues={slug: _by_fact(weights) for slug, weights in read["issues"].items()},
    )
    for weights in (found.default, *found.issues.values()):
        if not weights or min(weights.values()) <= 0:
            raise ValueError(f"{path.name}: each issue has weights, and each is above 0.")
    return found


def _by_fact(read: Mapping[str, float]) -> dict[Fact, float]:
    return {Fact(name): float(number) for name, number in read.items()}
