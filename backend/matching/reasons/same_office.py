"""Both hold the same kind of office."""

from backend.directory.models import OfficeKind
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.evidence import Evidence, EvidenceKind
from backend.matching.reasons.sentences import Sentence
from graph.peers.model import Contribution

_HOLD = {
    OfficeKind.COUNCIL: "sit on a council",
    OfficeKind.MAYOR: "are mayors",
    OfficeKind.COMMISSION: "serve on a commission",
    OfficeKind.SCHOOL_BOARD: "sit on a school board",
    OfficeKind.OTHER: "hold the same kind of office",
}

_OCUPAN = {
    OfficeKind.COUNCIL: "forman parte de un concejo",
    OfficeKind.MAYOR: "dirigen una alcaldía",
    OfficeKind.COMMISSION: "forman parte de una comisión",
    OfficeKind.SCHOOL_BOARD: "forman parte de una junta escolar",
    OfficeKind.OTHER: "ocupan el mismo tipo de cargo",
}


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:  # noqa: ARG001
    """See ReasonKind."""
    term = context.rows.terms.get(context.peer.pk)
    own = context.rows.terms.get(context.rows.own.pk)
    if term is None or own is None or term.seat.office.kind != own.seat.office.kind:
        return None
    office = term.seat.office
    label = f"{office.name}, {office.locality.name}"
    evidence = Evidence(EvidenceKind.OFFICE, office.pk, label, row=office)
    return ReasonText(context.say(in_english, in_spanish)(OfficeKind(office.kind)), [evidence])


def in_english(kind: OfficeKind) -> Sentence:
    """Say it."""
    return Sentence("Both of you ", _HOLD[kind], ".")


def in_spanish(kind: OfficeKind) -> Sentence:
    """Say it."""
    return Sentence("Ustedes dos ", _OCUPAN[kind], ".")


SAME_OFFICE = ReasonKind(
    title("The same kind of office", "El mismo tipo de cargo"), tell, stands_alone=False
)
