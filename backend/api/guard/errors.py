"""What the two endpoints say when they don't answer: typed, and without anybody's values."""

import traceback
import uuid
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import structlog
from graphql import GraphQLError

from backend.api.guard.messages import ApiMessage
from backend.core.errors import DomainError, ErrorCode
from backend.core.languages import Language
from backend.core.messages import Message, MessageId, Parameter
from backend.matching.errors import MatchingUnavailable

MOST_ERRORS = 10
MOST_CHARACTERS = 300

_log = structlog.get_logger("counterpart.guard")


class Code(StrEnum):
    """Stable codes that programs may rely on, in `extensions.code`."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    SECOND_FACTOR_REQUIRED = "SECOND_FACTOR_REQUIRED"
    BAD_INPUT = "BAD_INPUT"
    TOO_COSTLY = "TOO_COSTLY"
    RATE_LIMITED = "RATE_LIMITED"
    INTERNAL = "INTERNAL"
    SUGGESTIONS_UNAVAILABLE = "SUGGESTIONS_UNAVAILABLE"


class Refusal(Exception):  # noqa: N818 - the request is at fault, not the program
    """A request that is not executed: the HTTP status, and what is said of it.

    `retry_after` is in seconds, `cost` what stands in `extensions.cost`.
    """

    retry_after: int | None = None
    cost: dict[str, int] | None = None

    def __init__(
        self, status: int, code: Code, message: MessageId, **parameters: Parameter
    ) -> None:
        """Take the message with its parameters."""
        super().__init__(message.name)
        self.status = status
        self.code = code
        self.message = Message(message, parameters)

    def errors(self, language: Language) -> list[dict[str, Any]]:
        """Say why, in a language."""
        return [_shown(self.code, self.message.text(language))]


class InvalidDocument(Refusal):
    """A document in which graphql-core found something, which it says in English."""

    def __init__(self, found: Sequence[GraphQLError]) -> None:
        """Take what was found, at least one."""
        super().__init__(400, Code.BAD_INPUT, ApiMessage.INVALID_DOCUMENT)
        self.found = found

    def errors(self, language: Language) -> list[dict[str, Any]]:  # noqa: ARG002
        """Say what was found, with the places."""
        return [
            # graphql-core hides the names it would suggest, but not this one about sub-fields.
            _shown(Code.BAD_INPUT, error.message.partition(" Did you mean ")[0]) | _places(error)
            for error in self.found
        ]


def correlation_id() -> str:
    """Return a new number by which an answer is found in the log."""
    return uuid.uuid4().hex[:12]


def masked(
    errors: Iterable[GraphQLError], correlation: str, language: Language
) -> list[dict[str, Any]]:
    """Return what a client may read of the errors of an execution.

    Errors that we raised for people pass; of the others only the correlation id does.
    """
    return [
        _passed(error, language) or _hidden(error, correlation, language)
        for error in list(errors)[:MOST_ERRORS]
    ]


def report(
    error: BaseException, correlation: str, language: Language, *, path: str | None = None
) -> dict[str, Any]:
    """Log a failure nobody foresaw by its kind and place, and return what a client may read.

    The message stays out of the log as well: databases put values into theirs.
    """
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    _log.error(
        "failure",
        correlation=correlation,
        kind=f"{type(error).__module__}.{type(error).__qualname__}",
        where=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
        path=path,
    )
    message = Message(ApiMessage.WENT_WRONG, {"number": correlation})
    return _shown(Code.INTERNAL, message.text(language), correlationId=correlation)


def _passed(error: GraphQLError, language: Language) -> dict[str, Any] | None:
    original = error.original_error
    if isinstance(original, DomainError):
        problem = original.problems[0]
        code = Code.FORBIDDEN if problem.code is ErrorCode.NOT_ALLOWED else Code.BAD_INPUT
        shown = _shown(
            code, original.text(language), reason=problem.code.value, field=problem.field
        )
    elif isinstance(original, MatchingUnavailable):
        shown = _shown(Code.SUGGESTIONS_UNAVAILABLE, original.message.text(language))
    else:
        return None
    return shown | _places(error)


def _hidden(error: GraphQLError, correlation: str, language: Language) -> dict[str, Any]:
    path = ".".join(str(step) for step in error.path or ())
    return report(error.original_error or error, correlation, language, path=path) | _places(error)


def _places(error: GraphQLError) -> dict[str, Any]:
    return {
        name: error.formatted[name] for name in ("locations", "path") if name in error.formatted
    }


def _shown(code: Code, message: str, **details: Any) -> dict[str, Any]:
    return {"message": message[:MOST_CHARACTERS], "extensions": {"code": code.value, **details}}
