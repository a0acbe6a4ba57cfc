"""Adding, changing and removing one's own work on issues."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.models import Direction, Help, HelpKind, Issue, Priority, Stage, Work
from backend.directory.selectors.details import MOST_WORK
from backend.directory.services.profile import own_official_locked, record_change


@dataclass(frozen=True)
class HelpLine:
    """A kind of help, sought or offered, and a line about it."""

    kind: str
    line: str = ""


def work_save(
    *,
    viewer: Viewer,
    issue_id: int | None,
    stage: str,
    priority: int = Priority.MEDIUM,
    since: date | None = None,
    line: str = "",
    seeks: Sequence[HelpLine] = (),
    offers: Sequence[HelpLine] = (),
) -> Work:
    """Add the viewer's work on an issue, or change it; seeks and offers are replaced as given.

    Raises DomainError, having written nothing, when the viewer is no official, the issue is
    unknown or a value is wrong.
    """
    line = clean(line)
    _check(stage=stage, priority=priority, since=since, line=line, seeks=seeks, offers=offers)
    with transaction.atomic():
        official = own_official_locked(viewer)
        issue = Issue.objects.filter(Q(pk=issue_id)).first()
        if issue is None:
            raise fail(ErrorCode.NOT_FOUND, "There is no such issue. Choose one.", "issueId")
        is_new = not official.work.filter(issue=issue).exists()
        if is_new and official.work.count() >= MOST_WORK:
            message = f"You work on {MOST_WORK} issues already. Remove one first."
            raise fail(ErrorCode.LIMIT_REACHED, message, "issueId")
        work, _ = Work.objects.update_or_create(
            official=official,
            issue=issue,
            defaults={"stage": stage, "priority": priority, "since": since, "line": line},
        )
        work.help.all().delete()
        Help.objects.bulk_create(
            Help(work=work, direction=direction, kind=each.kind, line=clean(each.line))
            for direction, lines in ((Direction.SEEKS, seeks), (Direction.OFFERS, offers))
            for each in lines
        )
        fields = ["stage", "priority", "since", "line", "seeks", "offers"]
        record_change(viewer, official, "work.save", fields)
    return work


def work_remove(*, viewer: Viewer, work_id: int | None) -> None:
    """Remove a piece of the viewer's own work. Another's is the same as missing."""
    with transaction.atomic():
        official = own_official_locked(viewer)
        deleted, _ = official.work.filter(Q(pk=work_id)).delete()
        if not deleted:
            raise fail(ErrorCode.NOT_FOUND, "You have no such work. Perhaps it is gone.", "workId")
        record_change(viewer, official, "work.remove", ["work"])


def _check(
    *,
    stage: str,
    priority: int,
    since: date | None,
    line: str,
    seeks: Sequence[HelpLine],
    offers: Sequence[HelpLine],
) -> None:
    checks = Checks()
    checks.choice("stage", stage, Stage.values)
    checks.choice("priority", priority, Priority.values)
    checks.not_in_future("since", since, today())
    checks.text("line", line, most=280)
    for field, lines in (("seeks", seeks), ("offers", offers)):
        kinds = [each.kind for each in lines]
        if len(set(kinds)) < len(kinds):
            checks.add(ErrorCode.CONFLICT, "Name each kind of help once.", field)
        for each in lines:
            checks.choice(field, each.kind, HelpKind.values)
            checks.text(field, clean(each.line), most=160)
    checks.finish()
