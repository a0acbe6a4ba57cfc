"""Parts of a list, and the cursors that name where one ends."""

import base64
import binascii
from collections.abc import Sequence

from backend.core.errors import DomainError, ErrorCode, fail
from backend.matching.suggestion import Suggestion, SuggestionPage


def page_of(
    told: Sequence[Suggestion],
    *,
    first: int,
    after: int | None,
    weights_version: str,
    widened: str | None,
) -> SuggestionPage:
    """Cut a page behind a person. Raises DomainError if they are on the list no more."""
    start = 0
    if after is not None:
        ids = [each.peer.pk for each in told]
        if after not in ids:
            message = "Your suggestions have changed since. Ask again from the beginning."
            raise fail(ErrorCode.INVALID, message, "after")
        start = ids.index(after) + 1
    page = told[start : start + first]
    return SuggestionPage(
        suggestions=tuple(page),
        cursors=tuple(_seal(each.peer.pk) for each in page),
        has_next=len(told) > start + first,
        has_previous=after is not None,
        weights_version=weights_version,
        widened=widened,
    )


def nobody(why: str) -> SuggestionPage:
    """Return the page of somebody who has no list, with the sentence that says why."""
    return SuggestionPage(
        (), (), has_next=False, has_previous=False, weights_version="", widened=why
    )


def decode_cursor(cursor: str) -> int:
    """Return the person behind whom a cursor stands. Raises DomainError if it is none of ours."""
    try:
        kind, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
        if kind == "peer" and number.isascii() and number.isdigit():
            return int(number)
    except (ValueError, binascii.Error):
        pass
    raise _unreadable()


def _seal(official_id: int) -> str:
    return base64.urlsafe_b64encode(f"peer:{official_id}".encode()).decode()


def _unreadable() -> DomainError:
    return fail(ErrorCode.INVALID, "This cursor is not one of ours. Ask again without it.", "after")
