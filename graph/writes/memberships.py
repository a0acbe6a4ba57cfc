"""Writing which buckets something is in. A bucket is made when something comes to be in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.connection import Statement
from graph.schema import BUCKET
from graph.writes.states import Edge


def bucket_edges(type_: str, source: int, ids: Iterable[int]) -> tuple[Edge, ...]:
    """Edges of this type into these buckets; a key is the id of what is in it and the bucket's."""
    return tuple(Edge(type_, f"{source}:{id_}", id_) for id_ in ids)


def membership_statements(
    label: str, type_: str, rows: Sequence[dict[str, Any]], stamp: dict[str, int]
) -> list[Statement]:
    """What makes these edges, and the buckets that aren't there yet; to follow the nodes'."""
    entered: dict[int, list[int]] = {}
    for row in rows:
        entered.setdefault(row["source"], []).append(row["target"])
    every = sorted({id_ for ids in entered.values() for id_ in ids})
    # By whoever enters, since to find them for each edge would take longer.
    enter = f"""UNWIND $rows AS row
        MATCH (n:{label} {{id: row.id}}) WHERE n.version = $version AND n.epoch = $epoch
        UNWIND row.buckets AS id
        MATCH (b:{BUCKET} {{id: id}})
        CREATE (n)-[:{type_} {{key: toString(n.id) + ':' + toString(id), version: $version,
            epoch: $epoch}}]->(b)"""
    entering = [{"id": id_, "buckets": ids} for id_, ids in entered.items()]
    return [(_MAKE, {"ids": every}), (enter, {"rows": entering, **stamp})]


_MAKE = f"""UNWIND $ids AS id WITH id
    WHERE NOT EXISTS {{ MATCH (b:{BUCKET} {{id: id}}) }} CREATE (b:{BUCKET} {{id: id}})"""
