"""Replays on real engines: PostgreSQL, and each graph engine in turn."""

import pytest

from backend.core import graph_client
from graph.connection import Graph


@pytest.fixture
def servers(graph: Graph, transactional_db, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """An empty graph and empty tables, and the projection pointed at them."""
    monkeypatch.setattr(graph_client, "graph", lambda: graph)
    return graph
