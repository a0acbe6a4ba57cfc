"""Reading a file that somebody named: bounded, as UTF-8, with errors for people."""

import os
from pathlib import Path

from backend.core.errors import DomainError, ErrorCode, Problem, fail
from backend.core.text import clean


class WrongPathError(DomainError):
    """The path itself is wrong: nothing is there, or nothing of the expected kind."""

    def __init__(self, message: str) -> None:
        """Take the sentence for people."""
        super().__init__(Problem(ErrorCode.NOT_FOUND, message, "path"))


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
        raise WrongPathError(f"{shown(path)} is no file. Check the path.")
    try:
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        message = f"{shown(path)} can't be read: {error.strerror}."
        raise fail(ErrorCode.INVALID, message, "file") from error
    if len(content) > limit:
        message = f"{shown(path)} is bigger than {limit:,} bytes, which no file of this kind is."
        raise fail(ErrorCode.TOO_LONG, message, "file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{shown(path)} is not UTF-8 (byte {error.start:,}). Save it as UTF-8."
        raise fail(ErrorCode.INVALID, message, "file") from error
    if not text.strip():
        raise fail(ErrorCode.REQUIRED, f"{shown(path)} is empty.", "file")
    return text
