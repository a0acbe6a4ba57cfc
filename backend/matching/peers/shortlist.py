"""Peers as the graph names them now, and what the tables have to tell of them."""

from collections.abc import Collection, Mapping, Sequence

from backend.accounts.viewer import Viewer
from backend.core import graph_client
from backend.core.clock import today
from backend.directory.models import Official
from backend.matching.errors import MatchingUnavailable
from backend.matching.reasons.context import Pair
from backend.matching.reasons.evidence import Cited
from backend.matching.reasons.telling.suggestion import suggestion_of
from backend.matching.reasons.truth import reason_context_of
from backend.matching.reasons.wording import catalogue_of
from backend.matching.reasons.wording.catalogue import Widening
from backend.matching.suggestion import Intent, Suggestion
from graph.connection import GraphError
from graph.peers import DEADLINE_S, suggest
from graph.peers.model import Peer, Suggestions
from graph.peers.weights import Weights


def ask(
    viewer: Viewer,
    own: Official,
    *,
    issue_id: int | None,
    intent: Intent,
    length: int,
    weights: Weights | None = None,
    counted: Collection[int] = (),
    timeout: float = DEADLINE_S,
) -> Suggestions:
    """Ask the graph for an official's peers, the best first; those counted also at the cap.

    Raises MatchingUnavailable, in the viewer's language, when it can't answer in so many
    seconds.
    """
    try:
        return suggest(
            graph_client.graph(),
            own.pk,
            length,
            issue=issue_id,
            intent=intent.value,
            as_of=today(),
            weights=weights,
            counted=counted,
            timeout=timeout,
        )
    except GraphError as error:
        raise MatchingUnavailable(catalogue_of(viewer.language).unavailable()) from error


def told(
    viewer: Viewer,
    own: Official,
    peers: Sequence[Peer],
    people: Mapping[int, Official],
    *,
    issue_id: int | None,
    intent: Intent,
    weights_version: str,
) -> list[Suggestion]:
    """Put the reasons for peers into words, the best first; `people` are the `still_suggestible`.

    Left out is who is not among them, and each reason that the tables don't bear out.
    """
    shown = [peer for peer in peers if peer.official in people]
    truth = reason_context_of(viewer, own, list(people.values()), Cited.by(shown))
    words = catalogue_of(viewer.language)
    suggestions = [
        suggestion
        for peer in shown
        if (
            suggestion := suggestion_of(
                Pair(truth, words, people[peer.official], issue_id, intent, Cited.by([peer])),
                peer,
                weights_version,
            )
        )
    ]
    # What was left out may have changed the order; equal scores stay as the graph drew them.
    suggestions.sort(key=lambda each: -each.score)
    return suggestions


def widening_of(step: str | None, suggestions: Sequence[Suggestion]) -> Widening | None:
    """Return the step by which the graph searched wider, if that brought somebody who is shown."""
    if not step or all(each.is_on_issue for each in suggestions):
        return None
    return Widening(step)
