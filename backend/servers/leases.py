"""Who uses a data folder: whoever leaves last stops its servers.

Every process that uses the embedded servers holds a shared `flock` on one file. The kernel drops it
with the process, so one that was killed never counts as a user. A second file is the lock under
which servers are started and stopped.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def lock(data: Path) -> Iterator[None]:
    """Hold the right to start and stop the servers of a data folder; wait until it is free."""
    handle = _open(data / "servers.lock")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


class Lease:
    """One process's share in the servers of a data folder. Taken and given up under the lock."""

    def __init__(self, data: Path) -> None:
        """Take the lease."""
        self._handle = _open(data / "servers.lease")
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def give_up(self) -> bool:
        """Give the lease up; tell whether it was the last one."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            os.close(self._handle)


def _open(path: Path) -> int:
    """Open for locking. Python closes the handle in every program that this process starts."""
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
