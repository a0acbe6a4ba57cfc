"""What the writes of this app have in common."""

from collections.abc import Iterable

from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.errors import ErrorCode, fail
from backend.directory.models import Issue
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from backend.playbook.messages import PlaybookMessage


def issues_named(issue_ids: Iterable[int]) -> list[Issue]:
    """Return these issues, at least one; raise if there is none or one is unknown."""
    wanted = set(issue_ids)
    found = list(Issue.objects.filter(pk__in=wanted).order_by("pk"))
    if not wanted or len(found) < len(wanted):
        raise fail(ErrorCode.NOT_FOUND, PlaybookMessage.CHOOSE_ISSUES, "issueIds")
    return found


def record(
    viewer: Viewer, aggregate: Aggregate, id_: int, action: str, fields: Iterable[str] = ()
) -> None:
    """Tell the graph and the audit trail of a change to one aggregate."""
    outbox.record(aggregate, id_)
    audit.record(
        actor_id=viewer.user_id, action=action, subject=aggregate, subject_id=id_, fields=fields
    )
