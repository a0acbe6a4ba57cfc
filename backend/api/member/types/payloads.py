"""What mutations take of a record, and answer: what it is now, or what a person can put right."""

from collections.abc import Sequence
from typing import Self

import strawberry

from backend.api.member.types.enums import ErrorCode
from backend.core.errors import Problem
from backend.core.languages import Language


@strawberry.type(description="Something in what was entered that a person can put right.")
class FieldError:
    """A problem."""

    field: str | None = strawberry.field(
        description="The field of the input; null when it is about the whole."
    )
    code: ErrorCode = strawberry.field(description="What kind of thing is wrong.")
    message: str = strawberry.field(description="What is wrong and what to do, for people.")


@strawberry.input(description="Whose record is changed, and in which version it was read.")
class RecordInput:
    """What every change to a person's record says."""

    owner_id: strawberry.ID = strawberry.field(
        description="The official whose record was read. If somebody else is signed in by now, "
        "the error is OTHER_ACCOUNT."
    )
    version: int = strawberry.field(
        description="The version that was read. If there is a newer one, the error is STALE."
    )


@strawberry.type(description="What was done, or what is wrong.")
class Payload:
    """The answer of any mutation."""

    errors: list[FieldError] = strawberry.field(
        default_factory=list,
        description="What is wrong; empty if it was done. Else nothing was changed.",
    )

    @classmethod
    def refused(cls, problems: Sequence[Problem], language: Language) -> Self:
        """Say what is wrong, in a language."""
        return cls(
            errors=[
                FieldError(
                    field=each.field,
                    code=ErrorCode(each.code.value),
                    message=each.message.text(language),
                )
                for each in problems
            ]
        )


@strawberry.type(description="The record as it is now, or what is wrong.")
class RecordPayload(Payload):
    """The answer of a change to a person's record."""

    version: int | None = strawberry.field(
        default=None, description="The version of the record now; null if nothing was changed."
    )
