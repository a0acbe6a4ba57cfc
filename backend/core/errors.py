"""One error type for everything a person can put right, translated once at each edge."""

from dataclasses import dataclass
from enum import StrEnum

from backend.core.languages import Language
from backend.core.messages import Message, MessageId, Parameter


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
    """One thing that is wrong: which field, a code for programs, a message for people."""

    code: ErrorCode
    message: Message
    field: str | None = None


class DomainError(Exception):
    """Raised by services when nothing was written; carries every problem that was found."""

    def __init__(self, *problems: Problem) -> None:
        """Take at least one problem. As a text this is the ids alone, which a log may hold."""
        super().__init__("; ".join(problem.message.id.name for problem in problems))
        self.problems = problems

    def text(self, language: Language) -> str:
        """Say everything that is wrong."""
        return "; ".join(problem.message.text(language) for problem in self.problems)


def fail(
    code: ErrorCode, message: MessageId, field: str | None = None, **parameters: Parameter
) -> DomainError:
    """Make an error of a single problem; the parameters are the message's."""
    return DomainError(Problem(code, Message(message, parameters), field))
