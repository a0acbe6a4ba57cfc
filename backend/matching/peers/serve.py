"""Serving a member's list: the stored one while it holds, else a new one."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backend.accounts.viewer import Viewer
from backend.core.errors import ErrorCode, fail
from backend.core.pages import unreadable_cursor
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Issue, Official, Work
from backend.introductions.selectors.eligibility import suggestible_to
from backend.introductions.selectors.impressions import at_impression_cap_ids
from backend.matching.errors import MatchingUnavailable
from backend.matching.messages import MatchingMessage
from backend.matching.models import Intent
from backend.matching.peers.build import list_build
from backend.matching.peers.lists import Asked, Stored, is_over, list_get, member_with_work
from backend.matching.peers.widening import Widening, in_words
from backend.matching.reasons.context import ReasonContext, rows_for
from backend.matching.reasons.evidence import CitedIds
from backend.matching.suggestion import Suggestion, suggestion_of
from graph.peers.model import Peer


@dataclass(frozen=True)
class SuggestionPage:
    """A part of a member's list. `widened` says why it reaches further, or holds nobody."""

    suggestions: tuple[Suggestion, ...]
    cursors: tuple[str, ...]
    has_next: bool
    has_previous: bool
    weights_version: str
    widened: str | None = None


def suggested_peers(
    viewer: Viewer,
    *,
    issue_id: int | None = None,
    intent: Intent = Intent.LEARN,
    first: int = 3,
    after: str | None = None,
) -> SuggestionPage:
    """Return a page of the viewer's peers in other places, the best first.

    The list is the stored one; it is made anew when it is over or somebody on it dropped out. While
    the graph is away it is shown as it is, without those. Raises MatchingUnavailable within
    1.5 s when there is none, and DomainError when the issue is unknown or the cursor is not ours.
    """
    asked = asked_by(viewer, issue_id, intent)
    if isinstance(asked, Widening):
        return _nobody(asked, viewer)
    start_after = None if after is None else _decode_cursor(after)
    stored, people = _current(asked)
    if stored is None:
        return _nobody(_why_nobody(asked), viewer)
    suggestions = with_reasons(asked, stored.peers, people, stored.row.weights_version)
    why = widening_of(stored.row.widened, suggestions) if suggestions else _why_nobody(asked)
    return _page(
        suggestions,
        first=first,
        after=start_after,
        weights_version=stored.row.weights_version,
        widened=why and in_words(why, viewer.language),
    )


def suggestions_renew(*, viewer: Viewer, issue_id: int | None, intent: Intent) -> None:
    """Make the viewer's list anew, since they ask for it; nothing for who is suggested nobody.

    Raises MatchingUnavailable when the graph can't answer, and DomainError for an unknown issue;
    the stored list stays.
    """
    asked = asked_by(viewer, issue_id, intent)
    if not isinstance(asked, Widening):
        list_build(asked)


def asked_by(viewer: Viewer, issue_id: int | None, intent: Intent) -> Asked | Widening:
    """Return the question, or why this viewer is suggested nobody.

    Raises DomainError for an unknown issue.
    """
    found = member_with_work(viewer)
    if found is None:
        return Widening.NOT_A_MEMBER
    own, own_work = found
    if own.hidden:
        return Widening.HIDDEN
    if own.paused:
        return Widening.PAUSED
    if issue_id is not None and not Issue.objects.filter(pk=issue_id).exists():
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
    return Asked(viewer, own, own_work, issue_id, intent)


def with_reasons(
    asked: Asked, peers: Sequence[Peer], people: Mapping[int, Official], weights_version: str
) -> list[Suggestion]:
    """Put the reasons for peers into words, the best first; `people` are who may be shown today.

    Left out is who is not among them, and each reason that the tables don't bear out.
    """
    shown = [peer for peer in peers if peer.official in people]
    rows = rows_for(asked.viewer, asked.own, list(people.values()), CitedIds.by(shown))
    suggestions = []
    for peer in shown:
        person, cited = people[peer.official], CitedIds.by([peer])
        language = asked.viewer.language
        context = ReasonContext(rows, language, person, asked.issue_id, asked.intent, cited)
        if suggestion := suggestion_of(context, peer, weights_version):
            suggestions.append(suggestion)
    # What was left out may have changed the order; equal scores stay as the graph drew them.
    suggestions.sort(key=lambda each: -each.score)
    return suggestions


def widening_of(step: str | None, suggestions: Sequence[Suggestion]) -> Widening | None:
    """Return the step by which the graph searched wider, if that brought somebody who is shown."""
    if not step or all(each.is_on_issue for each in suggestions):
        return None
    return Widening(step)


def _current(asked: Asked) -> tuple[Stored | None, Mapping[int, Official]]:
    """Return the list to show, and who of it may be shown today."""
    stored = list_get(asked)
    if stored is None:
        return _checked(asked, list_build(asked))
    _, people = _checked(asked, stored)
    if len(people) == stored.row.length and not is_over(stored, asked):
        return stored, people
    try:
        built = list_build(asked)
    except MatchingUnavailable:
        built = None
    return (stored, people) if built is None else _checked(asked, built)


def _checked(asked: Asked, stored: Stored | None) -> tuple[Stored | None, Mapping[int, Official]]:
    if stored is None:
        return None, {}
    ids = [peer.official for peer in stored.peers]
    return stored, suggestible_to(asked.own.pk).in_bulk(ids)


def _why_nobody(asked: Asked) -> Widening:
    """Tell whether somebody would fit, but for having been suggested to many this week."""
    issues = [asked.issue_id] if asked.issue_id else [work["issue"] for work in asked.own_work]
    full = Work.objects.filter(issue__in=issues, official__in=at_impression_cap_ids())
    return Widening.FULL if full.exclude(official=asked.own).exists() else Widening.NOBODY


def _page(
    suggestions: Sequence[Suggestion],
    *,
    first: int,
    after: int | None,
    weights_version: str,
    widened: str | None,
) -> SuggestionPage:
    """Cut a page behind a person. Raises DomainError if they are on the list no more."""
    start = 0
    if after is not None:
        ids = [each.peer.pk for each in suggestions]
        if after not in ids:
            raise fail(ErrorCode.INVALID, MatchingMessage.LIST_HAS_CHANGED, "after")
        start = ids.index(after) + 1
    page = suggestions[start : start + first]
    return SuggestionPage(
        suggestions=tuple(page),
        cursors=tuple(_encode_cursor(each.peer.pk) for each in page),
        has_next=len(suggestions) > start + first,
        has_previous=after is not None,
        weights_version=weights_version,
        widened=widened,
    )


def _nobody(why: Widening, viewer: Viewer) -> SuggestionPage:
    """Return the page of somebody who has no list, with the sentence that says why."""
    words = in_words(why, viewer.language)
    return SuggestionPage(
        (), (), has_next=False, has_previous=False, weights_version="", widened=words
    )


def _decode_cursor(cursor: str) -> int:
    """Return the person behind whom a cursor stands. Raises DomainError if it is none of ours."""
    try:
        kind, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
        if kind == "peer" and number.isascii() and number.isdigit():
            return int(number)
    except (ValueError, binascii.Error):
        pass
    raise unreadable_cursor()


def _encode_cursor(official_id: int) -> str:
    return base64.urlsafe_b64encode(f"peer:{official_id}".encode()).decode()
