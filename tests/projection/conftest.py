"""The projection on real engines: PostgreSQL, and each graph engine in turn."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from backend.projection import client, relay
from graph.connection import Graph


@pytest.fixture
def projection(graph: Graph, transactional_db, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """An empty graph and empty tables, and the projection pointed at them."""
    monkeypatch.setattr(client, "graph", lambda: graph)
    return graph


@pytest.fixture
def running() -> Callable[[], AbstractContextManager[None]]:
    """Runs a relay in a thread, as the worker does, for as long as a block lasts."""
    return relay_in_thread


@contextmanager
def relay_in_thread() -> Iterator[None]:
    """A relay of this process; whatever it raises fails the test."""
    stop = threading.Event()
    problems: list[BaseException] = []

    def work() -> None:
        try:
            relay.run(stop)
        except BaseException as problem:  # noqa: BLE001 - told in the test's own thread
            problems.append(problem)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(30)
    assert not thread.is_alive()
    assert not problems
