"""Adding or changing one's own work on an issue."""

import datetime
from typing import Annotated

import strawberry

from backend.api.common.mutations import mutation
from backend.api.member.context import Info
from backend.api.member.types.enums import HelpKind, Priority, Stage
from backend.api.member.types.nodes import decode_id
from backend.api.member.types.payloads import RecordInput, RecordPayload
from backend.api.member.types.work import Work, work_of
from backend.directory.services.work import HelpLine, work_save


@strawberry.input(description="Help that is sought or offered.")
class HelpInput:
    """Help."""

    kind: HelpKind = strawberry.field(description="What sort of help; name each kind once.")
    line: str = strawberry.field(
        default="", description="In one's own words; at most 160 characters."
    )


@strawberry.input(description="Work on an issue as it is to be.")
class SaveWorkInput(RecordInput):
    """The work."""

    issue_id: strawberry.ID = strawberry.field(
        description="The issue; what one has on it already is changed."
    )
    stage: Stage = strawberry.field(description="How far it is.")
    priority: Priority = strawberry.field(
        default=Priority.MEDIUM, description="How much it matters now."
    )
    since: datetime.date | None = strawberry.field(
        default=None, description="Since when; not a day that is still to come."
    )
    line: str = strawberry.field(
        default="", description="What one does, in one's own words; at most 280 characters."
    )
    seeks: list[HelpInput] = strawberry.field(
        default_factory=list, description="The help one looks for; replaces what was there."
    )
    offers: list[HelpInput] = strawberry.field(
        default_factory=list, description="The help one offers; replaces what was there."
    )


@strawberry.type(description="The work as it is now, or what is wrong.")
class SaveWorkPayload(RecordPayload):
    """The answer."""

    work: Work | None = strawberry.field(
        default=None, description="The work; null if nothing was saved."
    )


@mutation(SaveWorkPayload.refused)
def save_work(
    info: Info,
    input: Annotated[  # noqa: A002 - the usual name
        SaveWorkInput, strawberry.argument(description="The work.")
    ],
) -> SaveWorkPayload:
    """Save the viewer's work."""
    row = work_save(
        viewer=info.context.viewer,
        owner_id=decode_id("Official", input.owner_id),
        version=input.version,
        issue_id=decode_id("Issue", input.issue_id),
        stage=input.stage.value,
        priority=input.priority.value,
        since=input.since,
        line=input.line,
        seeks=[HelpLine(each.kind.value, each.line) for each in input.seeks],
        offers=[HelpLine(each.kind.value, each.line) for each in input.offers],
    )
    return SaveWorkPayload(work=work_of(info.context.tree, row), version=row.official.version)
