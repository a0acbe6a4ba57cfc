"""What the writes of this app have in common: whom they lock, and whom they tell."""

from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.errors import ErrorCode, fail
from backend.directory.models import Membership, Official
from backend.introductions.messages import IntroductionMessage
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate


def officials_locked(*ids: int) -> dict[int, Official]:
    """Return these officials, locked until the transaction ends, always in the order of their ids.

    Other rows may still come to refer to them: what is locked out is another ask, block or answer.
    """
    rows = Official.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=ids)
    return {row.pk: row for row in rows.order_by("pk")}


def own_id(viewer: Viewer) -> int:
    """Return the id of the official that the viewer is, if they are a member, or raise."""
    members = Official.objects.filter(membership=Membership.MEMBER)
    if viewer.official_id is None or not members.filter(pk=viewer.official_id).exists():
        raise fail(ErrorCode.NOT_ALLOWED, IntroductionMessage.ONLY_MEMBERS)
    return viewer.official_id


def record(
    *,
    actor_id: int | None,
    action: str,
    subject: str,
    subject_id: int,
    officials: tuple[int, ...],
    fields: tuple[str, ...] = (),
) -> None:
    """Tell the graph of both people, and the audit trail of the record."""
    outbox.record_many(Aggregate.OFFICIAL, sorted(officials))
    audit.record(
        actor_id=actor_id, action=action, subject=subject, subject_id=subject_id, fields=fields
    )
