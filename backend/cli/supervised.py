"""What the supervisor's children have in common: they end when their supervisor does."""

import os
import signal
import threading


def end_with_supervisor() -> None:
    """Send this process SIGTERM once the pipe on its standard input closes."""
    threading.Thread(target=_watch, name="supervisor-watch", daemon=True).start()


def _watch() -> None:
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)
