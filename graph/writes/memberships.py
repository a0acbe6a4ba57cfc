"""Writing which buckets something is in: only what has changed, for most of it seldom does.

An edge to a bucket keeps the version that made it; a new epoch makes all of them anew. Its key is
the id of what is in the bucket, and the bucket's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.connection import Statement
from graph.schema import BUCKET, RELATIONSHIP_TYPES
from graph.writes.states import Edge, NodeState

_STAMPED = "n.version = $version AND n.epoch = $epoch"


def bucket_edges(type_: str, source: int, ids: Iterable[int]) -> tuple[Edge, ...]:
    """Edges of this type into these buckets."""
    return tuple(Edge(type_, f"{source}:{id_}", id_) for id_ in ids)


def membership_statements(
    label: str, states: Sequence[NodeState], stamp: dict[str, Any], *, is_new: bool
) -> list[Statement]:
    """What brings these aggregates into exactly their buckets; to follow the nodes' statements.

    New nodes have no bucket that could be kept or left.
    """
    statements: list[Statement] = []
    for kind in RELATIONSHIP_TYPES.values():
        if kind.source != label or kind.target != BUCKET:
            continue
        wanted = {
            state.id: [edge.target for edge in state.edges if edge.type == kind.type]
            for state in states
        }
        rows = [{"id": id_, "buckets": ids} for id_, ids in wanted.items()]
        make = (_MAKE, {"ids": sorted({id_ for ids in wanted.values() for id_ in ids})})
        if is_new:
            statements += [make, (_enter(label, kind.type), {"rows": rows, **stamp})]
        else:
            leave = (_leave(label, kind.type), {"rows": rows, **stamp})
            statements += [leave, make, (_join(label, kind.type), {"rows": rows, **stamp})]
    return statements


_MAKE = f"""UNWIND $ids AS id WITH id
    WHERE NOT EXISTS {{ MATCH (b:{BUCKET} {{id: id}}) }} CREATE (b:{BUCKET} {{id: id}})"""


def _leave(label: str, type_: str) -> str:
    return f"""UNWIND $rows AS row
        MATCH (n:{label} {{id: row.id}})-[r:{type_}]->(b:{BUCKET})
        WHERE {_STAMPED} AND (r.epoch <> $epoch OR NOT b.id IN row.buckets) DELETE r"""


def _join(label: str, type_: str) -> str:
    return f"""UNWIND $rows AS row
        MATCH (n:{label} {{id: row.id}}) WHERE {_STAMPED}
        CALL (n) {{ MATCH (n)-[:{type_}]->(b:{BUCKET}) RETURN collect(b.id) AS present }}
        UNWIND [each IN row.buckets WHERE NOT each IN present] AS id
        {_edge(type_)}"""


def _enter(label: str, type_: str) -> str:
    return f"""UNWIND $rows AS row
        MATCH (n:{label} {{id: row.id}}) WHERE {_STAMPED}
        UNWIND row.buckets AS id
        {_edge(type_)}"""


def _edge(type_: str) -> str:
    return f"""MATCH (b:{BUCKET} {{id: id}})
        CREATE (n)-[:{type_} {{key: toString(n.id) + ':' + toString(id), version: $version,
            epoch: $epoch}}]->(b)"""
