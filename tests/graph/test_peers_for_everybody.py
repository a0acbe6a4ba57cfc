"""Whoever asks gets a list in three trips, whatever they work on, on both engines."""

from collections.abc import Iterable
from datetime import date

import pytest

from graph.connection import Graph
from graph.peers import Suggestions, suggest
from graph.writes import Edge
from tests.graph.network import issue, load, locality, official, work

DAY = date(2026, 11, 1)
POPULAR = range(1, 15)
RARE, NOBODYS = 50, 51
CROWD = 80


@pytest.fixture
def crowd(graph: Graph) -> None:
    """Eighty people in eight places of two states, each on three of fourteen issues."""
    issues = [*POPULAR, RARE, NOBODYS]
    load(
        graph,
        *(issue(id_, f"Issue {id_}") for id_ in issues),
        *(locality(id_, state="az" if id_ < 5 else "nm") for id_ in range(1, 9)),
        locality(9, state="wy", population=900),
        *(
            official(100 + n, 1 + n % 8, [work(1 + (n + step) % 14) for step in (0, 3, 7)])
            for n in range(CROWD)
        ),
        official(190, 2, [work(RARE, "adopted")]),
    )


def ask(graph: Graph, works: Iterable[Edge], named: int | None = None, **given: object):
    load(graph, official(1, given.pop("place", 1), works, **given))
    trips = 0
    read = graph.read

    def counted(*args: object, **kwargs: object) -> object:
        nonlocal trips
        trips += 1
        return read(*args, **kwargs)

    graph.read = counted  # type: ignore[method-assign]
    try:
        found = suggest(graph, 1, 10, issue=named, as_of=DAY)
    finally:
        graph.read = read  # type: ignore[method-assign]
    assert trips <= 3
    return found


def codes(found: Suggestions) -> set[str]:
    return {each.code for peer in found.peers for each in peer.contributions}


@pytest.mark.usefixtures("crowd")
def test_with_one_rare_issue_the_one_other_comes_first(graph: Graph) -> None:
    found = ask(graph, [work(RARE)])
    assert found.peers[0].official == 190
    assert len(found.peers) == 10
    assert found.widened == "alike_places", "and it says so"


@pytest.mark.usefixtures("crowd")
def test_with_fourteen_popular_issues(graph: Graph) -> None:
    found = ask(graph, [work(each) for each in POPULAR])
    assert len(found.peers) == 10
    assert found.widened is None
    assert "same_issue" in codes(found)


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("named", [None, NOBODYS])
def test_with_none_it_is_who_is_in_a_place_like_theirs(graph: Graph, named: int | None) -> None:
    found = ask(graph, [], named)
    assert len(found.peers) == 10
    assert found.widened == "alike_places"
    assert codes(found) <= {"nearby", "alike_size", "same_office"}


@pytest.mark.usefixtures("crowd")
def test_alone_in_a_state_far_smaller_than_all_others(graph: Graph) -> None:
    found = ask(graph, [work(3)], place=9)
    assert len(found.peers) == 10
    assert found.widened is None


@pytest.mark.usefixtures("crowd")
def test_in_office_since_today_and_not_before(graph: Graph) -> None:
    assert len(ask(graph, [work(3)], in_office_from=DAY).peers) == 10
    load(graph, official(2, 9, [work(RARE)], in_office_from=DAY))
    assert 2 in [peer.official for peer in ask(graph, [work(RARE)]).peers]
    load(graph, official(2, 9, [work(RARE)], in_office_from=date(2026, 11, 2)), version=2)
    assert 2 not in [peer.official for peer in ask(graph, [work(RARE)]).peers]
