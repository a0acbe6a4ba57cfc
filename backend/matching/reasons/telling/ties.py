"""Reasons about what ties the two beyond their work."""

from backend.matching.reasons.context import Pair
from backend.matching.reasons.evidence import cited
from backend.matching.reasons.telling.told import Telling
from backend.matching.reasons.ties import Tie, TieKind
from backend.matching.suggestion import Evidence, EvidenceKind
from graph.peers.model import Contribution


def shared_organization(pair: Pair, contribution: Contribution) -> Telling | None:
    """Both belong to these organizations."""
    found = _shared(pair, contribution, TieKind.ORGANIZATION, EvidenceKind.ORGANIZATION)
    if not found:
        return None
    evidence = (
        Evidence(
            EvidenceKind.ORGANIZATION, id_, pair.words.membership_label(tie.name, tie.on), tie.on
        )
        for id_, tie in found
    )
    sentence = pair.words.shared_organization([tie.name for _, tie in found])
    return Telling(sentence, tuple(evidence))


def shared_event(pair: Pair, contribution: Contribution) -> Telling | None:
    """Both were at these events."""
    found = [
        (id_, tie.name, tie.on)
        for id_, tie in _shared(pair, contribution, TieKind.EVENT, EvidenceKind.EVENT)
        if tie.on is not None
    ]
    if not found:
        return None
    evidence = (
        Evidence(EvidenceKind.EVENT, id_, pair.words.event_label(name, on), on)
        for id_, name, on in found
    )
    sentence = pair.words.shared_event([(name, on) for _, name, on in found])
    return Telling(sentence, tuple(evidence))


def _shared(
    pair: Pair, contribution: Contribution, kind: TieKind, evidence: EvidenceKind
) -> list[tuple[int, Tie]]:
    """Return what both are still tied to, of what is cited, with the peer's tie."""
    return [
        (id_, tie)
        for id_ in cited(contribution, evidence)
        if (tie := pair.truth.tie(kind, pair.peer.pk, id_))
        and pair.truth.tie(kind, pair.truth.own.pk, id_)
    ]


def saved(pair: Pair, contribution: Contribution) -> Telling | None:  # noqa: ARG001
    """The viewer has saved this suggestion."""
    tie = pair.truth.tie(TieKind.SAVED, pair.truth.own.pk, pair.peer.pk)
    if tie is None or tie.on is None:
        return None
    evidence = Evidence(EvidenceKind.FEEDBACK, tie.id, pair.words.saved_label(tie.on), tie.on)
    return Telling(pair.words.saved(tie.on), (evidence,))
