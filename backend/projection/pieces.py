"""Making nodes and edges out of rows."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models.expressions import RawSQL

from backend.outbox.models import Aggregate
from graph.writes import Edge, NodeState


def any_of(ids: Collection[int]) -> RawSQL:
    """Return the ids for `__in` as one parameter: one each costs more than looking them up."""
    return RawSQL("SELECT unnest(%s::bigint[])", (list(ids),))


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
