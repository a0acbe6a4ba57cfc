"""The reasons that few have, from a real graph, on both engines: each cites edges that exist."""

from dataclasses import replace
from datetime import date

import pytest

from graph.connection import Graph
from graph.peers import Contribution, suggest
from graph.peers.model import Intent
from graph.peers.weights import CURRENT
from graph.writes import Edge, NodeState
from tests.graph.network import (
    ISSUES,
    ZONING,
    adoption,
    load,
    locality,
    official,
    policy,
    work,
)

DAY = date(2026, 11, 1)
ELSEWHERE = 3


def event(id_: int) -> NodeState:
    return NodeState("Event", id_, {"name": f"Event {id_}", "on": date(2025, 3, 1)})


def fact(id_: int, name: str, value: float) -> NodeState:
    figures = {"name": name, "value": value, "year": 2023, "source": "survey"}
    return NodeState("PlaceFact", id_, figures)


def preemption(id_: int, state: str, policy_: int) -> NodeState:
    known = {"state": state, "since": date(2011, 1, 1), "source": "the code"}
    return NodeState("Preemption", id_, known, (Edge("FORBIDS", str(id_), policy_),))


def with_edges(state: NodeState, *edges: Edge) -> NodeState:
    return replace(state, edges=(*state.edges, *edges))


def reasons(graph: Graph, intent: Intent = "learn") -> dict[str, Contribution]:
    found = suggest(graph, 1, 10, issue=ZONING, intent=intent, as_of=DAY)
    (peer,) = found.peers
    for contribution in peer.contributions:
        for evidence in contribution.evidence:
            type_, key = evidence.edge.split(":")
            count = f"MATCH ()-[r:{type_}]->() WHERE r.key = $key RETURN count(r) AS n"
            assert graph.read(count, {"key": key}, 10.0) == [{"n": 1}], evidence
    return {each.code: each for each in peer.contributions}


def adoptions_of(found: Contribution) -> set[int]:
    return {each.id for each in found.evidence if each.kind == "adoption"}


@pytest.fixture
def two(graph: Graph) -> None:
    """Two who work on zoning in two places of two states."""
    load(
        graph,
        *ISSUES,
        fact(1, "renter_share", 0.5),
        fact(2, "median_rent", 1500.0),
        fact(3, "renter_share", 0.53),
        fact(4, "transit_share", 0.1),
        with_edges(locality(1), Edge("HAS", "1", 1), Edge("HAS", "2", 2)),
        with_edges(locality(2, state="tx"), Edge("HAS", "3", 3), Edge("HAS", "4", 4)),
        locality(ELSEWHERE),
        event(1),
        event(2),
        policy(1, ZONING),
        policy(2, ZONING),
        with_edges(
            official(1, 1, [work(ZONING, seeks=["talk"], offers=["testimony"])]),
            Edge("ATTENDED", "11", 1, {"since": date(2025, 3, 1)}),
        ),
        with_edges(
            official(2, 2, [work(ZONING, seeks=["testimony"], offers=["talk", "fiscal_note"])]),
            Edge("ATTENDED", "21", 1, {"since": date(2025, 3, 1)}),
            Edge("ATTENDED", "22", 2, {"since": date(2025, 3, 1)}),
        ),
    )


@pytest.mark.usefixtures("two")
def test_both_were_at_an_event(graph: Graph) -> None:
    found = reasons(graph)["shared_event"]
    assert {(each.kind, each.id) for each in found.evidence} == {("event", 1)}
    assert {each.edge for each in found.evidence} == {"ATTENDED:11", "ATTENDED:21"}


@pytest.mark.usefixtures("two")
def test_each_has_what_the_other_seeks(graph: Graph) -> None:
    found = reasons(graph)
    assert found["reciprocity"].likeness == 1
    assert found["offers_what_you_seek"].likeness == 1, "the talk"
    assert found["seeks_what_you_offer"].likeness == 1, "the testimony"
    assert {each.owner for each in found["reciprocity"].evidence} == {1, 2}


@pytest.mark.usefixtures("two")
def test_facts_of_both_places_are_alike_and_only_those_known_of_both(graph: Graph) -> None:
    found = reasons(graph)["alike_place"]
    assert found.likeness == pytest.approx((1 - 0.03 / CURRENT.facts["renter_share"]) / 6)
    assert {each.id for each in found.evidence if each.kind == "fact"} == {1, 3}
    assert {each.edge for each in found.evidence} >= {"HAS:1", "HAS:3"}


@pytest.mark.usefixtures("two")
def test_both_states_forbid_it(graph: Graph) -> None:
    assert "same_preemption" not in reasons(graph)
    load(graph, preemption(1, "az", 1), preemption(2, "tx", 2))
    assert "same_preemption" not in reasons(graph), "another policy"
    load(graph, preemption(3, "tx", 1))
    found = reasons(graph)["same_preemption"]
    assert [each.id for each in found.evidence if each.kind == "preemption"] == [1, 3]
    assert {each.edge for each in found.evidence} >= {"FORBIDS:1", "FORBIDS:3", "ADDRESSES:1"}


@pytest.mark.usefixtures("two")
def test_both_places_have_adopted_it(graph: Graph) -> None:
    load(graph, adoption(1, 1, 1), adoption(2, 1, 2), adoption(3, 2, 2))
    found = reasons(graph)["same_policies"]
    assert adoptions_of(found) == {1, 2}
    assert {each.edge for each in found.evidence} >= {"IN:1", "OF:1", "IN:2", "OF:2"}
    adopted = reasons(graph)["place_adopted"]
    assert adoptions_of(adopted) == {2, 3}, "all that their place has adopted"


@pytest.mark.usefixtures("two")
def test_their_place_is_like_one_that_adopted_it(graph: Graph) -> None:
    load(graph, adoption(1, 1, ELSEWHERE))
    assert "alike_adopters" not in reasons(graph)
    found = reasons(graph, "collaborate")["alike_adopters"]
    assert adoptions_of(found) == {1}, "that of the adopter"
    assert found.km == pytest.approx(11.1, abs=0.1)
    assert [each.id for each in found.evidence if each.kind == "locality"] == [2], "the peer's"
    load(graph, adoption(2, 2, 2))
    assert "alike_adopters" not in reasons(graph, "collaborate"), "they have adopted it themselves"


@pytest.mark.usefixtures("two")
def test_whom_one_has_saved(graph: Graph) -> None:
    assert "saved" not in reasons(graph)
    asker = official(1, 1, [work(ZONING)])
    load(graph, with_edges(asker, Edge("SAVED", "77", 2)), version=2)
    found = reasons(graph)["saved"]
    assert [(each.edge, each.owner) for each in found.evidence] == [("SAVED:77", 1)]


@pytest.mark.usefixtures("two")
def test_who_is_counted_already_stays_though_they_are_at_a_cap(graph: Graph) -> None:
    load(graph, official(2, 2, [work(ZONING)], capped=True), version=2)
    question = {"issue": ZONING, "as_of": DAY}
    assert suggest(graph, 1, 10, **question).peers == ()
    (peer,) = suggest(graph, 1, 10, **question, already_suggested=[2]).peers
    assert peer.official == 2
