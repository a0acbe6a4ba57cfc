"""One error type for everything a person can put right, translated once at each edge."""

from dataclasses import dataclass
from enum import StrEnum


class ErrorCode(StrEnum):
    """Stable codes that programs may rely on."""

    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    INVALID = "INVALID"
    NOT_FOUND = "NOT_FOUND"
    CONFLICT = "CONFLICT"
    NOT_ALLOWED = "NOT_ALLOWED"
    LIMIT_REACHED = "LIMIT_REACHED"
    OTHER_ACCOUNT = "OTHER_ACCOUNT"
    STALE = "STALE"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: which field, a code for programs, a sentence for people."""

    code: ErrorCode
    message: str
    field: str | None = None


class DomainError(Exception):
    """Raised by services when nothing was written; carries every problem that was found."""

    def __init__(self, *problems: Problem) -> None:
        """Take at least one problem."""
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def fail(code: ErrorCode, message: str, field: str | None = None) -> DomainError:
    """Make an error of a single problem."""
    return DomainError(Problem(code, message, field))
