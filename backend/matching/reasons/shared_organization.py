"""Both belong to these organizations."""

from collections.abc import Sequence

from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import Evidence, EvidenceKind
from backend.matching.reasons.sentences import Sentence
from backend.matching.reasons.spanish import ES
from backend.matching.reasons.ties import TieKind
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    found = context.shared(contribution, TieKind.ORGANIZATION, EvidenceKind.ORGANIZATION)
    if not found:
        return None
    evidence = [
        Evidence(
            EvidenceKind.ORGANIZATION, id_, context.phrases.since_label(tie.name, tie.on), tie.on
        )
        for id_, tie in found
    ]
    sentence = context.say(in_english, in_spanish)([tie.name for _, tie in found])
    return ReasonText(sentence, evidence)


def in_english(names: Sequence[str]) -> Sentence:
    """Say it."""
    return Sentence("Both of you ", f"belong to {EN.listed(names)}", ".")


def in_spanish(names: Sequence[str]) -> Sentence:
    """Say it."""
    return Sentence("Ustedes dos ", f"pertenecen a {ES.listed(names)}", ".")


SHARED_ORGANIZATION = ReasonKind(title("The same organization", "La misma organización"), tell)
