"""Writing to the outbox, in the transaction that causes the change."""

from collections.abc import Iterable

from django.db import connection

from backend.outbox.models import Aggregate, OutboxEntry

CHANNEL = "counterpart_outbox"


def record(aggregate: Aggregate, aggregate_id: int) -> None:
    """Say that this aggregate has changed. The relay hears of it when the transaction commits."""
    record_many(aggregate, (aggregate_id,))


def record_many(aggregate: Aggregate, aggregate_ids: Iterable[int]) -> None:
    """Say that these aggregates of one kind have changed."""
    OutboxEntry.objects.bulk_create(
        (OutboxEntry(aggregate=aggregate, aggregate_id=each) for each in aggregate_ids),
        batch_size=5_000,
    )
    with connection.cursor() as cursor:
        # PostgreSQL delivers a notification at commit, and never for a rollback.
        cursor.execute(f"NOTIFY {CHANNEL}")
