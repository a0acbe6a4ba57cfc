"""Deadlines, errors, forks and values of the connection, on both engines."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from graph.connection import (
    READ_DEADLINE_S,
    Graph,
    GraphConflict,
    GraphError,
    GraphTimeout,
    GraphUnavailable,
)
from tests.engines import RunningEngine
from tests.waiting import PATIENCE_S, until, within

FROZEN = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS sum"


@pytest.fixture
def prompt(engine: RunningEngine) -> Iterator[Graph]:
    """The graph with the deadlines that it is asked with."""
    with closing(Graph(*engine.address)) as graph:
        until(lambda: _answers(graph))
        yield graph


def _answers(graph: Graph) -> bool:
    try:
        return graph.read("RETURN 1 AS one") == [{"one": 1}]
    except GraphTimeout:
        return False


def _is_stopped(pid: int) -> bool:
    """Whether every thread of the process is, not only the one that took the signal."""
    tasks = Path(f"/proc/{pid}/task")
    return all(
        (task / "stat").read_text().rsplit(")", 1)[1].split()[0] == "T" for task in tasks.iterdir()
    )


def test_rows_are_plain_python(graph: Graph) -> None:
    rows = graph.read(
        "RETURN $day AS day, [$day, null] AS days, {day: $day} AS map, 1.5 AS real, 'é' AS text",
        {"day": date(2024, 2, 29)},
    )
    day = date(2024, 2, 29)
    assert rows == [
        {"day": day, "days": [day, None], "map": {"day": day}, "real": 1.5, "text": "é"}
    ]
    assert type(rows[0]["day"]) is date


def test_a_statement_that_the_engine_refuses_is_an_error(graph: Graph) -> None:
    with pytest.raises(GraphError) as caught:
        graph.read("MATCH nonsense")
    assert not isinstance(caught.value, GraphTimeout | GraphUnavailable)


def test_a_duplicate_is_a_conflict_and_nothing_of_the_transaction_stays(graph: Graph) -> None:
    graph.write("CREATE (:Issue {id: 1})")
    with pytest.raises(GraphConflict):
        graph.write_transaction([("CREATE (:Issue {id: 2})", {}), ("CREATE (:Issue {id: 1})", {})])
    assert graph.read("MATCH (n:Issue) RETURN collect(n.id) AS ids") == [{"ids": [1]}]


def test_a_transaction_answers_each_statement(graph: Graph) -> None:
    answers = graph.write_transaction(
        [
            ("CREATE (n:Issue {id: $id}) RETURN n.id AS id", {"id": 5}),
            ("MATCH (n:Issue) RETURN count(n) AS n", {}),
        ]
    )
    assert answers == [[{"id": 5}], [{"n": 1}]]


def test_a_long_statement_is_given_up_on_time(prompt: Graph) -> None:
    with within(0.5), pytest.raises(GraphTimeout):
        prompt.read(FROZEN, timeout=0.5)
    until(lambda: _answers(prompt))


def test_nobody_there_is_unavailable_at_once() -> None:
    graph = Graph("bolt://127.0.0.1:9", None, None)  # port 9, discard, has no listener
    with closing(graph), within(0):
        with pytest.raises(GraphUnavailable):
            graph.read("RETURN 1 AS one")
        with pytest.raises(GraphUnavailable):
            graph.write("RETURN 1 AS one")


def test_a_frozen_engine_is_given_up_on_time_and_back_quickly(
    engine: RunningEngine, prompt: Graph
) -> None:
    if engine.pid is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to freeze")
    outcomes: list[str] = []

    def ask() -> None:
        try:
            prompt.read("RETURN 1 AS one")
            outcomes.append("answered")
        except GraphTimeout:
            outcomes.append("timeout")

    os.kill(engine.pid, signal.SIGSTOP)
    try:
        until(lambda: _is_stopped(engine.pid))
        # More than the pool holds, twice: given-up connections must leave their place.
        for _ in range(2):
            threads = [threading.Thread(target=ask) for _ in range(25)]
            with within(READ_DEADLINE_S):
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
        with within(1.0), pytest.raises(GraphTimeout):
            prompt.write("CREATE (:Issue {id: 77})", timeout=1.0)
    finally:
        os.kill(engine.pid, signal.SIGCONT)
    with within(0):
        until(lambda: _answers(prompt))
    assert outcomes == ["timeout"] * 50


def _ask_in_child(graph: Graph, answers: "multiprocessing.Queue[object]") -> None:
    answers.put(graph.read("RETURN 'child' AS who"))


def test_a_fork_opens_its_own_connections(graph: Graph) -> None:
    graph.read("RETURN 1 AS one")
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    child = context.Process(target=_ask_in_child, args=(graph, answers))
    child.start()
    assert answers.get(timeout=PATIENCE_S) == [{"who": "child"}]
    child.join(PATIENCE_S)
    assert child.exitcode == 0
    assert graph.read("RETURN 'parent' AS who") == [{"who": "parent"}]


def test_closing_is_not_the_end(graph: Graph) -> None:
    graph.read("RETURN 1 AS one")
    graph.close()
    graph.close()
    assert graph.read("RETURN 1 AS one") == [{"one": 1}]


def test_edge_types_that_nothing_has_yet_are_no_news(
    graph: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    assert graph.read("MATCH (:Nowhere)-[r:NOTHING]->() RETURN r.at AS at") == []
    assert caplog.records == []
