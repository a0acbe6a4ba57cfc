"""Servers of one's own in a temporary folder, for work that must not touch anybody's data."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from backend.servers import postgres, preflight
from backend.servers.embedded import EmbeddedServers
from graph import embedded as graph_engine


@contextlib.contextmanager
def servers() -> Iterator[Path]:
    """Start an empty database and an empty graph, point Django at them; both go with the block.

    Yields the folder. The servers that the environment names are left alone. To be called before
    anything connects; raises PostgresError, EngineError.
    """
    folder = Path(tempfile.mkdtemp(prefix="counterpart-"))
    try:
        with EmbeddedServers(folder, with_postgres=True, with_graph=True) as embedded:
            # Django keeps this very dictionary.
            settings.DATABASES["default"].update(
                NAME=postgres.DATABASE,
                USER=postgres.USER,
                PASSWORD="",
                HOST=str(postgres.socket_folder(folder)),
                PORT="",
                OPTIONS={"connect_timeout": 5},
            )
            settings.NEO4J_URI = embedded.facts.graph_uri
            settings.NEO4J_USER = graph_engine.USER
            settings.NEO4J_PASSWORD = embedded.facts.graph_password
            preflight.migrate()
            try:
                yield folder
            finally:
                connection.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
