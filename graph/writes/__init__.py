"""Versioned writes into the graph, their upkeep, and reading back what is there."""

from graph.writes.aggregates import tombstone, upsert
from graph.writes.memberships import bucket_edges
from graph.writes.states import Edge, MissingTarget, NodeState, Stored, WriteReport
from graph.writes.tallies import tally
from graph.writes.upkeep import (
    counts,
    fetch,
    iterate,
    newest,
    present,
    projection_epoch,
    set_projection_epoch,
    sweep,
)

__all__ = [
    "Edge",
    "MissingTarget",
    "NodeState",
    "Stored",
    "WriteReport",
    "bucket_edges",
    "counts",
    "fetch",
    "iterate",
    "newest",
    "present",
    "projection_epoch",
    "set_projection_epoch",
    "sweep",
    "tally",
    "tombstone",
    "upsert",
]
