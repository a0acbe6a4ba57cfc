"""Partner organizations."""

from collections.abc import Sequence

import strawberry

from backend.api.member.context import IssueTree
from backend.api.member.reads import OrganizationReads
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import OrganizationKind
from backend.api.member.types.issues import Issue, issue_of
from backend.api.member.types.nodes import Node, global_id
from backend.api.member.types.pages import Connection
from backend.directory import models
from backend.directory.models.places import STATES


@strawberry.type(description="A national or community-based organization that officials work with.")
class Organization(Node):
    """An organization."""

    reads: strawberry.Private[OrganizationReads]
    tree: strawberry.Private[IssueTree]
    name: str = strawberry.field(description="Its name.")
    kind: OrganizationKind = strawberry.field(description="How far it reaches.")
    description: str = strawberry.field(description="What it does; may be empty.")
    website: str | None = strawberry.field(description="Its address on the web, if it has one.")
    invented: bool = strawberry.field(description="Whether it was made up for the demo network.")

    @resolved("The issues it is active on; at most 30.")
    def issues(self) -> list[Issue]:
        """Return the issues."""
        found = {each.issue_id: each.issue for each in self._activities()}
        return [issue_of(self.tree, issue) for issue in found.values()]

    @resolved('Where it is active: "Tucson, Arizona", "Arizona", "National"; at most 30.')
    def places(self) -> list[str]:
        """Return the places."""
        return list(dict.fromkeys(_where(each) for each in self._activities()))

    def _activities(self) -> list[models.Activity]:
        return self.reads.activities.get(self.pk, [])


@strawberry.type(description="A page of organizations.")
class OrganizationConnection(Connection[Organization]):
    """A page of organizations."""


def organizations_of(
    tree: IssueTree,
    rows: Sequence[models.Organization],
    reads: OrganizationReads | None = None,
) -> list[Organization]:
    """Show organizations, read together with each other or with those of `reads`."""
    reads = reads or OrganizationReads(rows)
    return [
        Organization(
            pk=row.pk,
            id=global_id("Organization", row.pk),
            reads=reads,
            tree=tree,
            name=row.name,
            kind=OrganizationKind(row.kind),
            description=row.description,
            website=row.website or None,
            invented=row.invented,
        )
        for row in rows
    ]


def _where(activity: models.Activity) -> str:
    if activity.locality is not None:
        return str(activity.locality)
    return STATES[activity.state] if activity.state else "National"
