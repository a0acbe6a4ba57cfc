"""One real PostgreSQL for the whole run: DATABASE_URL's, or the embedded one in a new folder.

With several workers (`-n 2`) the first process starts it and each has a database of its own on it.
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.contrib.contenttypes.management import create_contenttypes
from django.db import transaction
from django.db.models.signals import post_migrate

from backend.demo.load import load_network
from backend.servers import postgres
from scripts.steps import JAVA, memory

pytest_plugins = ["tests.engines", "tests.fixtures", "tests.queues", "tests.sharing"]

# What is thrown away after the tests need not outlive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes")

# A busy machine is slow and that is no failure.
hypothesis.settings.register_profile(
    "patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("patient")

_folder = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the server and point Django at it before anything connects."""
    # A run in the background has Ctrl-C ignored, and so would every process that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.option.collectonly:
        return
    # Django has read its settings by now but has not connected; it keeps this very dictionary.
    database = settings.DATABASES["default"]
    database["ENGINE"] = "tests.database"
    if hasattr(config, "workerinput"):
        database["HOST"] = config.workerinput["database_host"]
        return
    folder = Path(tempfile.mkdtemp(prefix="counterpart-tests-", dir=memory()))
    folder.chmod(0o711)  # root's PostgreSQL runs as another user and must pass through
    config.stash[_folder] = folder
    # For this process and all that it starts.
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    os.environ["JAVA_TOOL_OPTIONS"] = JAVA
    if not os.environ.get("DATABASE_URL"):
        database["HOST"] = start_postgres(folder)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Tell a worker where the server is."""
    node.workerinput["database_host"] = settings.DATABASES["default"]["HOST"]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove the folder."""
    folder = config.stash.get(_folder, None)
    if folder is not None:
        postgres.stop(folder)
        shutil.rmtree(folder, ignore_errors=True)
        tempfile.tempdir = None
        del os.environ["TMPDIR"]


def start_postgres(folder: Path) -> str:
    """Start a server for the tests; return the folder of its socket."""
    postgres.start(folder)
    host = str(postgres.socket_folder(folder))
    with psycopg.connect(
        host=host, user=postgres.USER, dbname=postgres.DATABASE, autocommit=True
    ) as connection:
        for setting in CARELESS:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    return host


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Make the database, whose permissions and content types stay (`tests.database`)."""
    post_migrate.disconnect(create_contenttypes)
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


@pytest.fixture(scope="module")
def demo_loaded(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The invented network, loaded once for a file: what each test does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_network(lambda step, done, total: None)
        yield
        transaction.set_rollback(True)
