"""What the fault tests do harm to, and how they tell that nothing came of it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from backend.outbox.models import OutboxEntry
from backend.projection.verify import verify
from graph import embedded
from tests.waiting import PATIENCE_S, until

PROJECT = Path(__file__).parents[2]
RELAY = "from backend.projection import relay; import threading; relay.run(threading.Event())"


class Victim:
    """A bundled engine that a test may kill, freeze and start again at the same address."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.engine = embedded.start(data)

    def kill(self) -> None:
        os.kill(self.engine.pid, signal.SIGKILL)
        until(lambda: not embedded.is_running(self.engine), "its end")

    def start(self) -> None:
        before = self.engine.bolt_port
        self.engine = embedded.start(self.data)
        assert self.engine.bolt_port == before

    def freeze(self) -> None:
        os.kill(self.engine.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self.engine.pid, signal.SIGCONT)

    def revive(self) -> None:
        if embedded.is_running(self.engine):
            self.thaw()
        else:
            self.start()

    def end(self) -> None:
        if embedded.is_running(self.engine):
            self.thaw()
            embedded.stop(self.engine)


class Process:
    """A Python process with Django set up, on this test's database and graph."""

    def __init__(self, code: str, log: Path) -> None:
        self.log = log
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-c", f"import django; django.setup()\n{code}"],
                cwd=PROJECT,
                env={**os.environ, **_addresses()},
                stdout=out,
                stderr=out,
            )

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def terminate(self) -> None:
        self._process.terminate()

    def ended_by(self) -> int:
        """Wait for its end; return its exit code, which is minus the number of a signal."""
        return self._process.wait(PATIENCE_S)

    def is_alive(self) -> bool:
        return self._process.poll() is None


def _addresses() -> dict[str, str]:
    database = connection.settings_dict
    return {
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
        "DATABASE_URL": "postgresql://{USER}:{PASSWORD}@:{PORT}/{NAME}?host={HOST}".format(
            **database
        ),
        "NEO4J_URI": settings.NEO4J_URI,
        "NEO4J_USER": settings.NEO4J_USER,
        "NEO4J_PASSWORD": settings.NEO4J_PASSWORD,
    }


@contextmanager
def frozen(pid: int) -> Iterator[None]:
    """Stop a process for as long as a block lasts."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@contextmanager
def in_background(step: Callable[[int], None], pause_s: float = 0.02) -> Iterator[list[float]]:
    """Repeat something in a thread; yield how long each turn took, so far. It must not fail."""
    done = threading.Event()
    took: list[float] = []
    problems: list[Exception] = []

    def work() -> None:
        try:
            while not done.is_set():
                begun = time.monotonic()
                step(len(took))
                took.append(time.monotonic() - begun)
                done.wait(pause_s)
        except Exception as problem:  # noqa: BLE001 - told in the test's own thread
            problems.append(problem)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield took
    finally:
        done.set()
        thread.join(PATIENCE_S)
    assert not problems, problems
    assert took


def brought() -> None:
    """Wait until the relay has brought what is waiting now."""
    newest = OutboxEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    until(lambda: not OutboxEntry.objects.filter(pk__lte=newest).exists(), "the relay's work")


def caught_up() -> None:
    """Wait until the outbox is empty, then compare both sides."""
    until(lambda: not OutboxEntry.objects.exists(), "catching up")
    found = verify()
    assert found.is_clean, found.examples
    assert (found.waiting, found.nodes > 0) == (0, True)
