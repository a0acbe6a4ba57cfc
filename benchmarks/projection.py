"""The projection against bare Cypher over Bolt on the same engine, by turns in one run."""

import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from backend.core import graph_client
from backend.directory.models import Official, Work
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate, OutboxEntry
from backend.projection.mapping import LABELS, desired_state
from backend.projection.rebuild import BATCH, pages_of, rebuild
from benchmarks.table import Row
from graph import schema
from graph.connection import Graph
from graph.schema import BUCKET, NODE_TYPES, PROJECTION, RELATIONSHIP_TYPES, TOMBSTONE
from graph.writes import Edge, NodeState

ROUNDS = 3
EDITS = 60
WARM_UP = 15
RELAY = "import django; django.setup(); import threading; from backend.projection import relay; "
RELAY += "relay.run(threading.Event())"


def rebuild_speed() -> Row:
    """Rows a second (nodes and edges) of a rebuild, and of UNWIND and CREATE from memory alone."""
    graph = graph_client.graph()
    schema.ensure(graph)  # the bare loop has the same indexes
    states = [
        state
        for label in LABELS
        for keys in pages_of(label)
        for state in desired_state(keys).states
    ]
    rows = len(states) + sum(len(state.edges) for state in states)
    ours, bare = [], []
    for turn in range(ROUNDS + 1):
        _clear(graph)
        took_bare = _seconds(lambda: _bare_load(graph, states))
        _clear(graph)
        took_ours = _seconds(rebuild)
        if turn:  # the first round warms both up
            bare.append(rows / took_bare)
            ours.append(rows / took_ours)
    ratio = statistics.median(ours) / statistics.median(bare)
    return Row(
        "Rebuild, rows a second",
        f"{statistics.median(ours):,.0f}",
        f"{statistics.median(bare):,.0f}",
        ratio,
        "at least 0.5",
        ratio >= 0.5,
    )


def edit_to_graph() -> Row:
    """From the commit of an edit to its being in the graph, and a bare write of the same."""
    graph = graph_client.graph()
    ids = list(Official.objects.order_by("pk").values_list("pk", flat=True)[: EDITS + WARM_UP])
    ours, bare = [], []
    with _relay():
        for turn, official_id in enumerate(ids):
            took_ours = _edit(graph, official_id)
            (state,) = desired_state([(Aggregate.OFFICIAL.value, official_id)]).states
            statements = _bare_write(state)
            took_bare = _seconds(lambda: graph.write_transaction(statements))  # noqa: B023
            if turn >= WARM_UP:
                ours.append(took_ours)
                bare.append(took_bare)
    ratio = statistics.median(ours) / statistics.median(bare)
    return Row(
        "Commit of an edit to the graph, ms",
        f"{statistics.median(ours) * 1000:.1f}",
        f"{statistics.median(bare) * 1000:.1f}",
        ratio,
        "at most 5",
        ratio <= 5,
    )


def rows() -> list[Row]:
    """Measure both; the tables hold `benchmarks.people` and the graph is ours to clear."""
    return [rebuild_speed(), edit_to_graph()]


def _edit(graph: Graph, official_id: int) -> float:
    with transaction.atomic():
        work = Work.objects.filter(official=official_id).order_by("pk")[0]
        work.priority = work.priority % 3 + 1
        work.save(update_fields=["priority"])
        outbox.record(Aggregate.OFFICIAL, official_id)
    begun = time.perf_counter()
    query = "MATCH (:Official {id: $id})-[r:WORKS_ON {key: $key}]->() RETURN r.priority AS priority"
    asked = {"id": official_id, "key": str(work.pk)}
    while graph.read(query, asked) != [{"priority": work.priority}]:
        if time.perf_counter() - begun > 30:
            raise TimeoutError("The relay has not brought an edit within 30 s.")
        time.sleep(0.001)  # looking must not keep the engine from writing
    return time.perf_counter() - begun


def _bare_write(state: NodeState) -> list[tuple[str, dict[str, Any]]]:
    """The same node and edges in as few statements as there can be: set, clear, one a type."""
    node = f"MATCH (a:{state.label} {{id: $id}})"
    return [
        (f"{node} SET a += $properties", {"id": state.id, "properties": state.properties}),
        (f"{node}-[r]->() DELETE r", {"id": state.id}),
        *(_create_edges(name, rows) for name, rows in _edges([state]).items()),
    ]


def _bare_load(graph: Graph, states: list[NodeState]) -> None:
    buckets = sorted({edge.target for edge in _all_edges(states) if edge.type == "IN_BUCKET"})
    for start in range(0, len(buckets), BATCH):
        rows = {"ids": buckets[start : start + BATCH]}
        graph.write(f"UNWIND $ids AS id CREATE (:{BUCKET} {{id: id}})", rows)
    for start in range(0, len(states), BATCH):
        batch = states[start : start + BATCH]
        by_label: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for state in batch:
            by_label[state.label].append({"id": state.id, **state.properties})
        for label, rows in by_label.items():
            names = ", ".join(f"{name}: row.{name}" for name in NODE_TYPES[label].properties)
            query = f"UNWIND $rows AS row CREATE (:{label} {{id: row.id, {names}}})"
            graph.write(query, {"rows": rows})
        for name, edges in _edges(batch).items():
            graph.write(*_create_edges(name, edges))


def _create_edges(name: str, rows: list[dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    kind = RELATIONSHIP_TYPES[name]
    properties = "".join(f", {each}: row.{each}" for each in kind.properties)
    query = f"""UNWIND $rows AS row MATCH (a:{kind.source} {{id: row.source}})
        MATCH (b:{kind.target} {{id: row.target}})
        CREATE (a)-[:{name} {{key: row.key{properties}}}]->(b)"""
    return query, {"rows": rows}


def _edges(states: list[NodeState]) -> dict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for state in states:
        for edge in state.edges:
            ends = {"source": state.id, "target": edge.target, "key": edge.key}
            found[edge.type].append({**ends, **edge.properties})
    return found


def _all_edges(states: list[NodeState]) -> Iterator[Edge]:
    for state in states:
        yield from state.edges


def _clear(graph: Graph) -> None:
    for label in (*reversed(NODE_TYPES), BUCKET, TOMBSTONE, PROJECTION):
        query = f"MATCH (n:{label}) WITH n LIMIT 500 DETACH DELETE n RETURN count(*) AS n"
        while graph.write(query, timeout=25.0)[0]["n"]:
            pass


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@contextmanager
def _relay() -> Iterator[None]:
    """A relay in a process of its own, as a worker is, that has caught up."""
    OutboxEntry.objects.all().delete()
    relay = subprocess.Popen([sys.executable, "-c", RELAY])
    try:
        yield
    finally:
        relay.terminate()
        relay.wait()
