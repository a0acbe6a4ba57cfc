"""The graph frozen, gone or never started: a typed error in time, and everything else works."""

import socket
from contextlib import closing

import pytest

from backend.core import graph_client
from backend.matching.models import PeerList
from graph.connection import Graph, GraphUnavailable
from graph.peers import DEADLINE_S
from tests.api.members import data, gid, own, signed_in
from tests.faults.harm import frozen
from tests.people import issue, member, place, work
from tests.waiting import until, within

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.urls")]

# What a person's first page asks for: suggestions beside other fields.
HOME = """query Home { viewer { displayName official { work { stage } }
    suggestedPeers { edges { node { peer { name } } } } }
    officials { totalCount edges { node { name } } } }"""
SAVE = """mutation S($input: SaveWorkInput!) { saveWork(input: $input) {
    work { stage } errors { message } } }"""


@pytest.fixture
def ana(ana, counsel):
    work(ana, counsel)
    work(member("Maya Okafor", at=place("Salem", "or")), counsel, "adopted")
    return ana


@pytest.fixture
def engine(ana, prompt_engine):
    return prompt_engine


def answers_without_suggestions(ana):
    """The typed error comes in time, beside everything else; the directory and edits work."""
    asker = signed_in(ana)
    with within(DEADLINE_S):
        answer = asker.ask(HOME).json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "SUGGESTIONS_UNAVAILABLE"
    assert error["path"] == ["viewer", "suggestedPeers"]
    assert error["message"].startswith("Suggestions are taking a break. The directory")
    assert answer["data"]["viewer"] == {
        "displayName": "Ana Villareal",
        "official": {"work": [{"stage": "DRAFTING"}]},
        "suggestedPeers": None,
    }
    assert answer["data"]["officials"]["totalCount"] == 2
    asked = own(ana) | {"issueId": gid(issue("Trees")), "stage": "EXPLORING"}
    saved = data(asker, SAVE, input=asked)["saveWork"]
    assert saved == {"work": {"stage": "EXPLORING"}, "errors": []}


def peers(ana):
    found = signed_in(ana).ask(HOME).json()["data"]["viewer"]["suggestedPeers"]
    return found and [edge["node"]["peer"]["name"] for edge in found["edges"]]


def test_frozen_then_back(engine, ana):
    with frozen(engine.pid):
        answers_without_suggestions(ana)
    until(lambda: peers(ana) == ["Maya Okafor"])
    with frozen(engine.pid):
        assert peers(ana) == ["Maya Okafor"]


def test_a_list_that_is_over_is_served_in_time_while_frozen(engine, ana):
    until(lambda: peers(ana) == ["Maya Okafor"])
    PeerList.objects.update(weights_version="another")
    with frozen(engine.pid), within(DEADLINE_S):
        assert peers(ana) == ["Maya Okafor"]


def test_frozen_before_the_first_question(engine, ana, monkeypatch):
    """A new connection to a frozen engine is given up on as well."""
    with closing(Graph(*engine.address)) as fresh:
        monkeypatch.setattr(graph_client, "graph", lambda: fresh)
        with frozen(engine.pid):
            answers_without_suggestions(ana)


def test_nobody_answers_at_the_address(ana, settings):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.NEO4J_URI = f"bolt://127.0.0.1:{unused.getsockname()[1]}"
        settings.NEO4J_USER, settings.NEO4J_PASSWORD = "root", "none"
        answers_without_suggestions(ana)
        graph_client.graph().close()


def test_no_engine_has_ever_run(ana, settings):
    settings.NEO4J_URI = ""
    answers_without_suggestions(ana)


def test_it_is_told_in_the_viewers_language(ana, settings):
    settings.NEO4J_URI = ""
    ana.user.language = "es"
    ana.user.save()
    (error,) = signed_in(ana).ask(HOME).json()["errors"]
    assert error["message"].startswith("Las sugerencias no están disponibles por ahora.")


def test_warming_up_leaves_a_graph_that_is_away(settings):
    settings.NEO4J_URI = ""
    graph_client.warm()
    with pytest.raises(GraphUnavailable):
        graph_client.graph()
