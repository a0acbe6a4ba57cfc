"""Writing to the audit trail."""

from collections.abc import Iterable

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
