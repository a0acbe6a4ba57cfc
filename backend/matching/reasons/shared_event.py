"""Both were at these events."""

from collections.abc import Sequence
from datetime import date

from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import Evidence, EvidenceKind
from backend.matching.reasons.sentences import Sentence
from backend.matching.reasons.spanish import ES
from backend.matching.reasons.ties import TieKind
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    found = [
        (id_, tie.name, tie.on)
        for id_, tie in context.shared(contribution, TieKind.EVENT, EvidenceKind.EVENT)
        if tie.on is not None
    ]
    if not found:
        return None
    evidence = [
        Evidence(EvidenceKind.EVENT, id_, context.phrases.event_label(name, on), on)
        for id_, name, on in found
    ]
    sentence = context.say(in_english, in_spanish)([(name, on) for _, name, on in found])
    return ReasonText(sentence, evidence)


def in_english(events: Sequence[tuple[str, date]]) -> Sentence:
    """Say it, each event with its name and day."""
    named = [f"{EN.quoted(name)} in {EN.month_of(on)}" for name, on in events]
    return Sentence("You ", f"were both at {EN.listed(named)}", ".")


def in_spanish(events: Sequence[tuple[str, date]]) -> Sentence:
    """Say it."""
    named = [f"{ES.quoted(name)}, en {ES.month_of(on)}" for name, on in events]
    return Sentence("Ustedes dos ", f"estuvieron en {ES.listed(named)}", ".")


SHARED_EVENT = ReasonKind(title("Where you both were", "Donde estuvieron ambos"), tell)
