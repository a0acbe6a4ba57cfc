"""Allies: organizations active on an issue in the viewer's place or a peer's, and their people."""

from enum import Enum

import strawberry

from backend.api.member.context import Context, IssueTree
from backend.api.member.types.described import resolved, value
from backend.api.member.types.issues import Issue, issue_of
from backend.api.member.types.nodes import Node, decode_id, decode_issue_id, global_id
from backend.api.member.types.organizations import Organization, organizations_of
from backend.core.errors import ErrorCode, fail
from backend.directory.messages import DirectoryMessage
from backend.matching import allies
from backend.playbook.models import Expert as ExpertRow


@strawberry.enum(description="How far an organization's activity reaches, the nearest first.")
class Reach(Enum):
    """Reaches."""

    LOCALITY = value("locality", "The place itself.")
    STATE = value("state", "The state it lies in.")
    NATIONAL = value("national", "The whole country.")


@strawberry.enum(description="In whose place.")
class Side(Enum):
    """Sides."""

    YOURS = value("yours", "In the viewer's.")
    THEIRS = value("theirs", "In the peer's.")
    BOTH = value("both", "In both.")


@strawberry.enum(description="How an issue stands to the one that was asked about.")
class IssueRelation(Enum):
    """Relations of issues."""

    SAME = value("same", "It is the one.")
    BELOW = value("below", "It is a part of it.")
    ABOVE = value("above", "The one asked about is a part of it.")


@strawberry.type(description="What an organization does on the issue in one of the two places.")
class ActiveOn:
    """An activity that reaches one of the places."""

    row: strawberry.Private[allies.ActiveOn]
    tree: strawberry.Private[IssueTree]

    @resolved("The issue it is active on.")
    def issue(self) -> Issue:
        """Return the issue."""
        return issue_of(self.tree, self.row.activity.issue)

    @resolved("How that stands to the issue that was asked about.")
    def relation(self) -> IssueRelation:
        """Return the relation."""
        return IssueRelation(self.row.relation.value)

    @resolved("How far it reaches.")
    def reach(self) -> Reach:
        """Return the reach."""
        return Reach(self.row.reach.value)

    @resolved("In whose place that is.")
    def side(self) -> Side:
        """Return the side."""
        return Side(self.row.side.value)

    @resolved("One sentence, in the viewer's language.")
    def text(self) -> str:
        """Return the sentence."""
        return self.row.text


@strawberry.type(description="Somebody of an organization who agreed to be named to members.")
class Expert(Node):
    """An expert who consented."""

    name: str = strawberry.field(description="Their name.")
    title: str = strawberry.field(description="What they do there; may be empty.")
    invented: bool = strawberry.field(description="Whether they were made up for the demo network.")


@strawberry.type(description="An organization to work with, and why.")
class Ally:
    """An ally."""

    row: strawberry.Private[allies.Ally]
    tree: strawberry.Private[IssueTree]
    organization: Organization = strawberry.field(description="The organization.")

    @resolved("What it does on the issue in either place, the nearest first; at most 4.")
    def active_on(self) -> list[ActiveOn]:
        """Return the activities."""
        return [ActiveOn(row=each, tree=self.tree) for each in self.row.active_on]

    @resolved("Its people who know the issue and agreed to be named; at most 4.")
    def experts(self) -> list[Expert]:
        """Return the experts."""
        return [expert_of(each) for each in self.row.experts]


def expert_of(row: ExpertRow) -> Expert:
    """Show an expert whom a selector decided to show."""
    return Expert(
        pk=row.pk,
        id=global_id("Expert", row.pk),
        name=row.name,
        title=row.title,
        invented=row.invented,
    )


def allies_of(context: Context, peer_id: str, issue_id: str) -> list[Ally]:
    """Show allies. Raises as the selector does, and for an id that is none of ours."""
    issue = decode_issue_id(issue_id)
    peer = decode_id("Official", peer_id)
    if peer is None:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_PERSON, "peerId")
    rows = allies.allies(context.viewer, peer_id=peer, issue_id=issue)
    shown = organizations_of(context.tree, [each.organization for each in rows])
    return [
        Ally(row=row, tree=context.tree, organization=organization)
        for row, organization in zip(rows, shown, strict=True)
    ]
