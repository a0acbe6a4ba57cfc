"""How much one statement may take on, so that each is bounded on both engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")

BATCH = 1000  # of whatever is written or looked up by its id
DEADLINE_S = 25.0  # below the bundled engine's own limit for a statement


def batches(items: Sequence[_Item], size: int = BATCH) -> Iterator[Sequence[_Item]]:
    """The items in their order, so many at once at most."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
