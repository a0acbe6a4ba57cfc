"""Writing to the audit trail."""

from collections.abc import Iterable, Mapping

from backend.audit.models import AuditEntry


def record(
    *, actor_id: int | None, action: str, subject: str, subject_id: int, fields: Iterable[str] = ()
) -> None:
    """Note that a user did or saw something. Call it inside the transaction of the change.

    `fields` are names of fields, never their values.
    """
    AuditEntry.objects.create(
        actor_id=actor_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        fields=sorted(fields),
    )


def record_many(
    *, actor_id: int | None, action: str, subject: str, fields_by_id: Mapping[int, Iterable[str]]
) -> None:
    """Note one action on many records of a kind, each with the names of its fields."""
    AuditEntry.objects.bulk_create(
        (
            AuditEntry(
                actor_id=actor_id,
                action=action,
                subject=subject,
                subject_id=subject_id,
                fields=sorted(fields),
            )
            for subject_id, fields in fields_by_id.items()
        ),
        batch_size=5_000,
    )
