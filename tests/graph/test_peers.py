"""Suggestions from a real graph, on both engines: who is asked for, who is left out, and why."""

import math
from datetime import date

import pytest

from graph.connection import Graph
from graph.peers import Suggestions, suggest
from graph.peers.model import Intent
from graph.peers.weights import CURRENT
from graph.schema import RELATIONSHIP_TYPES
from graph.writes import NodeState, tombstone
from tests.engines import RunningEngine, clear
from tests.graph.network import (
    CLIMATE,
    HOUSING,
    ISSUES,
    PARKING,
    RENT,
    ZONING,
    adoption,
    load,
    locality,
    official,
    organization,
    overlapping,
    policy,
    work,
)

DAY = date(2026, 11, 1)
ASKER = 1
BASE = (*ISSUES, *(locality(id_) for id_ in range(1, 7)), organization(1), organization(2))


def ask(
    graph: Graph,
    *,
    issue: int | None = ZONING,
    limit: int = 10,
    intent: Intent = "learn",
    day: date = DAY,
    asker: int = ASKER,
) -> Suggestions:
    return suggest(graph, asker, limit, issue=issue, intent=intent, as_of=day)


def ids(found: Suggestions) -> list[int]:
    return [peer.official for peer in found.peers]


@pytest.fixture
def asker(graph: Graph) -> NodeState:
    state = official(
        ASKER,
        1,
        [work(ZONING, "drafting", seeks=["model_text", "talk"], offers=["testimony"]), work(RENT)],
        [1],
    )
    load(graph, *BASE, state)
    return state


@pytest.mark.usefixtures("asker")
def test_a_rich_match_has_every_reason_with_edges_that_exist(graph: Graph) -> None:
    theirs = [
        work(ZONING, "adopted", priority=3, offers=["model_text"], seeks=["testimony"]),
        work(RENT, "introduced"),
        work(PARKING, "exploring"),
    ]
    load(graph, official(2, 2, theirs, [1]), policy(1, ZONING), adoption(1, 1, 2))
    (peer,) = ask(graph).peers
    assert {each.code for each in peer.contributions} == {
        "same_issue",
        "wider_issue",
        "further_along",
        "also_works_on",
        "offers_what_you_seek",
        "seeks_what_you_offer",
        "reciprocity",
        "shared_organization",
        "place_adopted",
        "nearby",
        "alike_size",
        "same_office",
    }
    assert math.isclose(
        math.fsum(each.value for each in peer.contributions), peer.score, abs_tol=1e-9
    )
    for contribution in peer.contributions:
        for evidence in contribution.evidence:
            type_, key = evidence.edge.split(":")
            assert type_ in RELATIONSHIP_TYPES
            found = graph.read(
                f"MATCH ()-[r:{type_}]->() WHERE r.key = $key RETURN count(r) AS n",
                {"key": key},
                10.0,
            )
            assert found == [{"n": 1}], evidence
    found = {each.code: each for each in peer.contributions}
    assert found["further_along"].likeness == 1, "one drafts what the other has adopted"
    assert found["offers_what_you_seek"].likeness == 1 / 2, "one of two kinds"
    assert {each.edge for each in found["place_adopted"].evidence} == {
        "IN:1",
        "OF:1",
        "ADDRESSES:1",
        "REPRESENTS:2",
    }
    near = {each.id for each in found["wider_issue"].evidence if each.kind == "issue"}
    assert near in ({PARKING}, {ZONING, RENT}), "a child or a sibling"
    keys = [work.key for work in theirs]
    assert [each.edge for each in found["also_works_on"].evidence if each.owner == 2] == [
        f"WORKS_ON:{keys[1]}"
    ]
    assert found["nearby"].km == pytest.approx(11.1, abs=0.1)
    assert {code for code, each in found.items() if each.km is not None} == {"nearby"}


@pytest.mark.usefixtures("asker")
def test_an_adoption_without_a_date_is_no_reason(graph: Graph) -> None:
    undated = adoption(1, 1, 2, adopted_on=None, precision=None)
    load(graph, official(2, 2, [work(ZONING)]), policy(1, ZONING), undated)
    (peer,) = ask(graph).peers
    codes = {each.code for each in peer.contributions}
    assert "same_issue" in codes
    assert "place_adopted" not in codes


@pytest.mark.usefixtures("asker")
@pytest.mark.parametrize(
    ("type_", "key", "gone"),
    [
        ("WORKS_ON", "901", {"same_issue", "further_along"}),
        ("WORKS_ON", "902", {"also_works_on", "wider_issue"}),
        ("AFFILIATED_WITH", "201", {"shared_organization"}),
        ("ADDRESSES", "1", {"place_adopted"}),
        ("IN", "1", {"place_adopted"}),
        ("OF", "1", {"place_adopted"}),
        ("PART_OF", str(PARKING), {"wider_issue"}),
    ],
)
def test_an_edge_deleted_in_the_graph_takes_its_reasons_along(
    graph: Graph, type_: str, key: str, gone: set[str]
) -> None:
    # Somebody else holds the place of the degrees, and 2 stays found by another issue.
    load(
        graph,
        official(2, 2, [work(ZONING, "adopted", key=901), work(RENT, key=902), work(PARKING)], [1]),
        policy(1, ZONING),
        adoption(1, 1, 2),
    )
    before = {each.code: each for each in ask(graph, limit=1).peers[0].contributions}
    cited = {
        code
        for code, each in before.items()
        if f"{type_}:{key}" in {evidence.edge for evidence in each.evidence}
    }
    graph.write(f"MATCH ()-[r:{type_}]->() WHERE r.key = $key DELETE r", {"key": key})
    after = {each.code: each for each in ask(graph, limit=1).peers[0].contributions}
    lost = {code for code in before if code not in after}
    assert lost <= cited
    assert cited & gone, "the edge was cited"
    for code in cited:
        assert code in lost or before[code].evidence != after[code].evidence


@pytest.mark.usefixtures("asker")
def test_who_is_left_out(graph: Graph) -> None:
    on_it = [work(ZONING, "adopted")]
    load(
        graph,
        official(2, 2, [work(ZONING, "adopted")]),
        official(3, 1, [work(ZONING, "adopted")]),  # the asker's own place
        official(4, 2, [work(ZONING, "adopted")], paused=True),
        official(5, 2, [work(ZONING, "adopted")], in_office_until=DAY),
        official(6, 2, [work(ZONING, "adopted")], in_office_from=date(2026, 11, 2)),
        official(7, None, on_it),
        official(8, 3, [work(ZONING, "adopted")], in_office_from=None),
        official(9, 3, [work(ZONING, "adopted")], in_office_until=date(2026, 11, 2)),
        official(10, 3, [work(ZONING, "adopted")], in_office_from=DAY),
        official(11, 3, [work(ZONING, "adopted")]),
    )
    tombstone(graph, [("Official", 11)], version=2, epoch=1)
    assert sorted(ids(ask(graph))) == [2, 8, 9, 10]
    assert sorted(ids(ask(graph, day=date(2026, 10, 31)))) == [2, 5, 8, 9]
    assert ASKER not in ids(ask(graph, issue=None))


@pytest.mark.usefixtures("asker")
@pytest.mark.parametrize("intent", ["learn", "collaborate"])
def test_who_serves_in_a_place_that_overlaps_is_not_elsewhere(graph: Graph, intent: Intent) -> None:
    """The county 3 has the cities 1 and 2, and 2 lies in 5 too; each is asked from both ends."""
    load(
        graph,
        overlapping(3, 1, 2),
        overlapping(5, 2),
        *(official(10 + at, at, [work(ZONING, "drafting")]) for at in range(1, 6)),
        policy(1, ZONING),
        *(adoption(at, 1, at) for at in range(1, 6)),
    )
    left_out = {1: {1, 3}, 2: {2, 3, 5}, 3: {1, 2, 3}, 4: {4}, 5: {2, 5}}
    for place, overlap in left_out.items():
        found = ask(graph, asker=10 + place, intent=intent)
        others = {10 + at for at in range(1, 6) if at not in overlap}
        assert set(ids(found)) - {ASKER} == others, place
        alike = [
            evidence.id
            for peer in found.peers
            for contribution in peer.contributions
            if contribution.code == "alike_adopters"
            for evidence in contribution.evidence
            if evidence.kind == "adoption"
        ]
        assert overlap.isdisjoint(alike)


@pytest.mark.usefixtures("asker")
def test_the_stage_leads_the_list_by_what_is_intended(graph: Graph) -> None:
    stages = ["exploring", "drafting", "introduced", "implementing", "stopped"]
    load(graph, *(official(2 + n, 2, [work(ZONING, stage)]) for n, stage in enumerate(stages)))
    learn = [stages[id_ - 2] for id_ in ids(ask(graph))]
    assert learn[:2] == ["implementing", "introduced"]
    together = [stages[id_ - 2] for id_ in ids(ask(graph, intent="collaborate"))]
    assert together[0] == "drafting"
    assert set(together[-2:]) == {"implementing", "stopped"}, "who is past it is no companion"


@pytest.mark.usefixtures("asker")
def test_too_few_on_the_issue_widen_the_search_step_by_step(graph: Graph) -> None:
    assert ask(graph) == Suggestions((), CURRENT.version, None)
    load(graph, official(2, 6, [], office_kind="mayor"))
    found = ask(graph)
    assert (ids(found), found.widened) == ([2], "alike_places")
    assert {each.code for each in found.peers[0].contributions} == {"nearby", "alike_size"}
    load(graph, official(3, 5, [], [1]))
    assert (ids(ask(graph, limit=1)), ask(graph, limit=1).widened) == ([3], "organizations")
    load(graph, official(4, 5, [work(RENT)]))
    # Rent lies beside zoning, so it is found before as a wider issue.
    assert (ids(ask(graph, limit=1)), ask(graph, limit=1).widened) == ([4], "wider_issue")
    assert ask(graph, issue=CLIMATE, limit=1).widened == "other_issues"
    load(graph, official(5, 5, [work(ZONING)]))
    assert (ids(ask(graph, limit=1)), ask(graph, limit=1).widened) == ([5], None)
    everybody = ask(graph)
    assert sorted(ids(everybody)) == [2, 3, 4, 5]
    assert ids(everybody)[0] == 5
    assert everybody.widened == "alike_places"


@pytest.mark.usefixtures("asker")
def test_without_an_issue_all_of_the_askers_work_counts(graph: Graph) -> None:
    load(
        graph,
        official(2, 2, [work(ZONING, "adopted"), work(RENT, "adopted")]),
        official(3, 2, [work(RENT, "adopted")]),
        official(4, 2, [work(CLIMATE, "adopted")]),
    )
    found = ask(graph, issue=None, limit=2)
    assert ids(found) == [2, 3]
    codes = {each.code for peer in found.peers for each in peer.contributions}
    assert "also_works_on" not in codes, "it would count the same twice"
    same = next(each for each in found.peers[0].contributions if each.code == "same_issue")
    assert len(same.evidence) == 4


def test_an_asker_with_little_known_gets_somebody(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        official(1, 1),
        official(2, 2, [work(HOUSING)]),
        official(3, None),
        locality(7, population=None, latitude=None),
        official(4, 7),
    )
    assert ids(ask(graph, issue=None)) == [2, 4]
    assert ask(graph, issue=None).widened == "alike_places"
    assert ids(ask(graph, issue=None, asker=4)) == [1, 2] or ids(
        ask(graph, issue=None, asker=4)
    ) == [2, 1]
    assert ask(graph, issue=None, asker=3).peers == ()
    assert ask(graph, asker=12345) == Suggestions((), CURRENT.version, None)
    assert ids(ask(graph, issue=HOUSING, limit=1)) == [2]
    assert ids(ask(graph, issue=12345, limit=1)) in ([2], [4])


@pytest.mark.usefixtures("asker")
def test_only_adoptions_in_force_and_before_the_day_count(graph: Graph) -> None:
    load(
        graph,
        *(official(1 + place, place, [work(ZONING)]) for place in range(2, 6)),
        policy(1, ZONING),
        policy(2, CLIMATE),
        adoption(1, 1, 2),
        adoption(2, 1, 3, status="repealed"),
        adoption(3, 1, 4, adopted_on=date(2026, 11, 2)),
        adoption(4, 2, 5),
    )
    adopted = {
        peer.official
        for peer in ask(graph).peers
        for each in peer.contributions
        if each.code == "place_adopted"
    }
    assert adopted == {3}


@pytest.mark.usefixtures("asker")
def test_the_same_question_gives_the_same_list(graph: Graph) -> None:
    load(graph, *(official(id_, 2 + id_ % 4, [work(ZONING, "adopted")]) for id_ in range(2, 60)))
    assert ask(graph) == ask(graph)
    assert len(ask(graph).peers) == 10


def test_both_engines_answer_alike(
    bundled_engine: RunningEngine, neo4j_engine: RunningEngine
) -> None:
    states = (
        *BASE,
        policy(1, ZONING),
        adoption(1, 1, 3),
        official(1, 1, [work(ZONING, key=1), work(RENT, key=2)], [1]),
        *(
            official(
                id_,
                1 + id_ % 6,
                [
                    work(1 + id_ % 5, "adopted", key=id_ * 10, priority=1 + id_ % 3),
                    *([work(RENT, key=id_ * 10 + 1)] if id_ % 5 != RENT - 1 else []),
                ],
                [1 + id_ % 2],
            )
            for id_ in range(2, 80)
        ),
    )
    answers = []
    for engine in (bundled_engine, neo4j_engine):
        clear(engine.graph)
        load(engine.graph, *states)
        answers.append(
            [ask(engine.graph, issue=issue, limit=20) for issue in (ZONING, PARKING, None)]
        )
    assert all(len(answer.peers) == 20 for answer in answers[0])
    assert all(answer == answers[0] for answer in answers)
