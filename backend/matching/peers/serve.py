"""Serving a member's list: the stored one while it holds, else a new one."""

from collections.abc import Mapping

from backend.accounts.viewer import Viewer
from backend.core.errors import ErrorCode, fail
from backend.directory.models import Issue, Official, Work
from backend.introductions.selectors.impressions import at_impression_cap_ids
from backend.matching.errors import MatchingUnavailable
from backend.matching.peers.build import list_make
from backend.matching.peers.lists import Asked, Stored, is_over, list_get, member_with_work
from backend.matching.peers.pages import decode_cursor, nobody, page_of
from backend.matching.peers.shortlist import told, widening_of
from backend.matching.reasons.truth import still_suggestible
from backend.matching.reasons.wording import catalogue_of
from backend.matching.reasons.wording.catalogue import Widening
from backend.matching.suggestion import Intent, SuggestionPage


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
    words = catalogue_of(viewer.language)
    asked = asked_by(viewer, issue_id, intent)
    if isinstance(asked, Widening):
        return nobody(words.widening(asked))
    start_after = None if after is None else decode_cursor(after)
    stored, people = _current(asked)
    if stored is None:
        return nobody(words.widening(_why_nobody(asked)))
    suggestions = told(
        viewer,
        asked.own,
        stored.peers,
        people,
        issue_id=issue_id,
        intent=intent,
        weights_version=stored.row.weights_version,
    )
    why = widening_of(stored.row.widened, suggestions)
    if not suggestions:
        why = _why_nobody(asked)
    return page_of(
        suggestions,
        first=first,
        after=start_after,
        weights_version=stored.row.weights_version,
        widened=why and words.widening(why),
    )


def suggestions_renew(*, viewer: Viewer, issue_id: int | None, intent: Intent) -> None:
    """Make the viewer's list anew, since they ask for it; nothing for who is suggested nobody.

    Raises MatchingUnavailable when the graph can't answer, and DomainError for an unknown issue;
    the stored list stays.
    """
    asked = asked_by(viewer, issue_id, intent)
    if not isinstance(asked, Widening):
        list_make(asked)


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
        raise fail(ErrorCode.NOT_FOUND, "There is no such issue. Choose one.", "issueId")
    return Asked(viewer, own, own_work, issue_id, intent)


def _current(asked: Asked) -> tuple[Stored | None, Mapping[int, Official]]:
    """Return the list to show, and who of it may be shown today."""
    stored = list_get(asked)
    if stored is None:
        return _checked(asked, list_make(asked))
    _, people = _checked(asked, stored)
    if len(people) == stored.row.length and not is_over(stored, asked):
        return stored, people
    try:
        made = list_make(asked)
    except MatchingUnavailable:
        made = None
    return (stored, people) if made is None else _checked(asked, made)


def _checked(asked: Asked, stored: Stored | None) -> tuple[Stored | None, Mapping[int, Official]]:
    if stored is None:
        return None, {}
    return stored, still_suggestible(asked.own, (peer.official for peer in stored.peers))


def _why_nobody(asked: Asked) -> Widening:
    """Tell whether somebody would fit, but for having been suggested to many this week."""
    issues = [asked.issue_id] if asked.issue_id else [work["issue"] for work in asked.own_work]
    full = Work.objects.filter(issue__in=issues, official__in=at_impression_cap_ids())
    return Widening.FULL if full.exclude(official=asked.own).exists() else Widening.NOBODY
