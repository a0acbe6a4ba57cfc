"""Suggested peers: the graph's list, checked in the tables and told in the viewer's language."""

import base64
import binascii
import math
from collections.abc import Sequence
from contextlib import suppress

from django.db.models import Q

from backend.core.clock import today
from backend.core.errors import DomainError, ErrorCode, fail
from backend.directory.models import Issue, Membership, Official, Stage
from backend.directory.selectors.viewers import Viewer
from backend.projection import client
from backend.suggestions.errors import SuggestionsUnavailable
from backend.suggestions.model import (
    EvidenceKind,
    Intent,
    Reason,
    ReasonCode,
    Suggestion,
    SuggestionPage,
)
from backend.suggestions.pair import Pair, cited
from backend.suggestions.telling import Telling, tell
from backend.suggestions.truth import Truth, still_suggestible, truth_about
from backend.suggestions.wording import catalogue_of
from backend.suggestions.wording.catalogue import Catalogue, Widening
from graph.connection import GraphError
from graph.peers import suggest
from graph.peers import warm as warm_peers
from graph.peers.model import Contribution, Peer, Suggestions

MOST = 10
# A list has no further pages than this many people; nobody asks the fortieth for advice.
LONGEST_LIST = 40
# How many more are asked for than are needed, since some may have left since the graph was told.
SPARE = 10

# Parts of a score below this are no reason that anybody would give: "2,000 miles away".
SMALLEST_SHARE = 0.02

# They say that two places or offices are alike, which is no reason to write to somebody.
LIGHT = (ReasonCode.NEARBY, ReasonCode.ALIKE_SIZE, ReasonCode.SAME_OFFICE)


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
    found = _ask(own, issue_id, intent, length, words)
    people = still_suggestible(own, (peer.official for peer in found.peers))
    peers = [peer for peer in found.peers if peer.official in people]
    truth = truth_about(viewer, own, list(people.values()), _adoptions_cited(peers))
    pairs = [
        Pair(truth, words, people[peer.official], issue_id, intent, _adoptions_cited([peer]))
        for peer in peers
    ]
    told = [
        suggestion
        for pair, peer in zip(pairs, peers, strict=True)
        if (suggestion := _told(pair, peer, found.weights_version))
    ]
    # What was left out may have changed the order; equal scores stay as the graph drew them.
    told.sort(key=lambda each: -each.score)
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


def _ask(
    own: Official, issue_id: int | None, intent: Intent, length: int, words: Catalogue
) -> Suggestions:
    try:
        return suggest(
            client.graph(), own.pk, length, issue=issue_id, intent=intent.value, as_of=today()
        )
    except GraphError as error:
        raise SuggestionsUnavailable(words.unavailable()) from error


def _told(pair: Pair, peer: Peer, weights_version: str) -> Suggestion | None:
    """Put a peer's reasons into words; nothing if the tables bear none of them out."""
    told = [
        (each, telling)
        for each in peer.contributions
        if each.share >= SMALLEST_SHARE and (telling := tell(pair, each))
    ]
    if not told:
        return None
    score = math.fsum(contribution.value for contribution, _ in told)
    headline = _headline(told)
    issue_id = _issue_between([headline, *(telling for _, telling in told)])
    return Suggestion(
        peer=pair.peer,
        score=score,
        headline=headline.sentence.text,
        headline_fact=headline.sentence.fact,
        issue_id=issue_id,
        viewer_stage=_stage(pair.truth, pair.truth.own.pk, issue_id),
        peer_stage=_stage(pair.truth, pair.peer.pk, issue_id),
        reasons=tuple(
            Reason(
                code=ReasonCode(contribution.code),
                text=telling.sentence.text,
                contribution=contribution.value,
                share=contribution.value / score,
                evidence=telling.evidence,
            )
            for contribution, telling in told
        ),
        weights_version=weights_version,
    )


def _headline(told: Sequence[tuple[Contribution, Telling]]) -> Telling:
    """Return the strongest reason that says something about the person's work."""
    substantive = [each for each in told if each[0].code not in LIGHT] or told
    contribution, strongest = substantive[0]
    if contribution.code == ReasonCode.SAME_ISSUE:
        # "She has carried it through; you are drafting" says that it is the same issue, and more.
        for other, telling in told:
            if other.code == ReasonCode.FURTHER_ALONG and telling.issues[0] in strongest.issues:
                return telling
    return strongest


def _issue_between(tellings: Sequence[Telling]) -> int | None:
    return next((telling.issues[0] for telling in tellings if telling.issues), None)


def _stage(truth: Truth, official_id: int, issue_id: int | None) -> Stage | None:
    work = None if issue_id is None else truth.work_on(official_id, issue_id)
    return None if work is None else Stage(work.stage)


def _adoptions_cited(peers: Sequence[Peer]) -> frozenset[int]:
    return frozenset(
        id_
        for peer in peers
        for contribution in peer.contributions
        for id_ in cited(contribution, EvidenceKind.ADOPTION)
    )


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
