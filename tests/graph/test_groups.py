"""Who could be in a group, from a real graph on both engines."""

from datetime import date

from graph.connection import Graph
from graph.groups import OF_A_STATE, Shortlist, people_for_group
from tests.graph.network import (
    ISSUES,
    RENT,
    ZONING,
    adoption,
    load,
    locality,
    official,
    policy,
    work,
)

DAY = date(2026, 11, 1)
STATES = ("az", "ny", "oh", "wi")
BASE = (*ISSUES, *(locality(id_, state=state) for id_, state in enumerate(STATES, 1)))


def ask(graph: Graph, *issues: int, stage: str | None = "drafting", most: int = 2_000) -> Shortlist:
    wanted = issues or (ZONING,)
    return people_for_group(graph, wanted, stage=stage, as_of=DAY, most=most)


def test_only_who_is_free_and_works_on_it(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        official(1, 1, [work(ZONING)]),
        official(2, 2, [work(ZONING)], paused=True),
        official(3, 2, [work(ZONING)], capped=True),
        official(4, 2, [work(ZONING)], in_office_until=DAY),
        official(5, 2, [work(ZONING)], in_office_from=date(2026, 11, 2)),
        official(6, None, [work(ZONING)]),
        official(7, 3, [work(RENT)]),
    )
    assert ask(graph) == Shortlist((1,), cut=False)
    assert set(ask(graph, ZONING, RENT).officials) == {1, 7}


def test_the_best_come_first(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        policy(1, ZONING),
        adoption(1, 1, 4),
        official(1, 1, [work(ZONING, "exploring")]),
        official(2, 1, [work(ZONING, "drafting")]),
        official(3, 2, [work(ZONING, "drafting", priority=3)]),
        official(4, 3, [work(ZONING, "drafting", priority=3, offers=["talk", "legal_memo"])]),
        official(5, 4, [work(ZONING, "drafting", priority=3, offers=["talk", "legal_memo"])]),
        official(6, 4, [work(ZONING, "stopped", priority=3)]),
    )
    assert ask(graph).officials == (5, 4, 3, 2, 1, 6)
    assert ask(graph, stage="stopped").officials[0] == 6


def test_it_is_cut_behind_the_stage_that_was_asked_for(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        official(1, 1, [work(ZONING, "exploring", priority=3)]),
        official(2, 2, [work(ZONING, "defending", priority=1)]),
        official(3, 3, [work(ZONING, "introduced")]),
    )
    assert ask(graph, stage="defending", most=1) == Shortlist((2,), cut=True)
    assert ask(graph, stage="introduced", most=2).officials[0] == 3


def test_no_state_crowds_out_the_others(graph: Graph) -> None:
    many = [official(id_, 1, [work(ZONING, priority=3)]) for id_ in range(1, OF_A_STATE + 4)]
    load(graph, *BASE, *many, official(50, 2, [work(ZONING, "defending", priority=1)]))
    found = ask(graph).officials
    assert len(found) == OF_A_STATE + 4
    assert found.index(50) == OF_A_STATE


def test_an_issue_that_nobody_works_on(graph: Graph) -> None:
    load(graph, *BASE)
    assert ask(graph) == Shortlist((), cut=False)
