"""The graph as a whole: its epoch, its counts, reading it back, sweeping out what is older.

Everything goes by windows of ids, so that each statement is bounded on both engines (ordered
reads from an index are not had on both).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graph.buckets import SPAN
from graph.connection import Graph, Row
from graph.schema import (
    BUCKET,
    NODE_TYPES,
    NODES,
    PROJECTION,
    RELATIONSHIP_TYPES,
    TOMBSTONE,
)
from graph.writes.limits import DEADLINE_S
from graph.writes.states import NodeState, Stored, edge_as_stored

WINDOW = 1000
BUCKET_WINDOW = 16 * SPAN  # the buckets of so many issues
# Raise it when what the same rows come to in the graph changes: an older graph is then rebuilt.
FORMAT = 5


def projection_epoch(graph: Graph, timeout: float = DEADLINE_S) -> int | None:
    """The epoch that the graph is of, if it holds what is written nowadays.

    None for a graph that nothing was ever projected into, or whose format is another.
    """
    rows = graph.read(
        f"MATCH (p:{PROJECTION} {{id: 1}}) RETURN p.epoch AS epoch, p.format AS format",
        timeout=timeout,
    )
    return int(rows[0]["epoch"]) if rows and rows[0]["format"] == FORMAT else None


def set_projection_epoch(graph: Graph, epoch: int) -> None:
    """Say which epoch the graph is of, and of which format."""
    graph.write(
        f"MERGE (p:{PROJECTION} {{id: 1}}) SET p.epoch = $epoch, p.format = $format",
        {"epoch": epoch, "format": FORMAT},
    )


def counts(graph: Graph, timeout: float = DEADLINE_S) -> dict[str, int]:
    """How many nodes of each label, tombstones included, and relationships of each type."""
    nodes = {
        label: graph.read(f"MATCH (n:{label}) RETURN count(n) AS n", timeout=timeout)
        for label in (*NODE_TYPES, TOMBSTONE)
    }
    edges = {
        name: graph.read(f"MATCH ()-[r:{name}]->() RETURN count(r) AS n", timeout=timeout)
        for name in RELATIONSHIP_TYPES
    }
    return {name: int(rows[0]["n"]) for name, rows in (nodes | edges).items()}


def iterate(graph: Graph, label: str) -> Iterator[list[Stored]]:
    """All aggregates of a label in batches, by id; what is written meanwhile may be missed."""
    query = f"MATCH (n:{label}) WHERE n.id >= $first AND n.id < $end {_WITH_EDGES}"
    for first in _windows(graph, label):
        rows = graph.read(query, {"first": first, "end": first + WINDOW}, timeout=DEADLINE_S)
        yield _batch(label, rows)


def fetch(graph: Graph, label: str, ids: Sequence[int]) -> list[Stored]:
    """The aggregates of a label that have these ids, by id."""
    query = f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) {_WITH_EDGES}"
    return _batch(label, graph.read(query, {"ids": list(ids)}, timeout=DEADLINE_S))


def newest(graph: Graph) -> tuple[int, int]:
    """The highest version and the highest epoch that any node or tombstone carries; else 0, 0."""
    marks = [
        graph.read(
            f"MATCH (n:{label}) RETURN max(n.version) AS version, max(n.epoch) AS epoch",
            timeout=DEADLINE_S,
        )[0]
        for label in (*NODE_TYPES, TOMBSTONE)
    ]
    return max(mark["version"] or 0 for mark in marks), max(mark["epoch"] or 0 for mark in marks)


def sweep(graph: Graph, *, epoch: int, progress: Callable[[int], None] | None = None) -> int:
    """Remove nodes, edges and tombstones of an older epoch, and empty buckets; how many in all.

    `progress` is told the number removed so far after each statement.
    """
    total = 0
    for node in NODES:
        window = f"MATCH (n:{node.label}) WHERE n.id >= $first AND n.id < $end"
        # Two thirds of all edges lead to buckets, and are made anew with whoever is written.
        types = "|".join(
            kind.type
            for kind in RELATIONSHIP_TYPES.values()
            if kind.source == node.label and kind.target != BUCKET
        )
        edges = f"""{window} MATCH (n)-[r:{types}]->() WHERE r.epoch < $epoch
            DELETE r RETURN count(*) AS removed"""
        nodes = f"{window} AND n.epoch < $epoch DETACH DELETE n RETURN count(*) AS removed"
        removals = (edges, nodes) if types else (nodes,)
        for first in _windows(graph, node.label):
            span = {"first": first, "end": first + WINDOW, "epoch": epoch}
            for query in removals:
                total += int(graph.write(query, span, timeout=DEADLINE_S)[0]["removed"])
                if progress:
                    progress(total)
    # An empty bucket does no harm, so it may stay until now.
    empty = f"""MATCH (b:{BUCKET}) WHERE b.id >= $first AND b.id < $end
        AND NOT EXISTS {{ MATCH (b)<-[]-() }} DELETE b RETURN count(*) AS removed"""
    for first in _windows(graph, BUCKET, BUCKET_WINDOW):
        span = {"first": first, "end": first + BUCKET_WINDOW}
        total += int(graph.write(empty, span, timeout=DEADLINE_S)[0]["removed"])
        if progress:
            progress(total)
    buried = f"""MATCH (t:{TOMBSTONE}) WHERE t.epoch < $epoch
        WITH t LIMIT {WINDOW} DELETE t RETURN count(*) AS removed"""
    while removed := int(graph.write(buried, {"epoch": epoch}, timeout=DEADLINE_S)[0]["removed"]):
        total += removed
        if progress:
            progress(total)
    return total


def _windows(graph: Graph, label: str, window: int = WINDOW) -> Iterator[int]:
    """First ids of windows that hold every node of a label; empty stretches are leapt over."""
    first = 0
    within = f"MATCH (n:{label}) WHERE n.id >= $first AND n.id < $end RETURN count(n) AS n"
    beyond = f"MATCH (n:{label}) WHERE n.id >= $first RETURN min(n.id) AS id"
    while True:
        span = {"first": first, "end": first + window}
        # Only where there is nothing: the bundled engine reads all that follow to find the least.
        if not graph.read(within, span, timeout=DEADLINE_S)[0]["n"]:
            found = graph.read(beyond, {"first": first}, timeout=DEADLINE_S)[0]["id"]
            if found is None:
                return
            first = int(found)
        yield first
        first += window


# Collected by node: the bundled engine finds no two maps alike that hold bytes.
_WITH_EDGES = """OPTIONAL MATCH (n)-[r]->(m)
    WITH n, collect(CASE WHEN r IS NULL THEN null ELSE [type(r), m.id, properties(r)] END) AS edges
    RETURN n.id AS id, properties(n) AS node, edges"""


def _batch(label: str, rows: list[Row]) -> list[Stored]:
    declared = NODE_TYPES[label].properties
    stored = (_stored(label, declared, row) for row in rows)
    return sorted(stored, key=lambda each: each.state.id)


def _stored(label: str, declared: tuple[str, ...], row: Row) -> Stored:
    node = row["node"]
    edges = (edge_as_stored(*each) for each in row["edges"] if each is not None)
    state = NodeState(
        label,
        row["id"],
        {name: node.get(name) for name in declared},
        tuple(sorted(edges, key=lambda edge: (edge.type, edge.key))),
    )
    return Stored(state, node["version"], node["epoch"])
