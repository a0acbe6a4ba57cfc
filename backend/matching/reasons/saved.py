"""The viewer has saved this suggestion."""

from datetime import date

from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import Evidence, EvidenceKind
from backend.matching.reasons.sentences import Sentence
from backend.matching.reasons.spanish import ES
from backend.matching.reasons.ties import TieKind
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:  # noqa: ARG001
    """See ReasonKind."""
    tie = context.rows.ties.get((TieKind.SAVED, context.rows.own.pk, context.peer.pk))
    if tie is None or tie.on is None:
        return None
    evidence = Evidence(EvidenceKind.FEEDBACK, tie.id, context.phrases.day_of(tie.on), tie.on)
    return ReasonText(context.say(in_english, in_spanish)(tie.on), [evidence])


def in_english(on: date) -> Sentence:
    """Say it."""
    return Sentence("You ", "saved this suggestion", f" in {EN.month_of(on)}.")


def in_spanish(on: date) -> Sentence:
    """Say it."""
    return Sentence("Usted ", "guardó esta sugerencia", f" en {ES.month_of(on)}.")


SAVED = ReasonKind(title("You saved it", "Usted guardó a esta persona"), tell, stands_alone=False)
