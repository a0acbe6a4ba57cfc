"""The relay: brings what was committed to the graph, for as long as it is let.

Any number may run; they take turns, one batch at a time, and each makes good for the others.
"""

import logging
import threading
import time
from contextlib import closing

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.utils import timezone

from backend.core import graph_client
from backend.outbox.services import CHANNEL
from backend.projection import retries
from backend.projection.locks import Lock, LockTaken, held
from backend.projection.rebuild import rebuild_if_needed
from backend.projection.writer import DOWN, Writer
from graph import writes

log = logging.getLogger(__name__)

# How long to wait for a call before looking by oneself: for retries, and a lost call.
IDLE_S = 1.0
# Pauses while the graph or the database is away double from the first to the longest.
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 5.0
# How often to make sure that the graph is still the one we have been writing to.
CHECK_S = 30.0
# How often to count how popular things are; see `graph.writes.degree_counts`. After so many
# changes too, when there is nothing else to do: a network only just filled has other numbers.
COUNT_DEGREES_S = 3600.0
MANY = 1000


def run(stop: threading.Event) -> None:
    """Bring changes to the graph as they are committed, until told to stop (within a second).

    Waits for a graph or a database that is away, and rebuilds a graph that is not ours: a new one,
    or one that was put back from a backup.
    """
    pause = FIRST_PAUSE_S
    checked = -CHECK_S
    counted = time.monotonic()  # a rebuild counts too
    brought = 0
    with closing(Bell()) as bell, closing(connection):
        while not stop.is_set():
            try:
                if time.monotonic() - checked > CHECK_S:
                    rebuild_if_needed(stop)
                    checked = time.monotonic()
                now = Writer(graph_client.graph()).process_batch()
                brought += now
                if time.monotonic() - counted > COUNT_DEGREES_S or (brought >= MANY and not now):
                    _count_degrees()
                    counted = time.monotonic()
                    brought = 0
                if not now:
                    bell.wait(IDLE_S)
                pause = FIRST_PAUSE_S
            except LockTaken:
                continue
            except DOWN as error:
                log.warning("The relay waits: %s", type(error).__name__)
                # Whoever comes back may be another: look again who it is, on a new connection.
                checked = -CHECK_S
                connection.close()
                stop.wait(pause)
                pause = min(pause * 2, LONGEST_PAUSE_S)


def _count_degrees() -> None:
    with held(Lock.RELAY):
        writes.count_degrees(graph_client.graph())


def drain(patience_s: float = 2.0) -> None:
    """Bring all that is waiting, whoever else may be at it. Raises one of `writer.DOWN`.

    Keys with a retry are waited for if their next try is at most `patience_s` away.
    """
    writer = Writer(graph_client.graph())
    brought = 0
    while True:
        try:
            if now := writer.process_batch():
                brought += now
                continue
            if brought >= MANY:
                _count_degrees()
                brought = 0
        except LockTaken:
            continue
        retry_at = retries.next_retry()
        pause_s = (retry_at - timezone.now()).total_seconds() if retry_at else None
        if pause_s is None or pause_s > patience_s:
            return
        time.sleep(max(pause_s, 0.0))


class Bell:
    """Rings when something was committed to the outbox: PostgreSQL's LISTEN."""

    def __init__(self) -> None:
        """Connect at the first wait, on a connection that does nothing else."""
        self._line = connections.create_connection(DEFAULT_DB_ALIAS)

    def wait(self, seconds: float) -> None:
        """Return when it rings, or after so many seconds; at once if it may have rung unheard."""
        if self._line.connection is None or self._line.connection.closed:
            self._line.close()
            with self._line.cursor() as cursor:
                cursor.execute(f"LISTEN {CHANNEL}")
            return
        for _ in self._line.connection.notifies(timeout=seconds, stop_after=1):
            pass

    def close(self) -> None:
        """Hang up."""
        self._line.close()
