"""Who is in the graph now, and who is at the other ends of edges."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.connection import Graph
from graph.schema import RELATIONSHIP_TYPES
from graph.writes.limits import DEADLINE_S, batches


def present(graph: Graph, label: str, ids: Sequence[int]) -> frozenset[int]:
    """Which of these ids have a node of this label."""
    query = f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN collect(n.id) AS ids"
    return frozenset(graph.read(query, {"ids": list(ids)}, timeout=DEADLINE_S)[0]["ids"])


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
        for batch in batches(sorted(ids))
        for id_ in graph.read(query, {"ids": batch}, timeout=DEADLINE_S)[0]["ids"]
    )
