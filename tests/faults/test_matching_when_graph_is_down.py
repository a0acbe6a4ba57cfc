"""The graph frozen: places and groups say so in time; allies come from the tables and answer."""

from contextlib import closing

import pytest

from backend.core import graph_client
from graph.connection import Graph
from graph.groups import DEADLINE_S
from graph.warm import warm
from tests.api.endpoints import STAFF_API
from tests.api.members import gid, signed_in
from tests.engines import clear
from tests.faults.harm import frozen
from tests.people import member, place, work
from tests.projecting import project
from tests.waiting import until, within

pytestmark = pytest.mark.django_db

PLACES = """query P($issue: ID!, $peer: ID!) { viewer { displayName
    alikePlaces(issueId: $issue) { edges { node { locality { name } } } }
    allies(peerId: $peer, issueId: $issue) { organization { name } } } }"""
GROUP = "query G($issue: String!) { group(issue: $issue) { people { name } } }"


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = "tests.api.urls"


@pytest.fixture
def maya(counsel):
    person = member("Maya Okafor", at=place("Salem", "or"))
    work(person, counsel, "adopted")
    return person


@pytest.fixture
def engine(bundled_engine, monkeypatch, maya):
    """The bundled engine with what is in the tables, warm, asked with the deadlines that hold."""
    clear(bundled_engine.graph)
    warm(bundled_engine.graph)
    project(bundled_engine.graph)
    with closing(Graph(*bundled_engine.address)) as prompt:
        monkeypatch.setattr(graph_client, "graph", lambda: prompt)
        yield bundled_engine


def timed(asker, query, **variables):
    """The answer, which must come in time."""
    with within(DEADLINE_S):
        return asker.ask(query, variables).json()


def answered(ana, priya, asked, counsel):
    """Whether both are, as they must be while the graph is there."""
    places = ana.ask(PLACES, asked).json()["data"]["viewer"]["alikePlaces"]
    group = priya.ask(GROUP, {"issue": counsel.slug}).json()["data"]["group"]
    return (
        places is not None
        and [edge["node"]["locality"]["name"] for edge in places["edges"]] == ["Salem"]
        and group is not None
        and [each["name"] for each in group["people"]] == ["Maya Okafor"]
    )


def test_frozen_then_back(engine, maya, counsel):
    ana = member("Ana Villareal", at=place("Tucson", "az"))
    priya = STAFF_API.client()
    asked = {"issue": gid(counsel), "peer": gid(maya)}
    until(lambda: answered(signed_in(ana), priya, asked, counsel))
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
    until(lambda: answered(signed_in(ana), priya, asked, counsel))
