"""Reading a file that somebody named: bounded, as UTF-8, with errors for people."""

import os
from pathlib import Path

from backend.core.errors import DomainError, ErrorCode, Problem, fail
from backend.core.messages import Message
from backend.core.text import clean
from backend.imports.messages import ImportMessage


class WrongPathError(DomainError):
    """The path itself is wrong: nothing is there, or nothing of the expected kind."""

    def __init__(self, message: ImportMessage, path: Path) -> None:
        """Take the message, which names the path."""
        told = Message(message, {"path": shown(path)})
        super().__init__(Problem(ErrorCode.NOT_FOUND, told, "path"))


def shown(path: Path) -> str:
    """Return the path as it can be printed, whatever bytes are in it."""
    return clean(os.fsencode(path).decode("utf-8", "replace"))


def read_text(path: Path, *, limit: int) -> str:
    """Return the text of a regular file, without a byte order mark.

    `limit` is in bytes. Raises WrongPathError when there is no such file, DomainError when it is
    too big, empty, unreadable or not UTF-8.
    """
    # A pipe or a device would never end.
    if not os.path.isfile(path):  # noqa: PTH113  (Path.is_file raises for a name that is too long)
        raise WrongPathError(ImportMessage.NO_FILE, path)
    try:
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        why = {"path": shown(path), "reason": str(error.strerror)}
        raise fail(ErrorCode.INVALID, ImportMessage.CANNOT_BE_READ, "file", **why) from error
    if len(content) > limit:
        raise fail(ErrorCode.TOO_LONG, ImportMessage.TOO_BIG, "file", path=shown(path), most=limit)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where: dict[str, str | int] = {"path": shown(path), "byte": error.start}
        raise fail(ErrorCode.INVALID, ImportMessage.NOT_UTF_8, "file", **where) from error
    if not text.strip():
        raise fail(ErrorCode.REQUIRED, ImportMessage.EMPTY, "file", path=shown(path))
    return text
