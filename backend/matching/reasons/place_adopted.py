"""The peer's place adopted policies on what was asked; the newest is named."""

from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import EvidenceKind, cited
from backend.matching.reasons.sentences import Place, Sentence, When, place, when
from backend.matching.reasons.spanish import ES
from backend.playbook.models import AdoptionStatus
from graph.peers.model import Contribution

_STATUS = {
    AdoptionStatus.ADOPTED: ".",
    AdoptionStatus.REPEALED: " and has repealed it since.",
    AdoptionStatus.OVERTURNED: "; it has been overturned since.",
}

_ESTADO = {
    AdoptionStatus.ADOPTED: ".",
    AdoptionStatus.REPEALED: " y después lo derogó.",
    AdoptionStatus.OVERTURNED: "; después fue anulado.",
}


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    ids = cited(contribution, EvidenceKind.ADOPTION)
    adoptions = context.adoptions_at(context.rows.place(context.peer.pk), ids)
    if not adoptions:
        return None
    first = adoptions[0]
    sentence = context.say(in_english, in_spanish)(
        place(first.locality), first.policy.name, when(first), AdoptionStatus(first.status)
    )
    return ReasonText(sentence, context.adoption_evidence(adoptions))


def in_english(place: Place, policy: str, adopted: When, status: AdoptionStatus) -> Sentence:
    """Say it."""
    fact = f"adopted {EN.quoted(policy)} in {EN.month(adopted)}"
    return Sentence(f"{place.name} ", fact, _STATUS[status])


def in_spanish(place: Place, policy: str, adopted: When, status: AdoptionStatus) -> Sentence:
    """Say it."""
    fact = f"adoptó {ES.quoted(policy)} en {ES.month(adopted)}"
    return Sentence(f"{place.name} ", fact, _ESTADO[status])


PLACE_ADOPTED = ReasonKind(
    title("Their place has adopted it", "En el lugar de esta persona ya se aprobó"), tell
)
