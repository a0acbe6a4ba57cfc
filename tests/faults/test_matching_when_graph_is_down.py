"""The graph frozen: places and groups say so in time; allies come from the tables and answer."""

import pytest

from graph.groups import DEADLINE_S
from tests.api.endpoints import STAFF_API
from tests.api.members import gid, signed_in
from tests.faults.harm import frozen
from tests.people import member, place, work
from tests.waiting import until, within

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.urls")]

PLACES = """query P($issue: ID!, $peer: ID!) { viewer { displayName
    alikePlaces(issueId: $issue) { edges { node { locality { name } } } }
    allies(peerId: $peer, issueId: $issue) { organization { name } } } }"""
GROUP = "query G($issue: String!) { group(issue: $issue) { people { name } } }"


@pytest.fixture
def maya(counsel):
    person = member("Maya Okafor", at=place("Salem", "or"))
    work(person, counsel, "adopted")
    return person


@pytest.fixture
def engine(maya, prompt_engine):
    return prompt_engine


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
