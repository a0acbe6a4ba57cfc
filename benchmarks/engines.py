"""Both graph engines for the benchmarks, each in a folder of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph import embedded
from graph.connection import Graph, Parameters, Row
from tests.engines import start_neo4j

NAMES = ("bundled", "neo4j")
PATIENCE_S = 300
CHUNK = 1 << 24


class CountingGraph(Graph):
    """A graph that counts the readings of it, and tells others how to reach it."""

    def __init__(self, uri: str, user: str | None = None, password: str | None = None) -> None:
        """As `Graph`."""
        super().__init__(uri, user, password)
        self.uri, self.user, self.password = uri, user, password
        self.trips = 0

    def read(
        self, cypher: str, params: Parameters | None = None, timeout: float = 1.0
    ) -> list[Row]:
        """As `Graph.read`."""
        self.trips += 1
        return super().read(cypher, params, timeout)


def read_through(folder: Path) -> None:
    """Bring an engine's files into the system's cache, so that no disk is measured."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while file.read(CHUNK):
                    pass


def _end(server: subprocess.Popen[bytes]) -> None:
    """Have it write down what it holds: killed, a large one would be minutes in recovering."""
    server.terminate()
    try:
        server.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@contextmanager
def running(name: str, folder: Path) -> Iterator[CountingGraph]:
    """An engine on this folder, stopped afterwards; both may take as much memory."""
    if name == "neo4j":
        server, uri = start_neo4j(folder / "neo4j", embedded.memory_mb())
        counting = CountingGraph(uri)
        try:
            yield counting
        finally:
            counting.close()
            _end(server)
        return
    engine = embedded.start(folder / "bundled")
    counting = CountingGraph(engine.uri, embedded.USER, engine.password)
    try:
        yield counting
    finally:
        counting.close()
        embedded.stop(engine)
