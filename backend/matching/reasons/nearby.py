"""The peer's place is near the viewer's."""

from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.sentences import Place, Sentence, place
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    places, miles = context.places(), context.miles(contribution)
    if places is None or miles is None:
        return None
    theirs, own = places
    sentence = context.say(in_english, in_spanish)(
        place(theirs, beside=own), place(own, beside=theirs), miles
    )
    return ReasonText(sentence, [context.place_evidence(theirs, with_population=False)])


def in_english(place: Place, own: Place, miles: float) -> Sentence:
    """Say it."""
    return Sentence(f"{place.name} ", f"is {EN.distance(miles)} from {own.name}", ".")


def in_spanish(place: Place, own: Place, miles: float) -> Sentence:
    """Say it."""
    return Sentence(f"{place.name} ", f"está a {ES.distance(miles)} de {own.name}", ".")


NEARBY = ReasonKind(title("Close by", "Cerca"), tell, stands_alone=False)
