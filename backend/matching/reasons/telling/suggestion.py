"""A peer with all their reasons in words, and which of them stands above the others."""

import math
from collections.abc import Sequence

from backend.directory.models import Stage
from backend.matching.reasons.context import Pair
from backend.matching.reasons.telling import tell
from backend.matching.reasons.telling.told import Telling
from backend.matching.reasons.truth import Truth
from backend.matching.suggestion import MOST_EVIDENCE, Reason, ReasonCode, Suggestion
from graph.peers.model import Contribution, Peer

# Parts of a score below this are no reason that anybody would give: "2,000 miles away".
SMALLEST_SHARE = 0.02

# They say that places or offices are alike, or what the viewer knows: no reason to write to a
# person.
LIGHT = (
    ReasonCode.NEARBY,
    ReasonCode.ALIKE_SIZE,
    ReasonCode.ALIKE_PLACE,
    ReasonCode.ALIKE_ADOPTERS,
    ReasonCode.SAME_POLICIES,
    ReasonCode.SAME_OFFICE,
    ReasonCode.SAVED,
)

_Told = Sequence[tuple[Contribution, Telling]]


def suggestion_of(pair: Pair, peer: Peer, weights_version: str) -> Suggestion | None:
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
                evidence=telling.evidence[:MOST_EVIDENCE],
            )
            for contribution, telling in told
        ),
        weights_version=weights_version,
    )


def _headline(told: _Told) -> Telling:
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
