"""The bundled graph engine: ArcadeDB and its own Java runtime, from one Python wheel.

It runs as a child process in a session of its own, so that it outlives a web process that is
restarted, and answers Bolt on loopback only. The wheel starts one Java machine per process,
which is why the engine gets a process to itself (`python -m graph.embedded`).
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

HOST = "127.0.0.1"
USER = "root"
DATABASE = "counterpart"

# How long one statement may run inside the engine. It goes on after its client has left, and
# the limit counts for loads too, so batches are kept far shorter than this.
STATEMENT_LIMIT_MS = 30_000

_NOTE = "engine.json"
_LOG = "engine.log"
_PORT_ATTEMPTS = 5
_PORT_PATIENCE_S = 3.0
_CLOCK_SLACK_S = 2.0  # a process's beginning is read from a clock that may be set right
_ENDING = (signal.SIGTERM, signal.SIGINT)


class EngineError(Exception):
    """The bundled engine could not be started or stopped; the message says why."""


@dataclass(frozen=True)
class Engine:
    """A bundled engine that was started: where it answers and how to sign in."""

    pid: int
    started: float  # when the process began, to tell it from a later one with the same pid
    bolt_port: int
    password: str
    data: str

    @property
    def uri(self) -> str:
        """The address for `graph.connection.Graph`; its user is `graph.embedded.USER`."""
        return f"bolt://{HOST}:{self.bolt_port}"


def start(data: Path, password: str | None = None, *, patience: float = 60.0) -> Engine:
    """Start the engine on a data folder and wait until it answers.

    The port and, unless one is given, the password are those of the last start on this folder,
    so that whoever holds its address finds the engine again; both are in `engine.json` there,
    readable by this user alone. Raises EngineError when an engine already runs on the folder, or
    when none answers within `patience` seconds.
    """
    data = data.resolve()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    last = _read_note(data)
    if last is not None and is_running(last):
        raise EngineError(
            f"A graph engine already runs on {data} (process {last.pid}). Stop it first."
        )
    # The engine keeps the password of its first start; the one given now is the one that counts.
    (data / "config" / "server-users.jsonl").unlink(missing_ok=True)
    secret = password or (last.password if last else secrets.token_urlsafe(24))
    bolt_port = last.bolt_port if last and _becomes_free(last.bolt_port) else None
    deadline = time.monotonic() + patience
    for _ in range(_PORT_ATTEMPTS):
        child = _launch(data, secret, bolt_port)
        while child.poll() is None and time.monotonic() < deadline:
            engine = find(data)
            if engine is not None and engine.pid == child.pid:
                _children[child.pid] = child
                return engine
            time.sleep(0.02)
        if child.poll() is None:
            child.kill()
            child.wait()
            break
        bolt_port = None  # somebody may have taken it in between
    raise EngineError(f"The graph engine did not start. Its log: {data / _LOG}")


def find(data: Path) -> Engine | None:
    """The engine that runs on this data folder, or None."""
    engine = _read_note(data)
    return engine if engine is not None and is_running(engine) else None


def is_running(engine: Engine) -> bool:
    """Whether the process of this engine is alive (a stopped, frozen one is)."""
    _reap(engine.pid)
    try:
        process = psutil.Process(engine.pid)
        alive = process.status() != psutil.STATUS_ZOMBIE
        return alive and abs(process.create_time() - engine.started) < _CLOCK_SLACK_S
    except psutil.NoSuchProcess:
        return False


def stop(engine: Engine, *, patience: float = 15.0) -> None:
    """Ask the engine to end, and kill it when it has not ended after `patience` seconds."""
    for number, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 5.0)):
        if not is_running(engine):
            break
        with contextlib.suppress(ProcessLookupError):
            os.kill(engine.pid, number)
        deadline = time.monotonic() + seconds
        while is_running(engine) and time.monotonic() < deadline:
            time.sleep(0.02)
    if is_running(engine):
        raise EngineError(f"The graph engine (process {engine.pid}) could not be ended.")


def _launch(data: Path, password: str, bolt_port: int | None) -> subprocess.Popen[bytes]:
    free_port, http_port = _free_ports(2)
    order = {
        "data": str(data),
        "password": password,
        "bolt_port": bolt_port or free_port,
        "http_port": http_port,
    }
    with (data / _LOG).open("ab") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "graph.embedded"],
            stdin=subprocess.PIPE,  # not the command line, where everybody can read it
            stdout=log,
            stderr=log,
            cwd=data,  # the engine writes its log folder where it stands
            env={**os.environ, "PYTHONPATH": _import_path()},
            start_new_session=True,
        )
    assert child.stdin is not None
    # A child that ended before it read says why in its log; its exit is noticed by the caller.
    with contextlib.suppress(BrokenPipeError), child.stdin as pipe:
        pipe.write(json.dumps(order).encode())
    return child


# Children of this process, so that an ended one is collected and does not linger as a zombie.
_children: dict[int, subprocess.Popen[bytes]] = {}


def _reap(pid: int) -> None:
    child = _children.get(pid)
    if child is not None and child.poll() is not None:
        del _children[pid]


def _import_path() -> str:
    root = str(Path(__file__).resolve().parent.parent)
    inherited = os.environ.get("PYTHONPATH")
    return os.pathsep.join([root, inherited]) if inherited else root


def _becomes_free(port: int) -> bool:
    """Whether nobody listens there soon: a killed engine's last threads hold on for a moment."""
    deadline = time.monotonic() + _PORT_PATIENCE_S
    while not _is_free(port):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As Java does, so that connections of the last engine that linger do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def _free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now; held together so that they differ."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind((HOST, 0))
        return [int(each.getsockname()[1]) for each in sockets]


def _serve() -> None:
    """The child: run the engine until a signal ends the process."""
    order = json.load(sys.stdin)
    # Every thread of the Java machine inherits this, and -Xrs keeps its own handlers out.
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    # Here and not above: importing it loads the bridge to Java, which starters have no use for.
    from arcadedb_embedded.server import ArcadeDBServer  # noqa: PLC0415

    megabytes = memory_mb()
    server = ArcadeDBServer(
        order["data"],
        order["password"],
        config={
            "mode": "production",
            "host": HOST,
            "http_port": str(order["http_port"]),
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_host": HOST,
            "bolt_port": order["bolt_port"],
            "bolt_defaultDatabase": DATABASE,
        },
        # As Java arguments: the same keys in `config` do nothing.
        jvm_kwargs={
            "jvm_args": f"-Darcadedb.command.timeout={STATEMENT_LIMIT_MS} -Xrs "
            f"-Xmx{megabytes}m -Darcadedb.maxPageRAM={megabytes // 2}"
        },
    )
    server.start()
    server.create_database(DATABASE)
    started = psutil.Process().create_time()
    _write_note(Engine(os.getpid(), started, order["bolt_port"], order["password"], order["data"]))
    signal.sigwait(_ENDING)
    server.stop()
    os._exit(0)  # the Java machine's own way out crashed in its bridge to Python (JPype 1.7.1)


def memory_mb() -> int:
    """How much the engine may take, half of it for pages: a quarter of all, a gigabyte at least.

    With half a million officials (2.5 GB stored) a question takes half as long with 5 GB as with
    one, and one is too little to load them.
    """
    return max(1024, psutil.virtual_memory().total // 4 >> 20)


def _read_note(data: Path) -> Engine | None:
    """What the last engine on this folder said of itself; None when there was none."""
    try:
        return Engine(**json.loads((data / _NOTE).read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _write_note(engine: Engine) -> None:
    """Say that the engine answers; the note appears whole or not at all."""
    note = Path(engine.data) / _NOTE
    fresh = note.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(asdict(engine), file)
    fresh.replace(note)


if __name__ == "__main__":
    _serve()
