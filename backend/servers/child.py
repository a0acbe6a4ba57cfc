"""How a child of the supervisor begins and ends."""

import contextlib
import os
import signal
import threading
from collections.abc import Iterator

import django

from backend.servers import interrupts, preflight


@contextlib.contextmanager
def process() -> Iterator[None]:
    """Set Django up and join the servers; the process ends when its supervisor does.

    Nothing that needs Django may be imported before.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    interrupts.listen()
    django.setup()
    threading.Thread(target=_end_with_supervisor, name="supervisor-watch", daemon=True).start()
    with preflight.servers(with_graph=True):
        yield


def _end_with_supervisor() -> None:
    """Send this process SIGTERM once the pipe on its standard input closes."""
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)
