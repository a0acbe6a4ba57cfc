"""The bundled engine as a process: found again, killed, started anew, open to nobody else."""

import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph import embedded
from graph.connection import Graph, GraphError, GraphUnavailable
from tests.waiting import PATIENCE_S, until


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    data = tmp_path / "graph"
    yield data
    if engine := embedded.find(data):
        embedded.stop(engine)


def _graph(engine: embedded.Engine) -> Graph:
    return Graph(engine.uri, embedded.USER, engine.password)


def _kill(engine: embedded.Engine) -> None:
    os.kill(engine.pid, signal.SIGKILL)
    until(lambda: not embedded.is_running(engine), "its end")


def test_no_acknowledged_write_is_lost_when_the_engine_is_killed(folder: Path) -> None:
    engine = embedded.start(folder)
    graph = _graph(engine)
    written = 0
    for written in range(1, 201):
        graph.write("CREATE (:Issue {id: $id})", {"id": written})
    _kill(engine)
    assert embedded.find(folder) is None
    with pytest.raises(GraphUnavailable):
        graph.write("CREATE (:Issue {id: 0})")
    again = embedded.start(folder)
    # The same address and password: whoever holds the graph needs no news of it.
    assert (again.uri, again.password) == (engine.uri, engine.password)
    kept = graph.read("MATCH (n:Issue) RETURN count(n) AS n, max(n.id) AS last", timeout=PATIENCE_S)
    assert kept == [{"n": written, "last": written}]
    graph.close()


def test_a_read_goes_on_after_a_restart_behind_its_back(folder: Path) -> None:
    engine = embedded.start(folder)
    graph = _graph(engine)
    graph.read("RETURN 1 AS one", timeout=PATIENCE_S)
    embedded.stop(engine)
    embedded.start(folder)
    assert graph.read("RETURN 1 AS one", timeout=PATIENCE_S) == [{"one": 1}]
    graph.close()


def test_stopping_is_orderly_and_a_frozen_engine_is_killed(folder: Path) -> None:
    engine = embedded.start(folder)
    assert embedded.find(folder) == engine
    with pytest.raises(embedded.EngineError, match="already runs"):
        embedded.start(folder)
    embedded.stop(engine)
    assert not embedded.is_running(engine)
    assert "Server is down" in (folder / "engine.log").read_text()
    engine = embedded.start(folder)
    os.kill(engine.pid, signal.SIGSTOP)
    assert embedded.is_running(engine)
    embedded.stop(engine, patience=0.5)
    assert not embedded.is_running(engine)


def test_only_this_machine_and_this_user_may_come_in(folder: Path) -> None:
    engine = embedded.start(folder)
    note = folder / "engine.json"
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    process = psutil.Process(engine.pid)
    assert engine.password not in " ".join(process.cmdline())
    listening = {
        link.laddr.ip for link in process.net_connections() if link.status == psutil.CONN_LISTEN
    }
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1"}
    stranger = Graph(engine.uri, embedded.USER, "a guess")
    with pytest.raises(GraphError):
        stranger.read("RETURN 1 AS one", timeout=PATIENCE_S)
    stranger.close()


def test_a_password_that_is_given_counts_at_every_start(folder: Path) -> None:
    for password in ("first secret", "second secret"):
        engine = embedded.start(folder, password)
        graph = _graph(engine)
        assert graph.read("RETURN 1 AS one", timeout=PATIENCE_S) == [{"one": 1}]
        graph.close()
        embedded.stop(engine)


def test_what_keeps_the_engine_from_starting_is_in_its_log(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "databases").write_text("in the way")
    with pytest.raises(embedded.EngineError, match=r"engine\.log"):
        embedded.start(folder, patience=15)
    assert (folder / "engine.log").read_text()


@pytest.mark.parametrize(("machine_gb", "engine_mb"), [(2, 1024), (64, 16 * 1024)])
def test_an_engine_may_take_a_quarter_of_the_memory_and_a_gigabyte_at_least(
    monkeypatch: pytest.MonkeyPatch, machine_gb: int, engine_mb: int
) -> None:
    class Machine:
        total = machine_gb << 30

    monkeypatch.setattr(psutil, "virtual_memory", Machine)
    assert embedded.memory_mb() == engine_mb
