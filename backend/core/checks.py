"""What can be wrong with what somebody enters in a form."""

from collections.abc import Iterable
from datetime import date

from backend.core.errors import DomainError, ErrorCode, Problem


class Checks:
    """Collects every problem of one form, so that a person hears of all of them at once."""

    def __init__(self) -> None:
        """Begin with no problem."""
        self.problems: list[Problem] = []

    def add(self, code: ErrorCode, message: str, field: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, field))

    def text(self, field: str, value: str, *, most: int, required: bool = False) -> None:
        """Check a text's length in characters."""
        if required and not value:
            self.add(ErrorCode.REQUIRED, "Please fill this in.", field)
        if len(value) > most:
            message = f"At most {most:,} characters, please; these are {len(value):,}."
            self.add(ErrorCode.TOO_LONG, message, field)

    def choice(self, field: str, value: object, choices: Iterable[object]) -> None:
        """Check that a value is one of a list."""
        if value not in choices:
            self.add(ErrorCode.INVALID, "This is not one of the choices.", field)

    def not_in_future(self, field: str, value: date | None, today: date) -> None:
        """Check that a date has come."""
        if value is not None and value > today:
            self.add(ErrorCode.INVALID, "This date is still to come.", field)

    def finish(self) -> None:
        """Raise all problems together, if there are any."""
        if self.problems:
            raise DomainError(*self.problems)
