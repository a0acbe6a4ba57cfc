"""Versioned writes into the graph, their upkeep, and reading back what is there."""

from graph.writes.aggregates import tombstone, upsert
from graph.writes.carding import Home, carded, family_edges, topic_edges, year_edges
from graph.writes.ends import present, sources, targets
from graph.writes.states import Edge, MissingTarget, NodeState, Stored, WriteReport
from graph.writes.tallies import tally
from graph.writes.upkeep import (
    counts,
    fetch,
    iterate,
    newest,
    projection_epoch,
    set_projection_epoch,
    sweep,
)

__all__ = [
    "Edge",
    "Home",
    "MissingTarget",
    "NodeState",
    "Stored",
    "WriteReport",
    "carded",
    "counts",
    "family_edges",
    "fetch",
    "iterate",
    "newest",
    "present",
    "projection_epoch",
    "set_projection_epoch",
    "sources",
    "sweep",
    "tally",
    "targets",
    "tombstone",
    "topic_edges",
    "upsert",
    "year_edges",
]
