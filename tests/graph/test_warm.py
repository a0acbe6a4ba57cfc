"""Having every query planned before the first question, on both engines."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from graph.connection import Graph, Parameters, Row
from graph.groups import people_for_group
from graph.peers import suggest
from graph.places import places_on
from graph.warm import warm
from tests.engines import PatientGraph, RunningEngine, clear
from tests.graph.network import ISSUES, ZONING, load, locality, official, work

DAY = date(2026, 11, 1)


class Noting(PatientGraph):
    """A graph that notes what is read of it."""

    asked: set[str]

    def read(
        self, cypher: str, params: Parameters | None = None, timeout: float = 0.0
    ) -> list[Row]:
        """Read."""
        self.asked.add(cypher)
        return super().read(cypher, params, timeout)


@pytest.fixture
def noting(engine: RunningEngine) -> Iterator[Noting]:
    clear(engine.graph)
    with closing(Noting(*engine.address)) as graph:
        graph.asked = set()
        yield graph


def all_asked(graph: Graph) -> None:
    assert suggest(graph, 1, 3, issue=ZONING, as_of=DAY).peers
    assert suggest(graph, 1, 3, issue=None, as_of=DAY).peers
    assert places_on(graph, [ZONING], own_places=[1], as_of=DAY).workers
    assert people_for_group(graph, [ZONING], stage=None, as_of=DAY).officials


def test_warming_up_asks_what_questions_ask_and_leaves_nothing(noting: Noting) -> None:
    warm(noting)
    warmed = frozenset(noting.asked)
    assert noting.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    load(
        noting,
        *ISSUES,
        *(locality(id_) for id_ in (1, 2)),
        *(official(id_, id_, [work(ZONING)]) for id_ in (1, 2)),
    )
    noting.asked.clear()
    all_asked(noting)
    assert noting.asked == warmed
