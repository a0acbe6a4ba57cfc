"""The embedded PostgreSQL: real starts, real kills."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from backend.servers import postgres


@pytest.fixture
def own_folder() -> Iterator[Path]:
    # Not pytest's own: another run closes that to everybody else, PostgreSQL's user too.
    with tempfile.TemporaryDirectory(prefix="counterpart-postgres-") as name:
        yield Path(name)


@pytest.fixture
def data(own_folder: Path) -> Iterator[Path]:
    yield own_folder
    postgres.stop(own_folder)


def connect(data: Path) -> psycopg.Connection:
    return psycopg.connect(
        host=str(postgres.socket_folder(data)),
        user=postgres.USER,
        dbname=postgres.DATABASE,
        autocommit=True,
    )


def test_it_listens_on_its_socket_only(data: Path):
    postgres.start(data)
    with connect(data) as connection:
        version, addresses = connection.execute(
            "SELECT current_setting('server_version_num')::int, current_setting('listen_addresses')"
        ).fetchone()
    assert version >= 180000
    assert addresses == ""
    socket = postgres.socket_folder(data)
    assert socket.stat().st_mode & 0o077 == 0
    server = psutil.Process(postgres.postmaster(data))
    assert [each for each in server.net_connections() if each.family.name != "AF_UNIX"] == []


def test_starting_twice_keeps_the_first(data: Path):
    postgres.start(data)
    first = postgres.postmaster(data)
    postgres.start(data)
    assert postgres.postmaster(data) == first


def test_after_kill_9_it_starts_again_with_what_was_committed(data: Path):
    postgres.start(data)
    with connect(data) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    for _ in range(3):
        os.kill(postgres.postmaster(data), signal.SIGKILL)
        postgres.start(data)
    with connect(data) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_another_program_with_the_old_pid_does_not_keep_it_down(data: Path):
    postgres.start(data)
    postgres.stop(data)
    # As after a reboot: the number is taken, by a program that is no PostgreSQL.
    (data / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n{data / 'postgres'}\n")
    assert not postgres.is_running(data)
    postgres.start(data)
    assert postgres.is_running(data)
    assert postgres.postmaster(data) != os.getpid()


def test_an_interrupted_first_start_is_made_good(data: Path):
    half = data / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    postgres.start(data)
    assert postgres.is_running(data)
    assert not half.exists()


def test_a_folder_with_other_files_is_left_alone(data: Path):
    (data / "postgres").mkdir()
    (data / "postgres" / "letter.txt").write_text("mine")
    with pytest.raises(postgres.PostgresError, match="holds files but no PostgreSQL"):
        postgres.start(data)
    assert (data / "postgres" / "letter.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["with spaces and 'quotes'", "x" * 120])
def test_odd_and_long_folders(own_folder: Path, name: str):
    folder = own_folder / name
    folder.mkdir()
    try:
        postgres.start(folder)
        connect(folder).close()
    finally:
        postgres.stop(folder)
    assert not postgres.is_running(folder)
    assert not postgres.socket_folder(folder).exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts it as another user")
def test_root_opens_closed_folders_for_passing_through_only(own_folder: Path):
    closed = own_folder / "closed"
    data = closed / "data"
    data.mkdir(parents=True)
    closed.chmod(0o700)
    start = f"""
from pathlib import Path
from backend.servers import postgres
postgres.start(Path({str(data)!r}))
"""
    done = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)
    try:
        assert closed.stat().st_mode & 0o777 == 0o711
        assert len(done.stderr.splitlines()) == 1
        assert str(closed) in done.stderr
    finally:
        postgres.stop(data)
