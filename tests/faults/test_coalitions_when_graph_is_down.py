"""The graph frozen: places and groups say so in time; allies come from the tables and answer."""

import os
import signal
import time
from contextlib import contextmanager

import pytest

from backend.core import graph_client
from graph.warm import warm
from tests.api.endpoints import STAFF_API
from tests.api.members import gid, signed_in
from tests.engines import clear
from tests.people import issue, member, place, work
from tests.projecting import project

pytestmark = pytest.mark.django_db

PLACES = """query P($issue: ID!, $peer: ID!) { viewer { displayName
    alikePlaces(issueId: $issue) { edges { node { locality { name } } } }
    allies(peerId: $peer, issueId: $issue) { organization { name } } } }"""
GROUP = "query G($issue: String!) { group(issue: $issue) { people { name } } }"
IN_TIME_S = 2.0


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = "tests.api.urls"


@pytest.fixture
def counsel(db):
    return issue("Right to counsel")


@pytest.fixture
def maya(counsel):
    person = member("Maya Okafor", at=place("Salem", "or"))
    work(person, counsel, "adopted")
    return person


@pytest.fixture
def engine(bundled_engine, monkeypatch, maya):
    """The bundled engine with what is in the tables, warm."""
    clear(bundled_engine.graph)
    monkeypatch.setattr(graph_client, "graph", lambda: bundled_engine.graph)
    warm(bundled_engine.graph)
    project(bundled_engine.graph)
    return bundled_engine


@contextmanager
def frozen(pid):
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def timed(asker, query, **variables):
    """The answer, which must come in time."""
    began = time.monotonic()
    answer = asker.ask(query, variables).json()
    assert time.monotonic() - began < IN_TIME_S
    return answer


def answers(ana, priya, asked, counsel):
    """Both are answered while the graph is there."""
    found = ana.ask(PLACES, asked).json()["data"]["viewer"]["alikePlaces"]
    assert [edge["node"]["locality"]["name"] for edge in found["edges"]] == ["Salem"]
    found = priya.ask(GROUP, {"issue": counsel.slug}).json()["data"]["group"]
    assert [each["name"] for each in found["people"]] == ["Maya Okafor"]


def test_frozen_then_back(engine, maya, counsel):
    ana = member("Ana Villareal", at=place("Tucson", "az"))
    priya = STAFF_API.client()
    asked = {"issue": gid(counsel), "peer": gid(maya)}
    answers(signed_in(ana), priya, asked, counsel)
    with frozen(engine.pid):
        answer = timed(signed_in(ana), PLACES, **asked)
        (error,) = answer["errors"]
        assert error["extensions"]["code"] == "SUGGESTIONS_UNAVAILABLE"
        assert error["path"] == ["viewer", "alikePlaces"]
        assert answer["data"]["viewer"] == {
            "displayName": "Ana Villareal",
            "alikePlaces": None,
            "allies": [],
        }
        (error,) = timed(priya, GROUP, issue=counsel.slug)["errors"]
        assert error["extensions"]["code"] == "SUGGESTIONS_UNAVAILABLE"
        assert error["path"] == ["group"]
    answers(signed_in(ana), priya, asked, counsel)
