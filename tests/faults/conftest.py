"""A graph engine of one's own to kill and freeze, and relays as processes to kill."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backend.core import graph_client
from graph import embedded
from graph.connection import Graph
from graph.warm import warm
from tests.engines import RunningEngine, clear
from tests.faults.harm import RELAY, Process, Victim
from tests.projecting import project


@pytest.fixture(scope="session")
def engine_to_harm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    """One engine for all of these tests; they leave it killed, frozen or full as they like."""
    victim = Victim(tmp_path_factory.mktemp("victim"))
    yield victim
    victim.end()


@pytest.fixture
def victim(engine_to_harm: Victim, transactional_db, settings) -> Iterator[Victim]:
    """A running, empty engine that the settings of this process name, and empty tables."""
    victim = engine_to_harm
    victim.revive()
    settings.NEO4J_URI = victim.engine.uri
    settings.NEO4J_USER = embedded.USER
    settings.NEO4J_PASSWORD = victim.engine.password
    clear(graph_client.graph())
    yield victim
    graph_client.graph().close()


@pytest.fixture
def prompt_engine(bundled_engine, monkeypatch) -> Iterator[RunningEngine]:
    """The bundled engine, warm, with what is in the tables, asked with the deadlines that hold."""
    clear(bundled_engine.graph)
    warm(bundled_engine.graph)
    project(bundled_engine.graph)
    with closing(Graph(*bundled_engine.address)) as prompt:
        monkeypatch.setattr(graph_client, "graph", lambda: prompt)
        yield bundled_engine


@pytest.fixture
def process(victim: Victim, tmp_path: Path) -> Iterator[Callable[[str], Process]]:
    """Starts processes, a relay unless other code is given, and kills what is left of them."""
    started: list[Process] = []

    def start(code: str = RELAY) -> Process:
        started.append(Process(code, tmp_path / f"process-{len(started)}.log"))
        return started[-1]

    yield start
    for each in started:
        each.kill()
