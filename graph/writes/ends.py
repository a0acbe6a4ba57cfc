"""Who is at the other ends of edges, as the graph has it now."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graph.connection import Graph
from graph.schema import RELATIONSHIP_TYPES

BATCH = 1000
DEADLINE_S = 25.0


def sources(graph: Graph, type_: str, ids: Collection[int]) -> frozenset[int]:
    """Whose edges of this type lead to these."""
    kind = RELATIONSHIP_TYPES[type_]
    return _others(graph, f"(n:{kind.target} {{id: id}})<-[:{type_}]-(m:{kind.source})", ids)


def targets(graph: Graph, type_: str, ids: Collection[int]) -> frozenset[int]:
    """Where the edges of this type of these lead."""
    kind = RELATIONSHIP_TYPES[type_]
    return _others(graph, f"(n:{kind.source} {{id: id}})-[:{type_}]->(m:{kind.target})", ids)


def _others(graph: Graph, pattern: str, ids: Collection[int]) -> frozenset[int]:
    query = f"UNWIND $ids AS id MATCH {pattern} RETURN collect(DISTINCT m.id) AS ids"
    return frozenset(
        id_
        for batch in _batches(ids)
        for id_ in graph.read(query, {"ids": batch}, timeout=DEADLINE_S)[0]["ids"]
    )


def _batches(ids: Collection[int]) -> Iterator[list[int]]:
    every = sorted(ids)
    for start in range(0, len(every), BATCH):
        yield every[start : start + BATCH]
