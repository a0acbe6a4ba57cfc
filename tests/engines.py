"""Both graph engines for the tests: the bundled one and a real Neo4j, in folders of their own.

Neo4j is the one at NEO4J_URI when that is set, else one run from its published jars when Java 17
and Maven are here. Without either the tests on it are not made, and the report's header says so;
with CI or COUNTERPART_REQUIRE_NEO4J set that is an error instead.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph import embedded, schema
from graph.connection import Graph, GraphError, Parameters, Row, Statement
from tests.waiting import PATIENCE_S

NEO4J = Path(__file__).parent / "neo4j"
JARS = NEO4J / "lib"
# Where it is, and who comes in: the arguments of `Graph`.
Address = tuple[str, str | None, str | None]


@dataclass
class RunningEngine:
    """An engine for the tests; `pid` is None for one that is not ours to stop or freeze."""

    name: str
    graph: Graph
    address: Address
    pid: int | None


def _java_major() -> int:
    if shutil.which("java") is None:
        return 0
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False)
    try:
        return int(said.stderr.split('"')[1].split(".")[0])
    except (IndexError, ValueError):
        return 0


def _why_no_neo4j() -> str | None:
    if os.environ.get("NEO4J_URI"):
        return None
    if _java_major() < 17:
        return "Java 17 or later is not here"
    if not any(JARS.glob("neo4j-*.jar")) and shutil.which("mvn") is None:
        return "Maven is not here"
    return None


def _required() -> bool:
    return bool(os.environ.get("CI") or os.environ.get("COUNTERPART_REQUIRE_NEO4J"))


LACKING = _why_no_neo4j()
ENGINES = ["bundled"] if LACKING and not _required() else ["bundled", "neo4j"]


def pytest_report_header() -> str:
    """Say on which engines the graph is tested, and what is left out."""
    if LACKING and not _required():
        return f"graph engines: bundled ONLY. Nothing is tested on Neo4j here, since {LACKING}."
    return "graph engines: bundled, neo4j"


def _fetch_jars() -> None:
    if any(JARS.glob("neo4j-*.jar")):
        return
    subprocess.run(
        ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={JARS}"],
        cwd=NEO4J,
        check=True,
        timeout=600,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_neo4j(data: Path, memory_mb: int = 768) -> tuple[subprocess.Popen[bytes], str]:
    """Run a real Neo4j on this folder, wait until it answers, return its address; kill it then."""
    if LACKING:
        raise RuntimeError(f"The tests need a Neo4j and can't start one: {LACKING}.")
    _fetch_jars()
    port = _free_port()
    log = data.with_suffix(".log")
    with log.open("wb") as out:
        server = subprocess.Popen(
            ["java", f"-Xmx{memory_mb}m", "-cp", f"{JARS}/*", "Serve.java", str(data), str(port)],
            cwd=NEO4J,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    uri = f"bolt://127.0.0.1:{port}"
    deadline = time.monotonic() + PATIENCE_S
    with closing(Graph(uri, None, None)) as graph:
        while time.monotonic() < deadline and server.poll() is None:
            try:
                graph.read("RETURN 1 AS one")
            except GraphError:
                time.sleep(0.2)
            else:
                return server, uri
    server.kill()
    raise RuntimeError(f"Neo4j did not start:\n{log.read_text()[-2000:]}")


class PatientGraph(Graph):
    """A graph for tests in which time is not what is tested: a busy machine is waited for."""

    def read(
        self, cypher: str, params: Parameters | None = None, timeout: float = PATIENCE_S
    ) -> list[Row]:
        """Read, however short the deadline of whoever asks."""
        return super().read(cypher, params, max(timeout, PATIENCE_S))

    def write(
        self, cypher: str, params: Parameters | None = None, timeout: float = PATIENCE_S
    ) -> list[Row]:
        """Write, however short the deadline of whoever asks."""
        return super().write(cypher, params, max(timeout, PATIENCE_S))

    def write_transaction(
        self, statements: Sequence[Statement], timeout: float = PATIENCE_S
    ) -> list[list[Row]]:
        """Write, however short the deadline of whoever asks."""
        return super().write_transaction(statements, max(timeout, PATIENCE_S))


@contextmanager
def _bundled(folder: Path) -> Iterator[RunningEngine]:
    engine = embedded.start(folder, patience=PATIENCE_S)
    try:
        with _running("bundled", (engine.uri, embedded.USER, engine.password), engine.pid) as made:
            yield made
    finally:
        embedded.stop(engine)


@contextmanager
def _neo4j(folder: Path) -> Iterator[RunningEngine]:
    if uri := os.environ.get("NEO4J_URI"):
        address = (uri, os.environ.get("NEO4J_USER"), os.environ.get("NEO4J_PASSWORD"))
        with _running("neo4j", address, None) as made:
            yield made
        return
    server, uri = start_neo4j(folder / "data")
    try:
        with _running("neo4j", (uri, None, None), server.pid) as made:
            yield made
    finally:
        server.kill()  # the folder is thrown away: no need to wait for its orderly end
        server.wait()


@contextmanager
def _running(name: str, address: Address, pid: int | None) -> Iterator[RunningEngine]:
    with closing(PatientGraph(*address)) as graph:
        schema.ensure(graph)
        yield RunningEngine(name, graph, address, pid)


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], RunningEngine]]:
    """Starts an engine when it is first asked for; each runs to the end of the session."""
    start = {"bundled": _bundled, "neo4j": _neo4j}
    running: dict[str, RunningEngine] = {}
    with ExitStack() as stack:

        def engine(name: str) -> RunningEngine:
            if name not in running:
                folder = tmp_path_factory.mktemp(name)
                running[name] = stack.enter_context(start[name](folder))
            return running[name]

        yield engine


# The engine's name is in the name of each test that uses it: see `tests.sharing`.
@pytest.fixture(scope="session", params=ENGINES)
def engine(
    engines: Callable[[str], RunningEngine], request: pytest.FixtureRequest
) -> RunningEngine:
    """Each engine in turn, for the whole session; its contents are whatever tests left there."""
    return engines(request.param)


@pytest.fixture(scope="session", params=["bundled"])
def bundled_engine(
    engines: Callable[[str], RunningEngine], request: pytest.FixtureRequest
) -> RunningEngine:
    """The bundled one, whatever tests left there."""
    return engines(request.param)


@pytest.fixture(scope="session", params=[name for name in ENGINES if name == "neo4j"])
def neo4j_engine(
    engines: Callable[[str], RunningEngine], request: pytest.FixtureRequest
) -> RunningEngine:
    """Neo4j, whatever tests left there."""
    return engines(request.param)


@pytest.fixture
def graph(engine: RunningEngine) -> Graph:
    """An empty graph with its constraints, on each engine in turn."""
    clear(engine.graph)
    return engine.graph


OURS = "|".join(
    (*schema.NODE_TYPES, schema.BUCKET, schema.DEGREE_COUNT, schema.TOMBSTONE, schema.PROJECTION)
)


def clear(graph: Graph) -> None:
    """Take every node of ours out, and nothing else: NEO4J_URI may name a shared server."""
    graph.write(f"MATCH (n:{OURS}) DETACH DELETE n", timeout=PATIENCE_S)
