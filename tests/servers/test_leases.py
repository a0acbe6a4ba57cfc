"""Leases of real processes, and servers that stop with the last of them."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from backend.servers import postgres
from backend.servers.embedded import EmbeddedServers
from backend.servers.leases import Lease, lock
from graph import embedded as graph_engine
from tests.waiting import PATIENCE_S, until

HOLD = """
import sys, time
from pathlib import Path
from backend.servers import interrupts
from backend.servers.embedded import EmbeddedServers
interrupts.listen()
with EmbeddedServers(Path(sys.argv[1]), with_postgres=True, with_graph=sys.argv[2] == "both"):
    print("joined", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def data() -> Iterator[Path]:
    # Not pytest's own folder: another run closes that to everybody else, PostgreSQL's user too.
    folder = Path(tempfile.mkdtemp(prefix="counterpart-leases-"))
    yield folder
    postgres.stop(folder)
    if engine := graph_engine.find(folder / "graph"):
        graph_engine.stop(engine)
    shutil.rmtree(folder)


@contextmanager
def holder(data: Path, which: str = "postgres") -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data), which],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout.readline() == "joined\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_only_the_last_lease_is_the_last(tmp_path: Path):
    first, second = Lease(tmp_path), Lease(tmp_path)
    assert not first.give_up()
    assert second.give_up()


def test_the_last_to_leave_stops_the_servers(data: Path):
    with holder(data) as first, holder(data) as second:
        first.send_signal(signal.SIGINT)
        first.wait(PATIENCE_S)
        assert postgres.is_running(data)
        second.send_signal(signal.SIGTERM)
        second.wait(PATIENCE_S)
        assert not postgres.is_running(data)


def test_whoever_was_killed_does_not_count(data: Path):
    with holder(data) as process:
        process.kill()
        process.wait(PATIENCE_S)
        assert postgres.is_running(data)  # nobody was left to stop it
        with EmbeddedServers(data, with_postgres=True, with_graph=False):
            assert postgres.is_running(data)
        assert not postgres.is_running(data)


def test_many_at_once_start_one_server(data: Path):
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(data), "postgres"], stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    try:
        assert [each.stdout.readline() for each in starters] == [b"joined\n"] * 4
        cluster = data / "postgres"
        roots = [
            process.pid
            for process in psutil.process_iter(["cmdline"])
            if str(cluster) in (process.info["cmdline"] or [])
        ]
        assert roots == [postgres.postmaster(data)]
    finally:
        for each in starters:
            each.send_signal(signal.SIGTERM)
        for each in starters:
            each.communicate(timeout=PATIENCE_S)
    assert not postgres.is_running(data)


def test_a_fork_does_not_stop_the_servers_of_its_parent(data: Path):
    with EmbeddedServers(data, with_postgres=True, with_graph=False) as servers:
        child = os.fork()
        if child == 0:
            servers.__exit__(None, None, None)
            os._exit(0)
        os.waitpid(child, 0)
        assert postgres.is_running(data)
    assert not postgres.is_running(data)


def test_the_graph_engine_keeps_its_address_and_password(data: Path):
    with EmbeddedServers(data, with_postgres=False, with_graph=True) as servers:
        before = servers.facts
        os.kill(graph_engine.find(data / "graph").pid, signal.SIGKILL)
        until(lambda: not servers.are_running())
        assert servers.revive() == before
        assert servers.are_running()
    assert graph_engine.find(data / "graph") is None
    assert (data / "servers.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("seconds", [0.2, 0.5, 0.9, 1.4])
def test_ctrl_c_while_starting_leaves_nothing(data: Path, seconds: float):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data), "both"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    try:
        process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
    assert not postgres.is_running(data)
    assert graph_engine.find(data / "graph") is None
    assert [
        each.pid
        for each in psutil.process_iter(["cmdline"])
        if any(str(data) in word for word in each.info["cmdline"] or [])
    ] == []


def test_the_lock_lets_one_in_at_a_time(tmp_path: Path):
    ask = f"""
from pathlib import Path
from backend.servers.leases import lock
with lock(Path({str(tmp_path)!r})):
    print("in")
"""
    with lock(tmp_path):
        waiting = subprocess.Popen([sys.executable, "-c", ask], stdout=subprocess.PIPE)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1)
    assert waiting.communicate(timeout=PATIENCE_S)[0] == b"in\n"
