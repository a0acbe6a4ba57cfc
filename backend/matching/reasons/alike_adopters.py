"""The peer's place is near or like another one that adopted what is asked."""

from backend.matching.places.likeness import ABOUT_THE_SAME, COMPARABLE
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import EvidenceKind, cited
from backend.matching.reasons.sentences import (
    Place,
    Sentence,
    When,
    place,
    size_likeness,
    when,
)
from backend.matching.reasons.spanish import ES
from backend.playbook.models import AdoptionStatus
from graph.peers.model import Contribution

# In miles: from here on, nobody calls a place a neighbor.
FAR = 100


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    there = context.rows.place(context.peer.pk)
    adoption = next(
        (
            each
            for id_ in cited(contribution, EvidenceKind.ADOPTION)
            if (each := context.rows.adoptions.get(id_))
        ),
        None,
    )
    miles = context.miles(contribution)
    if (
        there is None
        or adoption is None
        or miles is None
        or adoption.adopted_on is None
        or adoption.status != AdoptionStatus.ADOPTED
        or adoption.locality_id == there.pk
    ):
        return None
    sentence = context.say(in_english, in_spanish)(
        place(there, beside=adoption.locality),
        place(adoption.locality, beside=there),
        adoption.policy.name,
        when(adoption),
        miles,
    )
    return ReasonText(sentence, context.adoption_evidence([adoption], with_place=True))


def in_english(place: Place, adopter: Place, policy: str, adopted: When, miles: float) -> Sentence:
    """Say it: by nearness, or by size where they are far apart."""
    alike = size_likeness(place, adopter)
    if miles < FAR or alike is None or alike < COMPARABLE:
        relation = f"is {EN.distance(miles)} from"
    elif alike < ABOUT_THE_SAME:
        relation = "is comparable in size to"
    else:
        relation = "is about the size of"
    after = f", which adopted {EN.quoted(policy)} in {EN.month(adopted)}."
    return Sentence(f"{place.name} ", f"{relation} {adopter.name}", after)


def in_spanish(place: Place, adopter: Place, policy: str, adopted: When, miles: float) -> Sentence:
    """Say it."""
    alike = size_likeness(place, adopter)
    if miles < FAR or alike is None or alike < COMPARABLE:
        relation = f"está a {ES.distance(miles)} de"
    elif alike < ABOUT_THE_SAME:
        relation = "es de tamaño comparable al de"
    else:
        relation = "es más o menos del tamaño de"
    after = f", que adoptó {ES.quoted(policy)} en {ES.month(adopted)}."
    return Sentence(f"{place.name} ", f"{relation} {adopter.name}", after)


ALIKE_ADOPTERS = ReasonKind(
    title(
        "A place like theirs has adopted it", "Un lugar parecido al de esta persona ya lo aprobó"
    ),
    tell,
    stands_alone=False,
)
