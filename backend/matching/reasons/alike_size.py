"""The two places are of like size."""

from backend.matching.places.likeness import ABOUT_THE_SAME, COMPARABLE
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.sentences import (
    Place,
    Sentence,
    place,
    size_likeness,
)
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:  # noqa: ARG001
    """See ReasonKind."""
    places = context.places()
    if places is None or any(each.population is None for each in places):
        return None
    theirs, own = places
    sentence = context.say(in_english, in_spanish)(
        place(theirs, beside=own), place(own, beside=theirs)
    )
    return ReasonText(sentence, [context.place_evidence(theirs, with_population=True)])


def in_english(place: Place, own: Place) -> Sentence:
    """Say it; both populations are known."""
    theirs, yours = place.population or 0, own.population or 0
    numbers = f": {EN.size(theirs)} and {EN.size(yours)} people."
    alike = size_likeness(place, own) or 0.0
    if alike >= ABOUT_THE_SAME:
        return Sentence(f"{place.name} and {own.name} ", "are about the same size", numbers)
    if alike >= COMPARABLE:
        return Sentence(f"{place.name} and {own.name} ", "are of comparable size", numbers)
    fact = f"{place.name} has {EN.size(theirs)} people"
    return Sentence("", fact, f", {own.name} {EN.size(yours)}.")


def in_spanish(place: Place, own: Place) -> Sentence:
    """Say it."""
    theirs, yours = place.population or 0, own.population or 0
    numbers = f": {ES.size(theirs)} y {ES.size(yours)} habitantes."
    alike = size_likeness(place, own) or 0.0
    if alike >= ABOUT_THE_SAME:
        fact = "tienen más o menos el mismo tamaño"
    elif alike >= COMPARABLE:
        fact = "tienen un tamaño comparable"
    else:
        fact = f"{place.name} tiene {ES.size(theirs)} habitantes"
        return Sentence("", fact, f"; {own.name}, {ES.size(yours)}.")
    return Sentence(f"{place.name} y {own.name} ", fact, numbers)


ALIKE_SIZE = ReasonKind(
    title("The size of the two places", "El tamaño de los dos lugares"), tell, stands_alone=False
)
