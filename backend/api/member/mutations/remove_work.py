"""Removing one's own work on an issue."""

from typing import Annotated

import strawberry

from backend.api.member.context import Info
from backend.api.member.types.nodes import decode_id
from backend.api.member.types.payloads import FieldError, errors_of
from backend.core.errors import DomainError
from backend.directory.services.work import work_remove


@strawberry.input(description="Which of one's own work to remove.")
class RemoveWorkInput:
    """The work."""

    work_id: strawberry.ID = strawberry.field(description="The id of the work.")


@strawberry.type(description="What was removed, or what is wrong.")
class RemoveWorkPayload:
    """The answer."""

    removed_id: strawberry.ID | None = strawberry.field(
        description="The id that is gone; null if nothing was removed."
    )
    errors: list[FieldError] = strawberry.field(
        description="What is wrong; empty if it was done. Then nothing was removed."
    )


def remove_work(
    info: Info,
    input: Annotated[  # noqa: A002 - the usual name
        RemoveWorkInput, strawberry.argument(description="Which work.")
    ],
) -> RemoveWorkPayload:
    """Remove the viewer's work."""
    try:
        work_remove(viewer=info.context.viewer, work_id=decode_id("Work", input.work_id))
    except DomainError as error:
        return RemoveWorkPayload(removed_id=None, errors=errors_of(error.problems))
    return RemoveWorkPayload(removed_id=input.work_id, errors=[])
