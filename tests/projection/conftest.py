"""The projection on real engines: PostgreSQL, and each graph engine in turn."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from backend.core import graph_client
from graph.connection import Graph
from tests.projection.relays import relay_in_thread


@pytest.fixture
def projection(graph: Graph, transactional_db, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """An empty graph and empty tables, and the projection pointed at them."""
    monkeypatch.setattr(graph_client, "graph", lambda: graph)
    return graph


@pytest.fixture
def running() -> Callable[[], AbstractContextManager[None]]:
    """Runs a relay in a thread, as its process does, for as long as a block lasts."""
    return relay_in_thread
