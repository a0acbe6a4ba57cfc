"""`counterpart up` and `demo`, real processes: nothing dies for good, nothing stays behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from backend.servers import postgres
from graph import embedded as graph_engine
from tests.environment import variables
from tests.waiting import PATIENCE_S, until

COUNTERPART = Path(sys.executable).with_name("counterpart")


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """One folder for all: what is tested here is also that each run finds what the last left."""
    with tempfile.TemporaryDirectory(prefix="counterpart-up-") as name:
        yield Path(name)


def launch(data: Path, command: str = "up", **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [COUNTERPART, command, "--json"],
        env={**variables(data), "COUNTERPART_PORT": "0", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(data: Path, command: str = "up", **environment: str) -> Iterator[tuple[str, int]]:
    process = launch(data, command, **environment)
    try:
        ready = json.loads(process.stdout.readline() or "{}")
        assert ready.get("ready"), process.communicate()[1]
        yield ready["url"], process.pid
    finally:
        process.send_signal(signal.SIGINT)
        try:
            said, _ = process.communicate(timeout=PATIENCE_S)
        finally:
            process.kill()
    assert process.returncode in (0, -signal.SIGKILL)
    if process.returncode == 0:
        assert json.loads(said.splitlines()[-1])["stopped"] is True


def left_behind(data: Path) -> list[str]:
    """Every process that names the folder in its command line or its environment."""
    found = []
    for process in psutil.process_iter():
        try:
            words = [*process.cmdline(), process.environ().get("COUNTERPART_DATA", "")]
        except psutil.Error:
            continue
        if process.pid != os.getpid() and any(str(data) in word for word in words):
            found.append(" ".join(words))
    return found


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def children(pid: int, module: str) -> list[psutil.Process]:
    found = []
    for each in psutil.Process(pid).children():
        try:
            found += [each] if module in each.cmdline() else []
        except psutil.Error:  # it has just ended
            continue
    return found


def test_ctrl_c_at_any_point_leaves_nothing_and_the_next_run_works(data: Path):
    for seconds in (0.3, 1.0, 2.0, 4.0, 6.0):
        process = launch(data)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=PATIENCE_S)
        finally:
            process.kill()
        assert left_behind(data) == [], f"after {seconds} s"
    with running(data) as (url, _):
        assert answers(url)
    assert left_behind(data) == []


def test_what_dies_is_started_again(data: Path):
    with running(data) as (url, pid):
        for module in ("backend.servers.web", "backend.projection.process", "backend.jobs.worker"):
            (before,) = children(pid, module)
            before.kill()
            until(
                lambda module=module, before=before: (
                    [each.pid for each in children(pid, module)] not in ([], [before.pid])
                )
            )
        os.kill(postgres.postmaster(data), signal.SIGKILL)
        until(lambda: answers(url))
        engine = graph_engine.find(data / "graph")
        os.kill(engine.pid, signal.SIGKILL)
        until(
            lambda: (
                (found := graph_engine.find(data / "graph")) is not None and found.pid != engine.pid
            )
        )
        assert graph_engine.find(data / "graph").bolt_port == engine.bolt_port
        assert answers(url)
    assert left_behind(data) == []


def test_a_killed_supervisor_takes_everything_along(data: Path):
    with running(data) as (url, pid):
        assert answers(url)
        os.kill(pid, signal.SIGKILL)
    until(lambda: left_behind(data) == [])
    assert not answers(url)


def test_a_taken_port_means_the_next_free_one(data: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(data, COUNTERPART_PORT=str(port)) as (url, _):
            assert port < int(url.rsplit(":", 1)[1]) < port + 100
            assert answers(url)


def test_a_command_beside_it_uses_its_servers_and_leaves_them(data: Path):
    with running(data) as (url, _):
        before = postgres.postmaster(data)
        done = subprocess.run(
            [COUNTERPART, "graph", "status", "--json"],
            env=variables(data),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert postgres.postmaster(data) == before
        assert answers(url)


def test_a_worker_alone_ends_in_time_though_its_jobs_hang(data: Path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()  # a graph that takes a connection and never answers
        graph = {"NEO4J_URI": f"bolt://127.0.0.1:{silent.getsockname()[1]}"}
        process = launch(data, "worker", **graph)
        try:
            for module in ("backend.projection.process", "backend.jobs.worker"):
                until(lambda module=module: children(process.pid, module) != [])
            assert children(process.pid, "backend.servers.web") == []
            until(lambda: jobs_being_done(data) > 0)
            process.send_signal(signal.SIGTERM)
            said, complained = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 0, complained
    assert json.loads(said.splitlines()[-1]) == {"stopped": True}
    assert left_behind(data) == []


def jobs_being_done(data: Path) -> int:
    done = subprocess.run(
        [COUNTERPART, "jobs", "status", "--json"],
        env=variables(data),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])["doing"]


def test_sign_in_without_a_password_exists_in_the_demo_only(data: Path):
    with running(data) as (url, _), pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{url}/demo/people", timeout=PATIENCE_S)
    with (
        running(data, "demo") as (url, _),
        urllib.request.urlopen(f"{url}/demo/people", timeout=PATIENCE_S) as answer,
    ):
        people = json.load(answer)["people"]
    assert {each["role"] for each in people} == {"member", "staff"}


def test_production_refuses_the_invented_people(data: Path):
    process = launch(
        data,
        COUNTERPART_MODE="production",
        COUNTERPART_HOSTS="counterpart.example.org",
        COUNTERPART_SECRET_KEY="0123456789" * 5,
    )
    said, complained = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 2, complained
    assert "invented people" in json.loads(said.splitlines()[-1])["error"]
    assert left_behind(data) == []
