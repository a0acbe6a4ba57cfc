"""One real PostgreSQL for the whole run: DATABASE_URL's, or the embedded one in a new folder."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from backend.servers import postgres

pytest_plugins = ["tests.engines", "tests.queues"]

_data = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the server and point Django at it before anything connects."""
    # A run in the background has Ctrl-C ignored, and so would every process that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if os.environ.get("DATABASE_URL") or config.option.collectonly:
        return
    data = Path(tempfile.mkdtemp(prefix="counterpart-tests-"))
    config.stash[_data] = data
    postgres.start(data)
    # Django has read its settings by now but has not connected; it keeps this very dictionary.
    settings.DATABASES["default"]["HOST"] = str(postgres.socket_folder(data))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove its folder."""
    data = config.stash.get(_data, None)
    if data is not None:
        postgres.stop(data)
        shutil.rmtree(data, ignore_errors=True)
        shutil.rmtree(postgres.socket_folder(data), ignore_errors=True)
