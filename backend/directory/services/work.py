"""Adding, changing and removing one's own work on issues."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory import limits
from backend.directory.messages import DirectoryMessage
from backend.directory.models import (
    Direction,
    Help,
    HelpKind,
    Issue,
    Official,
    Priority,
    Stage,
    Work,
)
from backend.directory.services.profile import own_official_locked, save_own


@dataclass(frozen=True)
class HelpLine:
    """A kind of help, sought or offered, and a line about it."""

    kind: str
    line: str = ""


def work_save(
    *,
    viewer: Viewer,
    owner_id: int | None,
    version: int,
    issue_id: int | None,
    stage: str,
    priority: int = Priority.MEDIUM,
    since: date | None = None,
    line: str = "",
    seeks: Sequence[HelpLine] = (),
    offers: Sequence[HelpLine] = (),
) -> Work:
    """Add the viewer's work on an issue, or change it; seeks and offers are replaced as given.

    `owner_id` and `version` say whose record was read and when. Raises DomainError, having written
    nothing, when the viewer is not that official, the record has changed since, the issue is
    unknown or a value is wrong.
    """
    line = clean(line)
    _check(stage=stage, priority=priority, since=since, line=line, seeks=seeks, offers=offers)
    with transaction.atomic():
        official = own_official_locked(viewer, owner_id=owner_id, version=version)
        issue = Issue.objects.filter(Q(pk=issue_id)).first()
        if issue is None:
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
        is_new = not official.work.filter(issue=issue).exists()
        if is_new and official.work.count() >= limits.WORK:
            raise fail(
                ErrorCode.LIMIT_REACHED, DirectoryMessage.TOO_MUCH_WORK, "issueId", most=limits.WORK
            )
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
        save_own(viewer, official, "work.save", fields)
        work.official = official
    return work


def work_remove(
    *, viewer: Viewer, owner_id: int | None, version: int, work_id: int | None
) -> Official:
    """Remove a piece of the viewer's own work, and return them. Another's is the same as missing.

    Raises DomainError as `work_save` does.
    """
    with transaction.atomic():
        official = own_official_locked(viewer, owner_id=owner_id, version=version)
        deleted, _ = official.work.filter(Q(pk=work_id)).delete()
        if not deleted:
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_WORK, "workId")
        save_own(viewer, official, "work.remove", ["work"])
    return official


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
    checks.not_in_future("since", since)
    checks.text("line", line, most=limits.WORK_LINE)
    for field, lines in (("seeks", seeks), ("offers", offers)):
        kinds = [each.kind for each in lines]
        if len(set(kinds)) < len(kinds):
            checks.add(ErrorCode.CONFLICT, DirectoryMessage.EACH_HELP_ONCE, field)
        for each in lines:
            checks.choice(field, each.kind, HelpKind.values)
            checks.text(field, clean(each.line), most=limits.HELP_LINE)
    checks.finish()
