"""What must be true before a command works: servers that answer, tables that are up to date."""

import contextlib
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from backend.servers.embedded import EmbeddedServers

OLDEST_POSTGRES = 15
# Any number will do, as long as nothing else in the database locks it: "counterpart" on a keypad.
MIGRATION_LOCK = 26863778


class NotReadyError(Exception):
    """Something outside does not answer, is too old or is in use; the message says what to do."""


@contextlib.contextmanager
def servers(*, with_graph: bool) -> Iterator[EmbeddedServers]:
    """Join the embedded servers that stand in for those not named, and check the database.

    Raises NotReadyError when the database does not answer or is too old.
    """
    environment = settings.ENVIRONMENT
    embedded = EmbeddedServers(
        environment.data,
        with_postgres=environment.database is None,
        with_graph=with_graph and environment.graph is None,
    )
    with embedded:
        if embedded.with_graph:
            # Settings were read before the engine had a port.
            settings.NEO4J_URI = embedded.facts.graph_uri
            settings.NEO4J_PASSWORD = embedded.facts.graph_password
        _check_database()
        yield embedded


def _check_database() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise NotReadyError(f"The database does not answer. {reason}") from None
    version, _ = connection.get_database_version()
    connection.close()  # the web process forks next, and a connection can't be shared
    if version < OLDEST_POSTGRES:
        raise NotReadyError(
            f"The database is PostgreSQL {version}: version {OLDEST_POSTGRES} or later is needed."
        )


def migrate() -> None:
    """Bring the tables up to date, or leave ours as they were; two that try at once take turns."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            # The queue's own migrations need a transaction each (one adds what another uses), in
            # which Django writes them down. Ours need one for all: some are written down only
            # after their own, and one that is stopped in between would be applied again.
            call_command("migrate", "procrastinate", verbosity=0, interactive=False)
            with transaction.atomic():
                call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def refuse_invented_people() -> None:
    """In production, refuse a database that holds the demo network.

    Raises ImproperlyConfigured: nobody may mistake invented people for members.
    """
    if settings.PRODUCTION and get_user_model().objects.filter(invented=True).exists():
        raise ImproperlyConfigured(
            "This database holds the invented people of the demo: production needs another one. "
            "Set DATABASE_URL, or COUNTERPART_DATA to an empty folder."
        )
