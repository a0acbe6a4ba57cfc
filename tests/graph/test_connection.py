"""Deadlines, errors, forks and values of the connection, on both engines."""

import multiprocessing
import os
import signal
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from graph.connection import (
    Graph,
    GraphConflict,
    GraphError,
    GraphTimeout,
    GraphUnavailable,
)
from tests.engines import RunningEngine

FROZEN = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS sum"


PATIENCE = 10.0  # where time is not what is tested: other tests may be at work beside this one


def _wait_until_stopped(pid: int) -> None:
    """Every thread of the process, not only the one that took the signal."""
    tasks = Path(f"/proc/{pid}/task")
    while any(
        (task / "stat").read_text().rsplit(")", 1)[1].split()[0] != "T" for task in tasks.iterdir()
    ):
        time.sleep(0.01)


def _seconds(began: float) -> float:
    return time.monotonic() - began


def test_rows_are_plain_python(graph: Graph) -> None:
    rows = graph.read(
        "RETURN $day AS day, [$day, null] AS days, {day: $day} AS map, 1.5 AS real, 'é' AS text",
        {"day": date(2024, 2, 29)},
        PATIENCE,
    )
    day = date(2024, 2, 29)
    assert rows == [
        {"day": day, "days": [day, None], "map": {"day": day}, "real": 1.5, "text": "é"}
    ]
    assert type(rows[0]["day"]) is date


def test_a_statement_that_the_engine_refuses_is_an_error(graph: Graph) -> None:
    with pytest.raises(GraphError) as caught:
        graph.read("MATCH nonsense", timeout=PATIENCE)
    assert not isinstance(caught.value, GraphTimeout | GraphUnavailable)


def test_a_duplicate_is_a_conflict_and_nothing_of_the_transaction_stays(graph: Graph) -> None:
    graph.write("CREATE (:Issue {id: 1})")
    with pytest.raises(GraphConflict):
        graph.write_transaction([("CREATE (:Issue {id: 2})", {}), ("CREATE (:Issue {id: 1})", {})])
    assert graph.read("MATCH (n:Issue) RETURN collect(n.id) AS ids", timeout=PATIENCE) == [
        {"ids": [1]}
    ]


def test_a_transaction_answers_each_statement(graph: Graph) -> None:
    answers = graph.write_transaction(
        [
            ("CREATE (n:Issue {id: $id}) RETURN n.id AS id", {"id": 5}),
            ("MATCH (n:Issue) RETURN count(n) AS n", {}),
        ]
    )
    assert answers == [[{"id": 5}], [{"n": 1}]]


def test_a_long_statement_is_given_up_on_time(graph: Graph) -> None:
    began = time.monotonic()
    with pytest.raises(GraphTimeout):
        graph.read(FROZEN, timeout=0.5)
    assert _seconds(began) < 0.8
    assert graph.read("RETURN 1 AS one", timeout=PATIENCE) == [{"one": 1}]


def test_nobody_there_is_unavailable_at_once() -> None:
    graph = Graph("bolt://127.0.0.1:9", None, None)  # port 9, discard, has no listener
    began = time.monotonic()
    with pytest.raises(GraphUnavailable):
        graph.read("RETURN 1 AS one")
    with pytest.raises(GraphUnavailable):
        graph.write("RETURN 1 AS one")
    assert _seconds(began) < 1.0
    graph.close()


def test_a_frozen_engine_is_given_up_on_time_and_back_quickly(engine: RunningEngine) -> None:
    if engine.pid is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to freeze")
    graph = engine.graph
    graph.read("RETURN 1 AS one")
    outcomes: list[tuple[str, float]] = []

    def ask() -> None:
        began = time.monotonic()
        try:
            graph.read("RETURN 1 AS one")
            outcomes.append(("answered", _seconds(began)))
        except GraphTimeout:
            outcomes.append(("timeout", _seconds(began)))

    os.kill(engine.pid, signal.SIGSTOP)
    try:
        _wait_until_stopped(engine.pid)
        # More than the pool holds, twice: given-up connections must leave their place.
        for _ in range(2):
            threads = [threading.Thread(target=ask) for _ in range(25)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        began = time.monotonic()
        with pytest.raises(GraphTimeout):
            graph.write("CREATE (:Issue {id: 77})", timeout=1.0)
        assert _seconds(began) < 1.2
    finally:
        os.kill(engine.pid, signal.SIGCONT)
    began = time.monotonic()
    assert graph.read("RETURN 1 AS one") == [{"one": 1}]
    assert _seconds(began) < 0.5
    assert [kind for kind, _ in outcomes] == ["timeout"] * 50
    assert max(seconds for _, seconds in outcomes) < 1.2


def _ask_in_child(graph: Graph, answers: "multiprocessing.Queue[object]") -> None:
    answers.put(graph.read("RETURN 'child' AS who", timeout=5.0))


def test_a_fork_opens_its_own_connections(graph: Graph) -> None:
    graph.read("RETURN 1 AS one")
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    child = context.Process(target=_ask_in_child, args=(graph, answers))
    child.start()
    assert answers.get(timeout=10) == [{"who": "child"}]
    child.join(10)
    assert child.exitcode == 0
    assert graph.read("RETURN 'parent' AS who", timeout=PATIENCE) == [{"who": "parent"}]


def test_closing_is_not_the_end(graph: Graph) -> None:
    graph.read("RETURN 1 AS one")
    graph.close()
    graph.close()
    assert graph.read("RETURN 1 AS one", timeout=PATIENCE) == [{"one": 1}]


def test_edge_types_that_nothing_has_yet_are_no_news(
    graph: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    assert graph.read("MATCH (:Nowhere)-[r:NOTHING]->() RETURN r.at AS at", {}, PATIENCE) == []
    assert caplog.records == []
