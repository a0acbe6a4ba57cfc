"""Fixtures of the API tests: the endpoints' addresses, and a graph."""

import pytest

from backend.core import graph_client
from graph.warm import warm
from tests.api.endpoints import ENDPOINTS, EXAMPLE, STAFF_API, CheckedAsker
from tests.api.members import signed_in
from tests.engines import clear


@pytest.fixture(autouse=True)
def addresses(settings):
    """Serve the endpoints and the example."""
    settings.ROOT_URLCONF = "tests.api.urls"


@pytest.fixture(params=ENDPOINTS, ids=lambda endpoint: endpoint.path)
def endpoint(request, db):
    """Each endpoint in turn."""
    return request.param


@pytest.fixture
def asker(endpoint):
    """Somebody who may use the endpoint."""
    return endpoint.client()


@pytest.fixture
def example(db):
    """Somebody signed in at the example."""
    return EXAMPLE.client()


@pytest.fixture
def me(ana):
    """Ana, signed in at the member API."""
    return signed_in(ana)


@pytest.fixture
def priya(db):
    """Somebody of the staff, who asks the staff API what its schema knows."""
    return CheckedAsker(STAFF_API.client().client, STAFF_API.path)


@pytest.fixture
def graph(bundled_engine, monkeypatch):
    """An empty graph that the APIs ask; the engine is warm."""
    clear(bundled_engine.graph)
    warm(bundled_engine.graph)
    monkeypatch.setattr(graph_client, "graph", lambda: bundled_engine.graph)
    return bundled_engine.graph
