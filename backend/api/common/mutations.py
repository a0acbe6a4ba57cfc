"""What a mutation of either API answers when nothing was written: what a person can put right.

A mutation calls one service. The service says who may and what is wrong, by a DomainError, so that
the command line, jobs and both APIs are held to the same; here that becomes a payload, in words.
"""

import inspect
from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

from backend.core.errors import DomainError, Problem
from backend.core.languages import Language

MOST_PROBLEMS = 40

Given = ParamSpec("Given")
Payload = TypeVar("Payload")
Refused = TypeVar("Refused")


def mutation(
    refused: Callable[[Sequence[Problem], Language], Refused],
) -> Callable[[Callable[Given, Payload]], Callable[Given, Payload | Refused]]:
    """Make a resolver answer a DomainError with the payload that `refused` makes of its problems.

    In the language of `info.context.viewer`. Of many problems the first 40 are told.
    """

    def decorate(resolve: Callable[Given, Payload]) -> Callable[Given, Payload | Refused]:
        signature = inspect.signature(resolve)

        @wraps(resolve)
        def answer(*args: Given.args, **kwargs: Given.kwargs) -> Payload | Refused:
            try:
                return resolve(*args, **kwargs)
            except DomainError as error:
                info = signature.bind(*args, **kwargs).arguments["info"]
                return refused(error.problems[:MOST_PROBLEMS], info.context.viewer.language)

        return answer

    return decorate
