"""What the graph has of aggregates before they are written, and how that differs from a state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.connection import Graph
from graph.writes.limits import DEADLINE_S
from graph.writes.states import Edge, NodeState, edge_as_stored


@dataclass(frozen=True)
class Standing:
    """An aggregate: the stamp of its last write, and its edges of the present epoch."""

    version: int
    epoch: int
    edges: Mapping[tuple[str, str], Edge]

    @property
    def stamp(self) -> tuple[int, int]:
        """What is greater for what was written later."""
        return (self.epoch, self.version)

    def lacks(self, state: NodeState) -> list[Edge]:
        """The edges of the state that aren't there, or are otherwise."""
        return [edge for edge in state.edges if self.edges.get((edge.type, edge.key)) != edge]

    def beyond(self, state: NodeState) -> list[str]:
        """Type and key, in one word, of the edges that are there and not in the state."""
        wanted = {(edge.type, edge.key): edge for edge in state.edges}
        return [
            type_ + key
            for (type_, key), edge in self.edges.items()
            if wanted.get((type_, key)) != edge
        ]


def standing(graph: Graph, label: str, ids: Sequence[int], epoch: int) -> dict[int, Standing]:
    """Those of these that have a node of this label, by id, with their edges of this epoch."""
    query = f"""UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}})
        RETURN n.id AS id, n.version AS version, n.epoch AS epoch,
        [(n)-[r]->(m) WHERE r.epoch = $epoch | [type(r), m.id, properties(r)]] AS edges"""
    rows = graph.read(query, {"ids": list(ids), "epoch": epoch}, timeout=DEADLINE_S)
    found = {}
    for row in rows:
        edges = [edge_as_stored(*each) for each in row["edges"]]
        keyed = {(edge.type, edge.key): edge for edge in edges}
        found[row["id"]] = Standing(row["version"], row["epoch"], keyed)
    return found
