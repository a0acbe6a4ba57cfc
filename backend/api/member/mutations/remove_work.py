"""Removing one's own work on an issue."""

from typing import Annotated

import strawberry

from backend.api.common.mutations import mutation
from backend.api.member.context import Info
from backend.api.member.types.nodes import decode_id
from backend.api.member.types.payloads import RecordInput, RecordPayload
from backend.directory.services.work import work_remove


@strawberry.input(description="Which of one's own work to remove.")
class RemoveWorkInput(RecordInput):
    """The work."""

    work_id: strawberry.ID = strawberry.field(description="The id of the work.")


@strawberry.type(description="What was removed, or what is wrong.")
class RemoveWorkPayload(RecordPayload):
    """The answer."""

    removed_id: strawberry.ID | None = strawberry.field(
        default=None, description="The id that is gone; null if nothing was removed."
    )


@mutation(RemoveWorkPayload.refused)
def remove_work(
    info: Info,
    input: Annotated[  # noqa: A002 - the usual name
        RemoveWorkInput, strawberry.argument(description="Which work.")
    ],
) -> RemoveWorkPayload:
    """Remove the viewer's work."""
    official = work_remove(
        viewer=info.context.viewer,
        owner_id=decode_id("Official", input.owner_id),
        version=input.version,
        work_id=decode_id("Work", input.work_id),
    )
    return RemoveWorkPayload(removed_id=input.work_id, version=official.version)
