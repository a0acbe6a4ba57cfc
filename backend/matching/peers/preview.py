"""A look at somebody's suggestions as they would be made now: nothing is stored, nobody counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backend.accounts.models import Language, Role
from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.errors import ErrorCode, fail
from backend.directory.models import Official, Term
from backend.directory.selectors.terms import shown_terms
from backend.introductions.selectors.eligibility import suggestible_to
from backend.matching.messages import MatchingMessage
from backend.matching.models import Intent
from backend.matching.peers.build import ask
from backend.matching.peers.diversify import SPARE, chosen
from backend.matching.peers.lists import LENGTH
from backend.matching.peers.serve import asked_by, widening_of, with_reasons
from backend.matching.peers.widening import Widening, in_words
from backend.matching.suggestion import Suggestion
from graph.peers.weights import CURRENT, UnknownTermError

MOST = 50
# In seconds: an operator waits longer than a page does.
PATIENCE_S = 10.0


@dataclass(frozen=True)
class Preview:
    """The suggestions with where each peer serves, and a sentence if they reach further."""

    suggestions: Sequence[Suggestion]
    terms: Mapping[int, Term]
    weights_version: str
    widened: str | None


def suggestions_preview(
    *,
    own: Official,
    issue_id: int | None = None,
    intent: Intent = Intent.LEARN,
    length: int = LENGTH,
    without: Sequence[str] = (),
    language: Language = Language.ENGLISH,
) -> Preview:
    """Make an official's suggestions as for themselves, and note the look in the audit trail.

    `without` switches terms of the score off. Raises DomainError for an unknown term or issue, and
    MatchingUnavailable when the graph can't answer.
    """
    try:
        weights = CURRENT.without(*without)
    except UnknownTermError as error:
        terms = {"term": error.term, "known": ", ".join(error.known)}
        raise fail(ErrorCode.INVALID, MatchingMessage.NO_SUCH_TERM, "without", **terms) from None
    # A member who can't sign in yet is looked at all the same: 0 is no user.
    viewer = Viewer(own.user_id or 0, Role.MEMBER, own.pk, language)
    asked = asked_by(viewer, issue_id, intent)
    _note(own)
    if isinstance(asked, Widening):
        return Preview((), {}, weights.version, in_words(asked, language))
    found = ask(
        own,
        issue_id=issue_id,
        intent=intent,
        length=length + SPARE,
        weights=weights,
        timeout=PATIENCE_S,
    )
    people = suggestible_to(own.pk).in_bulk([peer.official for peer in found.peers])
    peers = chosen(own, found.peers, people, length)
    listed = {peer.official: people[peer.official] for peer in peers}
    suggestions = with_reasons(asked, peers, listed, found.weights_version)
    why = widening_of(found.widened, suggestions) if suggestions else Widening.NOBODY
    return Preview(
        suggestions,
        shown_terms([each.peer for each in suggestions]),
        found.weights_version,
        why and in_words(why, language),
    )


def _note(own: Official) -> None:
    audit.record(
        actor_id=None,
        action="official.look",
        subject="Official",
        subject_id=own.pk,
        fields=["suggestions"],
    )
