"""Suggested peers: the graph's list, checked in the tables and told in the viewer's language."""

import base64
import binascii
from collections.abc import Sequence
from contextlib import suppress

from django.db.models import Q

from backend.core.errors import DomainError, ErrorCode, fail
from backend.directory.models import Issue, Membership, Official
from backend.directory.selectors.viewers import Viewer
from backend.projection import client
from backend.suggestions import shortlist
from backend.suggestions.model import Intent, Suggestion, SuggestionPage
from backend.suggestions.wording import catalogue_of
from backend.suggestions.wording.catalogue import Catalogue, Widening
from graph.connection import GraphError
from graph.peers import warm as warm_peers
from graph.peers.model import Suggestions

MOST = 10
# A list has no further pages than this many people; nobody asks the fortieth for advice.
LONGEST_LIST = 40
# How many more are asked for than are needed, since some may have left since the graph was told.
SPARE = 10


def suggested_peers(
    viewer: Viewer,
    *,
    issue_id: int | None = None,
    intent: Intent = Intent.LEARN,
    first: int = 3,
    after: str | None = None,
) -> SuggestionPage:
    """Return a page of the viewer's peers in other places, the best first.

    Raises SuggestionsUnavailable within 1.5 s when the graph can't answer, and DomainError when
    the issue is unknown or the cursor is none of ours.
    """
    words = catalogue_of(viewer.language)
    own = Official.objects.filter(Q(pk=viewer.official_id), membership=Membership.MEMBER).first()
    if own is None:
        return _nobody(words.widening(Widening.NOT_A_MEMBER))
    if own.hidden:
        return _nobody(words.widening(Widening.HIDDEN))
    if own.paused:
        return _nobody(words.widening(Widening.PAUSED))
    if issue_id is not None and not Issue.objects.filter(pk=issue_id).exists():
        raise fail(ErrorCode.NOT_FOUND, "There is no such issue. Choose one.", "issueId")
    start_after = None if after is None else _open_cursor(after)
    length = first + SPARE if after is None else LONGEST_LIST
    found = shortlist.ask(viewer, own, issue_id=issue_id, intent=intent, length=length)
    told = shortlist.told(
        viewer,
        own,
        found.peers,
        issue_id=issue_id,
        intent=intent,
        weights_version=found.weights_version,
    )
    page, has_next = _cut(told, first, start_after)
    return SuggestionPage(
        suggestions=tuple(page),
        cursors=tuple(_seal_cursor(each.peer.pk) for each in page),
        has_next=has_next,
        has_previous=after is not None,
        weights_version=found.weights_version,
        widened=_widened(words, found, told),
    )


def warm() -> None:
    """Have a freshly started engine plan its queries, so that the first person is answered in time.

    Leaves it to that first person while the graph is away.
    """
    with suppress(GraphError):
        warm_peers(client.graph())


def _widened(words: Catalogue, found: Suggestions, told: Sequence[Suggestion]) -> str | None:
    if not told:
        return words.widening(Widening.NOBODY)
    return None if found.widened is None else words.widening(Widening(found.widened))


def _nobody(why: str) -> SuggestionPage:
    return SuggestionPage(
        (), (), has_next=False, has_previous=False, weights_version="", widened=why
    )


def _cut(
    told: Sequence[Suggestion], first: int, start_after: int | None
) -> tuple[Sequence[Suggestion], bool]:
    """Cut a page behind a person. If they have dropped out, the list has changed: say so."""
    start = 0
    if start_after is not None:
        ids = [each.peer.pk for each in told]
        if start_after not in ids:
            message = "Your suggestions have changed since. Ask again from the beginning."
            raise fail(ErrorCode.INVALID, message, "after")
        start = ids.index(start_after) + 1
    return told[start : start + first], len(told) > start + first


def _seal_cursor(official_id: int) -> str:
    return base64.urlsafe_b64encode(f"peer:{official_id}".encode()).decode()


def _open_cursor(cursor: str) -> int:
    try:
        kind, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
        if kind == "peer" and number.isascii() and number.isdigit():
            return int(number)
    except (ValueError, binascii.Error):
        pass
    raise _unreadable_cursor()


def _unreadable_cursor() -> DomainError:
    return fail(ErrorCode.INVALID, "This cursor is not one of ours. Ask again without it.", "after")
