"""What is written into the graph and read back from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.schema import RELATIONSHIP_TYPES


@dataclass(frozen=True)
class Edge:
    """One outgoing relationship; `target` is an id of the label that the schema names."""

    type: str
    key: str
    target: int
    properties: dict[str, Any] = field(default_factory=dict)


def edge_as_stored(type_: str, target: int, stored: Mapping[str, Any]) -> Edge:
    """An edge from what the graph has of it; properties that it lacks are None."""
    names = RELATIONSHIP_TYPES[type_].properties
    return Edge(type_, stored["key"], target, {name: stored.get(name) for name in names})


@dataclass(frozen=True)
class NodeState:
    """An aggregate as the tables have it now: a node and all of its outgoing relationships."""

    label: str
    id: int
    properties: dict[str, Any]
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True)
class MissingTarget:
    """An edge that could not be written, since its target is not in the graph (yet)."""

    label: str
    id: int
    edge: Edge


@dataclass(frozen=True)
class WriteReport:
    """How many aggregates were written and ignored (older, or removed later), and what is lacking.

    Whoever is in `missing` is written without that edge; write it again when the target is there.
    """

    written: int
    ignored: int
    missing: tuple[MissingTarget, ...]


@dataclass(frozen=True)
class Stored:
    """An aggregate as the graph has it, with the stamp of its last write.

    Its properties are all that the schema names, None where the graph has none; its edges are in
    the order of type and key.
    """

    state: NodeState
    version: int
    epoch: int
