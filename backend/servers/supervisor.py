"""Keeps Counterpart running: the embedded servers, the web process, the relay and the jobs."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from backend.servers.embedded import EmbeddedServers
from backend.servers.postgres import PostgresError
from graph.embedded import EngineError

LOOK_EVERY_SECONDS = 0.25
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0
STEADY_SECONDS = 30.0
STOP_SECONDS = 10.0
REVIVE_EVERY_SECONDS = 5.0


@dataclass
class Child:
    """A process that is started again whenever it ends, after a wait that doubles each time."""

    name: str
    arguments: Sequence[str]
    handles: Sequence[int] = ()
    log: IO[bytes] | None = None
    process: subprocess.Popen[bytes] | None = None
    _wait: float = 0.0
    _due: float = 0.0
    _began: float = 0.0

    def look(self) -> bool:
        """Start the process if it is due; tell whether it has just been found dead."""
        now = time.monotonic()
        if self.process is None:
            if now >= self._due:
                self._start(now)
            return False
        if self.process.poll() is None:
            return False
        self.process = None
        steady = now - self._began > STEADY_SECONDS
        self._wait = FIRST_WAIT_SECONDS if steady or not self._wait else self._wait * 2
        self._due = now + min(self._wait, LONGEST_WAIT_SECONDS)
        return True

    def ask_to_stop(self) -> None:
        """Close the pipe the child watches, and send it a signal."""
        if self.process is None:
            return
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.terminate()

    def await_end(self, deadline: float) -> None:
        """Wait for the end; kill the child and its own children when it takes too long."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None

    def _start(self, now: float) -> None:
        self._began = now
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.arguments],
            # The child ends when this pipe does: also when the supervisor is killed.
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=self.log,
            pass_fds=self.handles,
            start_new_session=True,
        )


class Supervisor:
    """Runs the children until a signal ends it, and revives whatever dies meanwhile."""

    def __init__(
        self,
        servers: EmbeddedServers,
        say: Callable[[str], None],
        *,
        listener: socket.socket | None = None,
        logs: Path | None = None,
    ) -> None:
        """Take the joined servers. No listening socket: no web process. A folder: logs go there."""
        self._servers = servers
        self._say = say
        self._revival_due = 0.0
        self._files = ExitStack()
        web = listener and [self._child("web", "backend.servers.web", listener.fileno(), logs=logs)]
        self.children = [
            *(web or ()),
            self._child("relay", "backend.projection.process", logs=logs),
            self._child("jobs", "backend.jobs.worker", logs=logs),
        ]

    def run(self, on_look: Callable[[], None] = lambda: None) -> None:
        """Look after everything, calling `on_look` each time, until KeyboardInterrupt."""
        with self._files:
            try:
                while True:
                    self._look()
                    on_look()
                    time.sleep(LOOK_EVERY_SECONDS)
            finally:
                self._stop_children()

    def _child(self, name: str, module: str, *handles: int, logs: Path | None) -> Child:
        log = self._files.enter_context((logs / f"{name}.log").open("wb")) if logs else None
        return Child(name, [module, *map(str, handles)], handles, log)

    def _look(self) -> None:
        if not self._servers.are_running() and time.monotonic() >= self._revival_due:
            self._revive()
        for child in self.children:
            if child.look():
                self._say(f"The {child.name} process has ended: starting it again.")

    def _revive(self) -> None:
        self._say("A bundled server has died: starting it again.")
        before = self._servers.facts
        try:
            after = self._servers.revive()
        except (PostgresError, EngineError) as problem:
            self._say(f"{problem} Trying again soon.")
            self._revival_due = time.monotonic() + REVIVE_EVERY_SECONDS
            return
        if after != before:
            self._say("The graph engine answers elsewhere now: starting the rest again.")
            self._stop_children()

    def _stop_children(self) -> None:
        """Ask all children first, then wait for each."""
        deadline = time.monotonic() + STOP_SECONDS
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.await_end(deadline)
