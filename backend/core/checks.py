"""What can be wrong with what somebody enters in a form."""

from collections.abc import Iterable
from datetime import date

from backend.core.clock import newest_day
from backend.core.errors import DomainError, ErrorCode, Problem
from backend.core.messages import CoreMessage, Message, MessageId, Parameter


class Checks:
    """Collects every problem of one form, so that a person hears of all of them at once."""

    def __init__(self) -> None:
        """Begin with no problem."""
        self.problems: list[Problem] = []

    def add(self, code: ErrorCode, message: MessageId, field: str, **parameters: Parameter) -> None:
        """Note a problem; the parameters are the message's."""
        self.problems.append(Problem(code, Message(message, parameters), field))

    def text(self, field: str, value: str, *, most: int, required: bool = False) -> None:
        """Check a text's length in characters."""
        if required and not value:
            self.add(ErrorCode.REQUIRED, CoreMessage.FILL_IN, field)
        if len(value) > most:
            characters = {"most": most, "given": len(value)}
            self.add(ErrorCode.TOO_LONG, CoreMessage.TOO_MANY_CHARACTERS, field, **characters)

    def choice(self, field: str, value: object, choices: Iterable[object]) -> None:
        """Check that a value is one of a list."""
        if value not in choices:
            self.add(ErrorCode.INVALID, CoreMessage.NOT_A_CHOICE, field)

    def not_in_future(self, field: str, value: date | None) -> None:
        """Check that a date has come somewhere in the country."""
        if value is not None and value > newest_day():
            self.add(ErrorCode.INVALID, CoreMessage.DATE_TO_COME, field)

    def finish(self) -> None:
        """Raise all problems together, if there are any."""
        if self.problems:
            raise DomainError(*self.problems)
