"""Pages of a list, cut by key and not by offset, so that a page never repeats or skips a row."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from backend.core.errors import DomainError, ErrorCode, fail
from backend.core.messages import CoreMessage

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """A part of a list: its rows, a cursor for each, and how many the whole list has."""

    rows: Sequence[Row]
    cursors: Sequence[str]
    has_next: bool
    has_previous: bool
    total: int


def page_of(
    rows: QuerySet[Row],
    *,
    key: str,
    first: int,
    after: str | None,
    descending: bool = False,
    total: int | None = None,
) -> Page[Row]:
    """Cut the next `first` rows after a cursor, ordered by `key` and then by id.

    Two statements, or one where the total is already known. An unreadable cursor raises.
    """
    sign = "-" if descending else ""
    found = rows.count() if total is None else total
    ordered = rows.order_by(f"{sign}{key}", f"{sign}pk")
    if after is not None:
        value, pk = _open_cursor(after)
        beyond = "lt" if descending else "gt"
        try:
            ordered = ordered.filter(
                Q(**{f"{key}__{beyond}": value}) | Q(**{key: value, f"pk__{beyond}": pk})
            )
        except ValidationError as error:
            raise unreadable_cursor() from error
    taken = list(ordered[: first + 1])
    shown = taken[:first]
    return Page(
        rows=shown,
        cursors=[_seal_cursor(getattr(row, key), row.pk) for row in shown],
        has_next=len(taken) > first,
        has_previous=after is not None,
        total=found,
    )


def _seal_cursor(value: Any, pk: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([str(value), pk]).encode()).decode()


def _open_cursor(cursor: str) -> tuple[str, int]:
    try:
        match json.loads(base64.urlsafe_b64decode(cursor.encode())):
            case [str(value), int(pk)] if "\x00" not in value and abs(pk) < 2**62:
                value.encode()  # a ValueError for half a surrogate pair
                return value, pk
    except (ValueError, binascii.Error, RecursionError):
        pass
    raise unreadable_cursor()


def unreadable_cursor() -> DomainError:
    """Return what is said of a cursor that no page of ours gave."""
    return fail(ErrorCode.INVALID, CoreMessage.UNREADABLE_CURSOR, "after")
