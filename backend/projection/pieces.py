"""Making nodes and edges out of rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from backend.outbox.models import Aggregate
from graph.writes import Edge, NodeState


def node(
    label: Aggregate, row: Mapping[str, Any], fields: Iterable[str], edges: Iterable[Edge] = ()
) -> NodeState:
    """Return the node of a row, with these of its fields."""
    return NodeState(label.value, row["id"], {name: row[name] for name in fields}, tuple(edges))


def edge(
    type_: str, key: int | str, target: int | None, facts: Mapping[str, Any] | None = None
) -> tuple[Edge, ...]:
    """Return the edge, or none if there is nothing at its other end."""
    return () if target is None else (Edge(type_, str(key), target, dict(facts or {})),)
