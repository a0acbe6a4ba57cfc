"""PostgreSQL's session locks: one relay writes at a time, one rebuild runs at a time.

Session and not transaction locks: a snapshot that is taken after the lock sees everything that the
lock's last holder has settled. The lock ends with the connection, so a killed holder frees it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable


class Lock(IntEnum):
    """The keys of the locks; any numbers that nothing else in this database uses."""

    RELAY = 7_236_001
    REBUILD = 7_236_002


class LockTaken(Exception):  # noqa: N818 - reads as what is the matter
    """Somebody else held the lock for as long as we would wait."""


_TAKEN = "Another process is writing to the graph and has not finished in time. Try again."


@contextmanager
def held(lock: Lock, wait_s: float = 1.0) -> Iterator[None]:
    """Hold the lock, waiting in line for it at most so many seconds. Raises LockTaken."""
    _take(lock, wait_s)
    try:
        yield
    finally:
        # A connection that was lost meanwhile has lost the lock too.
        if connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])


def _take(lock: Lock, wait_s: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        if cursor.fetchone() == (True,):
            return
        if not wait_s:
            raise LockTaken(_TAKEN)
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [f"{wait_s * 1000:.0f}ms"])
        try:
            cursor.execute("SELECT pg_advisory_lock(%s)", [lock])
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise LockTaken(_TAKEN) from error
            raise
        finally:
            cursor.execute("RESET lock_timeout")
