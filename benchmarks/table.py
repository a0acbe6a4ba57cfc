"""A line of the table that the benchmarks print."""

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
