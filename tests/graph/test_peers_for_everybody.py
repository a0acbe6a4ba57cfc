"""Whoever asks gets a list in three trips, whatever they work on, on both engines."""

from collections.abc import Iterable
from datetime import date

import pytest

from graph.connection import Graph
from graph.features import KINDS, STAGES
from graph.peers import Intent, Suggestions, order, retrieve, score, suggest
from graph.peers.inputs import Person, Question, Statistics, Work
from graph.peers.queries import CANDIDATES
from graph.peers.weights import CURRENT
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


@pytest.fixture
def varied(graph: Graph) -> None:
    """Eighty people of whom hardly two are at the same stage with the same priority and help."""
    load(
        graph,
        *(issue(id_, f"Issue {id_}") for id_ in POPULAR),
        *(locality(id_, state="az" if id_ < 5 else "nm") for id_ in range(1, 9)),
        *(
            official(
                100 + n,
                1 + n % 8,
                [
                    work(
                        1 + (n + step) % 14,
                        STAGES[(n // 3 + step) % len(STAGES)],
                        priority=1 + (n // 5 + step) % 3,
                        seeks=KINDS[n % 3 : n % 3 + 2],
                        offers=KINDS[n % 4 : n % 4 + 1],
                    )
                    for step in (0, 3, 7)
                ],
            )
            for n in range(CROWD)
        ),
    )


@pytest.mark.usefixtures("varied")
@pytest.mark.parametrize("intent", ["learn", "collaborate"])
@pytest.mark.parametrize("named", [None, 3])
def test_where_all_fit_nobody_better_is_left_out(
    graph: Graph, named: int | None, intent: Intent
) -> None:
    works = [work(each, "drafting", seeks=KINDS[:2]) for each in (1, 3, 4, 9)]
    load(graph, official(1, 1, works))
    asked = retrieve.question(
        graph, 1, named, intent=intent, as_of=DAY, weights=CURRENT, timeout=10
    )
    assert asked is not None
    assert order.all_fit(asked)
    everybody = retrieve.people(graph, asked, range(100, 100 + CROWD), 10)
    elsewhere = [
        each
        for each in everybody
        if each.place and each.place.id != 1 and asked.asked & {one.issue for one in each.works}
    ]
    best = score.rank(asked, elsewhere)[:10]
    found = suggest(graph, 1, 10, issue=named, intent=intent, as_of=DAY)
    assert [(each.official, each.score) for each in found.peers] == [
        (each.person.id, each.score) for each in best
    ]


def test_who_comes_once_for_each_issue_is_one_person(graph: Graph) -> None:
    """Six people bring twelve rows, which are not enough for a list of ten."""
    load(
        graph,
        *(issue(id_, f"Issue {id_}") for id_ in (1, 2, 3)),
        *(locality(id_) for id_ in (1, 2)),
        *(official(100 + n, 2, [work(1), work(2)]) for n in range(6)),
        *(official(200 + n, 2, [work(3)]) for n in range(6)),
    )
    found = ask(graph, [work(1), work(2)])
    assert len(found.peers) == 10
    assert [each.official < 200 for each in found.peers] == [True] * 6 + [False] * 4
    assert found.widened == "alike_places"


def asked_of(degrees: dict[int, int]) -> Question:
    works = tuple(Work(str(each), each, "drafting", 2, (), ()) for each in degrees)
    known = Statistics(10_000, degrees, {})
    return Question(Person(1, "council", None, works), None, "learn", DAY, CURRENT, (), known)


@pytest.mark.parametrize(
    ("degrees", "fit"),
    [
        ({}, False),
        ({1: CANDIDATES}, True),
        ({1: CANDIDATES, 2: 1}, False),
        (dict.fromkeys(range(1, 21), 1), True),
        (dict.fromkeys(range(1, 22), 1), False),
    ],
)
def test_all_fit_by_how_many_work_on_what_was_asked(degrees: dict[int, int], fit: bool) -> None:
    asked = asked_of(degrees)
    assert order.all_fit(asked) is fit
    if fit:  # every stage and priority of each issue, and nothing else
        assert len(set(order.best_buckets(asked))) == len(degrees) * len(STAGES) * 3
