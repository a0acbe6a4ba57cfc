"""Everything that has an id of its own, and those ids."""

import base64
import binascii

import strawberry

from backend.core.errors import ErrorCode, fail
from backend.directory.messages import DirectoryMessage

MOST_ID = 2**63 - 1


@strawberry.interface(description="Something with an id that is unique in the whole network.")
class Node:
    """A row that can be asked for by its id."""

    pk: strawberry.Private[int]
    id: strawberry.ID = strawberry.field(
        description="Its id, to be kept as it is and not taken apart."
    )


def global_id(kind: str, pk: int) -> strawberry.ID:
    """Return the id of a row among all kinds: "Official:12" in base64."""
    return strawberry.ID(base64.b64encode(f"{kind}:{pk}".encode()).decode())


def decode_any_id(id_: str) -> tuple[str, int] | None:
    """Return the kind and the row that a global id names, or nothing if it is none of ours."""
    try:
        kind, _, number = base64.b64decode(id_, validate=True).decode().partition(":")
    except (ValueError, binascii.Error):
        return None
    if not (number.isascii() and number.isdigit() and len(number) < 20):
        return None
    pk = int(number)
    return (kind, pk) if pk <= MOST_ID else None


def decode_id(kind: str, id_: str) -> int | None:
    """Return the row that a global id names, or nothing if it is of another kind."""
    named = decode_any_id(id_)
    return named[1] if named is not None and named[0] == kind else None


def decode_issue_id(id_: str) -> int:
    """Return the issue of an `issueId`. Raises DomainError for an id that names no issue."""
    issue = decode_id("Issue", id_)
    if issue is None:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
    return issue
