"""Versioned writes into the graph, their upkeep, and reading back what is there."""

from graph.writes.aggregates import tombstone, upsert
from graph.writes.degree_counts import count_degrees
from graph.writes.ends import present, sources, targets
from graph.writes.features import Home, family_edges, topic_edges, with_features, year_edges
from graph.writes.states import Edge, MissingTarget, NodeState, Stored, WriteReport
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
    "count_degrees",
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
    "targets",
    "tombstone",
    "topic_edges",
    "upsert",
    "with_features",
    "year_edges",
]
