"""Fixtures of the API tests: the endpoints' addresses, in the demo's mode."""

import pytest

from tests.api.endpoints import ENDPOINTS, EXAMPLE, STAFF_API


@pytest.fixture(autouse=True)
def addresses(settings):
    """Serve the endpoints and the example; the staff API answers only in the demo."""
    settings.ROOT_URLCONF = "tests.api.urls"
    settings.DEMO = True


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
def priya(db):
    """Somebody of the staff, at the staff API."""
    return STAFF_API.client()
