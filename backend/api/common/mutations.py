"""What a mutation of either API answers when nothing was written: what a person can put right.

A mutation calls one service. The service says who may and what is wrong, by a DomainError, so that
the command line, jobs and both APIs are held to the same; here that becomes a payload.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

from backend.core.errors import DomainError, Problem

MOST_PROBLEMS = 40

Given = ParamSpec("Given")
Payload = TypeVar("Payload")
Refused = TypeVar("Refused")


def mutation(
    refused: Callable[[Sequence[Problem]], Refused],
) -> Callable[[Callable[Given, Payload]], Callable[Given, Payload | Refused]]:
    """Make a resolver answer a DomainError with the payload that `refused` makes of its problems.

    Of many problems the first 40 are told.
    """

    def decorate(resolve: Callable[Given, Payload]) -> Callable[Given, Payload | Refused]:
        @wraps(resolve)
        def answer(*args: Given.args, **kwargs: Given.kwargs) -> Payload | Refused:
            try:
                return resolve(*args, **kwargs)
            except DomainError as error:
                return refused(error.problems[:MOST_PROBLEMS])

        return answer

    return decorate
