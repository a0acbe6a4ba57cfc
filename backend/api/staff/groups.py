"""The group finder: people for one issue and stage, and why them."""

import graphene
from graphql import GraphQLResolveInfo

from backend.api.staff import types
from backend.directory.models import Stage
from backend.matching.groups import find as groups
from backend.matching.groups.choosing import PEOPLE

MOST_REASONS = 4


class GroupMember(graphene.ObjectType):
    """Somebody for a group, and why."""

    official_id = graphene.ID(
        required=True,
        description="The id that `officials` gives them.",
        resolver=lambda member, _: graphene.relay.Node.to_global_id("Official", member.official.pk),
    )
    name = graphene.String(required=True, resolver=lambda member, _: member.official.name)
    title = graphene.String(
        required=True,
        description="“Council member”.",
        resolver=lambda member, _: member.term.seat.office.title,
    )
    office = graphene.Field(
        types.Office, required=True, resolver=lambda member, _: member.term.seat.office
    )
    issue = graphene.Field(
        types.Issue,
        required=True,
        description="The issue that was asked about, or one below it.",
        resolver=lambda member, _: member.work.issue,
    )
    stage = types.Stage(required=True, resolver=lambda member, _: member.work.stage)
    priority = types.Priority(required=True, resolver=lambda member, _: member.work.priority)
    offers = graphene.List(
        graphene.NonNull(types.HelpKind),
        required=True,
        resolver=lambda member, _: [each.kind for each in groups.offered(member.work)],
    )
    fit = graphene.Float(required=True, description="How well they fit: the more, the better.")
    reasons = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description=f"Why them, in sentences; at most {MOST_REASONS}.",
    )


class Group(graphene.ObjectType):
    """The best people for an issue, no two of one body or apart from each other."""

    issue = graphene.Field(types.Issue, required=True)
    stage = types.Stage()
    people = graphene.List(
        graphene.NonNull(GroupMember), required=True, description=f"At most {PEOPLE}."
    )
    states = graphene.Int(required=True, description="In how many states they serve.")
    whole = graphene.Boolean(
        required=True, description="Whether they are five, from three states or more."
    )
    note = graphene.String(description="What is lacking, in a sentence; null when it is whole.")


def group_resolved(
    _root: None, info: GraphQLResolveInfo, issue: str, stage: Stage | None = None
) -> groups.Group:
    """Return the group; `info.context` is the viewer."""
    return groups.group_for(
        info.context, issue_slug=issue, stage=None if stage is None else Stage(stage)
    )


group_field = graphene.Field(
    Group,
    issue=graphene.String(
        required=True, description="Its slug; those who work on an issue below it count too."
    ),
    stage=types.Stage(description="How far they should be; else whichever."),
    resolver=group_resolved,
    description="Five people from three states or more for an issue, as far as they can be had. "
    "Each look is noted in the audit trail. While groups can't be found this is null, with the "
    "error SUGGESTIONS_UNAVAILABLE.",
)
