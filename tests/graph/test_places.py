"""Where an issue is dealt with, from a real graph on both engines."""

from datetime import date

import pytest

from graph import places
from graph.connection import Graph
from graph.places import Places, places_on
from tests.graph.network import (
    CLIMATE,
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
BASE = (*ISSUES, *(locality(id_) for id_ in range(1, 7)), policy(1, ZONING), policy(2, CLIMATE))


def ask(graph: Graph, *issues: int, own_places: tuple[int, ...] = (1,)) -> Places:
    return places_on(graph, issues or (ZONING,), own_places=own_places, as_of=DAY)


def test_adopters_of_the_issue_in_force_and_since_when_is_known(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        adoption(1, 1, 2, adopted_on=date(2019, 1, 1)),
        adoption(2, 1, 3, adopted_on=None, precision=None),
        adoption(3, 1, 4, adopted_on=date(2023, 1, 1)),
        adoption(4, 1, 2, adopted_on=date(2024, 1, 1)),
        adoption(5, 1, 5, status="repealed"),
        adoption(6, 2, 6),
        adoption(7, 1, 1),
    )
    assert ask(graph).adopters == {2, 4}
    assert ask(graph, ZONING, CLIMATE).adopters == {2, 4, 6}


def test_members_in_office_count_for_their_place_once(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        official(1, 1, [work(ZONING)]),
        official(2, 2, [work(ZONING, "adopted")]),
        official(3, 2, [work(ZONING, "exploring", priority=1)]),
        official(4, 3, [work(RENT)]),
        official(5, 4, [work(ZONING)], in_office_until=DAY),
        official(6, 5, [work(ZONING)], in_office_from=date(2026, 11, 2)),
        official(7, 6, [work(ZONING, "stopped")], in_office_until=date(2026, 11, 2)),
    )
    found = ask(graph)
    assert found.workers == {2, 6}
    assert ask(graph, ZONING, RENT).workers == {2, 3, 6}
    assert found.adopters == frozenset()


def test_the_latest_and_the_furthest_are_brought(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cut stands in the statement, so this one is written with smaller numbers."""
    few = places.PLACES.replace(f"LIMIT {places.ADOPTERS}", "LIMIT 2").replace(
        f"LIMIT {places.WORKERS}", "LIMIT 1"
    )
    monkeypatch.setattr(places, "PLACES", few)
    load(
        graph,
        *BASE,
        *(adoption(id_, 1, id_, adopted_on=date(2015 + id_, 1, 1)) for id_ in range(2, 7)),
        *(official(id_, id_, [work(ZONING)]) for id_ in range(2, 6)),
        official(6, 6, [work(ZONING, "implementing")]),
    )
    assert ask(graph) == Places(frozenset({5, 6}), frozenset({6}))


def test_own_places_are_left_out_before_the_cut(graph: Graph) -> None:
    load(
        graph,
        *BASE,
        *(official(id_, id_, [work(ZONING)]) for id_ in range(1, 5)),
        *(adoption(id_, 1, id_) for id_ in range(1, 5)),
    )
    assert ask(graph, own_places=(1, 3)) == Places(frozenset({2, 4}), frozenset({2, 4}))


def test_nothing_is_known_of_an_issue_without_anybody(graph: Graph) -> None:
    load(graph, *BASE)
    assert ask(graph) == Places(frozenset(), frozenset())
