"""What the two endpoints say when they don't answer: typed, and without anybody's values."""

import traceback
import uuid
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import structlog
from graphql import GraphQLError

from backend.core.errors import DomainError, ErrorCode
from backend.matching.errors import MatchingUnavailable

MOST_ERRORS = 10
MOST_CHARACTERS = 300
MASKED = "Something went wrong here. Please try again; if it stays, tell us this number: {}."

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
    """A request that is not executed: the HTTP status and the errors that say why."""

    def __init__(
        self, status: int, code: Code, *messages: str, retry_after: int | None = None
    ) -> None:
        """Take at least one message; `retry_after` is in seconds."""
        super().__init__(messages[0])
        self.status = status
        self.errors = [_shown(code, message) for message in messages]
        self.retry_after = retry_after
        self.cost: dict[str, int] | None = None

    @classmethod
    def of(cls, errors: Sequence[GraphQLError]) -> "Refusal":
        """Refuse a document for what graphql-core found in it, with the places."""
        refusal = cls(400, Code.BAD_INPUT, errors[0].message)
        refusal.errors = [
            # graphql-core hides the names it would suggest, but not this one about sub-fields.
            _shown(Code.BAD_INPUT, error.message.partition(" Did you mean ")[0]) | _places(error)
            for error in errors
        ]
        return refusal


def api_error(code: Code, message: str, **details: Any) -> GraphQLError:
    """Make the error that a resolver raises to answer with this code and message."""
    return GraphQLError(message, extensions={"code": code.value, **details})


def correlation_id() -> str:
    """Return a new number by which an answer is found in the log."""
    return uuid.uuid4().hex[:12]


def masked(errors: Iterable[GraphQLError], correlation: str) -> list[dict[str, Any]]:
    """Return what a client may read of the errors of an execution.

    Errors that we raised for people pass; of the others only the correlation id does.
    """
    return [_passed(error) or _hidden(error, correlation) for error in list(errors)[:MOST_ERRORS]]


def report(error: BaseException, correlation: str, *, path: str | None = None) -> dict[str, Any]:
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
    return _shown(Code.INTERNAL, MASKED.format(correlation), correlationId=correlation)


def _passed(error: GraphQLError) -> dict[str, Any] | None:
    original = error.original_error
    if isinstance(original, DomainError):
        problem = original.problems[0]
        code = Code.FORBIDDEN if problem.code is ErrorCode.NOT_ALLOWED else Code.BAD_INPUT
        shown = _shown(code, str(original), reason=problem.code.value, field=problem.field)
    elif isinstance(original, MatchingUnavailable):
        shown = _shown(Code.SUGGESTIONS_UNAVAILABLE, str(original))
    else:
        details = error.extensions or {}
        if details.get("code") not in set(Code):
            return None
        shown = {"message": error.message, "extensions": details}
    return shown | _places(error)


def _hidden(error: GraphQLError, correlation: str) -> dict[str, Any]:
    path = ".".join(str(step) for step in error.path or ())
    return report(error.original_error or error, correlation, path=path) | _places(error)


def _places(error: GraphQLError) -> dict[str, Any]:
    return {
        name: error.formatted[name] for name in ("locations", "path") if name in error.formatted
    }


def _shown(code: Code, message: str, **details: Any) -> dict[str, Any]:
    return {"message": message[:MOST_CHARACTERS], "extensions": {"code": code.value, **details}}
