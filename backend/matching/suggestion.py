"""A suggestion as it is shown: checked against the tables, and in words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from backend.directory.models import Official, Stage
from backend.matching.reasons import REASONS, ReasonCode
from backend.matching.reasons.context import ReasonContext, ReasonText
from backend.matching.reasons.evidence import MOST_EVIDENCE, Evidence
from graph.peers.model import Peer

# Parts of a score below this are no reason that anybody would give: "2,000 miles away".
SMALLEST_SHARE = 0.02


@dataclass(frozen=True)
class Reason:
    """One part of the score in a sentence; `share` is contribution / score."""

    code: ReasonCode
    title: str
    text: str
    contribution: float
    share: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Suggestion:
    """A peer and why; the contributions of the reasons add up to the score."""

    peer: Official
    score: float
    headline: str
    headline_fact: str
    issue_id: int | None
    viewer_stage: Stage | None
    peer_stage: Stage | None
    reasons: tuple[Reason, ...]
    weights_version: str

    @property
    def is_on_issue(self) -> bool:
        """Whether the peer works on what was asked about; the others are of a wider search."""
        return any(reason.code is ReasonCode.SAME_ISSUE for reason in self.reasons)


def suggestion_of(context: ReasonContext, peer: Peer, weights_version: str) -> Suggestion | None:
    """Put a peer's reasons into words; nothing if the tables bear none of them out."""
    told: list[tuple[ReasonCode, float, ReasonText]] = []
    for each in peer.contributions:
        code = ReasonCode(each.code)
        if each.share >= SMALLEST_SHARE and (said := REASONS[code].tell(context, each)):
            told.append((code, each.value, said))
    if not told:
        return None
    score = math.fsum(value for _, value, _ in told)
    headline = _headline([(code, said) for code, _, said in told])
    about = (each.issues for each in (headline, *(said for *_, said in told)))
    issue_id = next((issues[0] for issues in about if issues), None)
    return Suggestion(
        peer=context.peer,
        score=score,
        headline=headline.sentence.text,
        headline_fact=headline.sentence.fact,
        issue_id=issue_id,
        viewer_stage=_stage(context, context.rows.own.pk, issue_id),
        peer_stage=_stage(context, context.peer.pk, issue_id),
        reasons=tuple(
            Reason(
                code=code,
                title=REASONS[code].title[context.language],
                text=said.sentence.text,
                contribution=value,
                share=value / score,
                evidence=tuple(said.evidence[:MOST_EVIDENCE]),
            )
            for code, value, said in told
        ),
        weights_version=weights_version,
    )


def _headline(told: Sequence[tuple[ReasonCode, ReasonText]]) -> ReasonText:
    """Return the strongest reason that says something about the person's work."""
    substantive = [each for each in told if REASONS[each[0]].stands_alone] or told
    code, strongest = substantive[0]
    if code is ReasonCode.SAME_ISSUE:
        # "She has carried it through; you are drafting" says that it is the same issue, and more.
        for other, said in told:
            if other is ReasonCode.FURTHER_ALONG and said.issues[0] in strongest.issues:
                return said
    return strongest


def _stage(context: ReasonContext, official_id: int, issue_id: int | None) -> Stage | None:
    work = None if issue_id is None else context.rows.work_on(official_id, issue_id)
    return None if work is None else Stage(work.stage)
