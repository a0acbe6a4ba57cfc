"""What mutations answer: the thing as it is now, or what a person can put right."""

from collections.abc import Iterable
from itertools import islice

import strawberry

from backend.api.member.types.enums import ErrorCode
from backend.core.errors import Problem


@strawberry.type(description="Something in what was entered that a person can put right.")
class FieldError:
    """A problem."""

    field: str | None = strawberry.field(
        description="The field of the input; null when it is about the whole."
    )
    code: ErrorCode = strawberry.field(description="What kind of thing is wrong.")
    message: str = strawberry.field(description="What is wrong and what to do, for people.")


MOST_ERRORS = 40


def errors_of(problems: Iterable[Problem]) -> list[FieldError]:
    """Show the first problems; nothing was written."""
    return [
        FieldError(field=each.field, code=ErrorCode(each.code.value), message=each.message)
        for each in islice(problems, MOST_ERRORS)
    ]
