"""The lines that the benchmarks print."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Ours beside the bare thing, and what their ratio has to be."""

    name: str
    ours: str
    bare: str
    ratio: float
    bound: str
    holds: bool


def printed(table: Sequence[Row]) -> int:
    """Print each line; return the exit code, which tells whether all hold."""
    for row in table:
        verdict = "holds" if row.holds else "BROKEN"
        print(  # noqa: T201
            f"{row.name}: ours {row.ours}, bare {row.bare}, "
            f"ratio {row.ratio:.2f} ({row.bound}: {verdict})"
        )
    return 0 if all(row.holds for row in table) else 1
