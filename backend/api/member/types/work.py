"""Work on issues, and the help that goes with it."""

import datetime

import strawberry

from backend.api.member.context import IssueTree
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import HelpKind, Priority, Stage
from backend.api.member.types.issues import Issue, issue_of
from backend.api.member.types.nodes import Node, global_id
from backend.directory import models


@strawberry.type(description="Help that is sought or offered.")
class Help:
    """Help."""

    kind: HelpKind = strawberry.field(description="What sort of help; only this is matched.")
    line: str = strawberry.field(description="In their own words; may be empty.")


@strawberry.type(description="An official works on an issue.")
class Work(Node):
    """Somebody's work on an issue."""

    row: strawberry.Private[models.Work]
    tree: strawberry.Private[IssueTree]

    @resolved("What they work on.")
    def issue(self) -> Issue:
        """Return the issue."""
        return issue_of(self.tree, self.row.issue)

    stage: Stage = strawberry.field(description="How far they are.")
    priority: Priority = strawberry.field(description="How much it matters to them now.")
    since: datetime.date | None = strawberry.field(
        description="Since when they work on it; null when not said."
    )
    line: str = strawberry.field(description="What they do, in their own words; may be empty.")

    @resolved("The help they look for; each kind once.")
    def seeks(self) -> list[Help]:
        """Return what is sought."""
        return self._help(models.Direction.SEEKS)

    @resolved("The help they offer; each kind once.")
    def offers(self) -> list[Help]:
        """Return what is offered."""
        return self._help(models.Direction.OFFERS)

    def _help(self, direction: models.Direction) -> list[Help]:
        return [
            Help(kind=HelpKind(each.kind), line=each.line)
            for each in self.row.help.all()
            if each.direction == direction
        ]


def work_of(tree: IssueTree, row: models.Work) -> Work:
    """Show work whose issue and help were read with it."""
    return Work(
        pk=row.pk,
        id=global_id("Work", row.pk),
        row=row,
        tree=tree,
        stage=Stage(row.stage),
        priority=Priority(row.priority),
        since=row.since,
        line=row.line,
    )
