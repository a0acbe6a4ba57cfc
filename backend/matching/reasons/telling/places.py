"""Reasons about the two places and the offices held there."""

from backend.directory.models import FactName, Locality, LocalityFact, OfficeKind
from backend.matching.reasons.context import Pair
from backend.matching.reasons.evidence import cited
from backend.matching.reasons.people import place
from backend.matching.reasons.telling.told import Telling
from backend.matching.reasons.wording.catalogue import Figure, Likeness
from backend.matching.suggestion import Evidence, EvidenceKind
from graph.peers.model import Contribution

MILES_A_KM = 0.621371


def miles_in(contribution: Contribution, there: Locality | None) -> float | None:
    """Return the distance that the graph measured, if it was from the place where the peer is."""
    km = contribution.facts.get("km")
    if there is None or contribution.facts.get("locality") != there.pk:
        return None
    return km * MILES_A_KM if isinstance(km, int | float) else None


def nearby(pair: Pair, contribution: Contribution) -> Telling | None:
    """The peer's place is near the viewer's."""
    places = pair.places()
    if places is None:
        return None
    theirs, own = places
    miles = miles_in(contribution, theirs)
    if miles is None:
        return None
    sentence = pair.words.nearby(place(theirs, beside=own), place(own, beside=theirs), miles)
    return Telling(sentence, tuple(pair.place_evidence([theirs], population=False)))


def alike_size(pair: Pair, contribution: Contribution) -> Telling | None:  # noqa: ARG001
    """The two places are of like size."""
    places = pair.places()
    if places is None or any(each.population is None for each in places):
        return None
    theirs, own = places
    sentence = pair.words.alike_size(place(theirs, beside=own), place(own, beside=theirs))
    return Telling(sentence, tuple(pair.place_evidence([theirs], population=True)))


def alike_place(pair: Pair, contribution: Contribution) -> Telling | None:
    """Figures of the two places are alike; each is known of both."""
    places = pair.places()
    if places is None:
        return None
    theirs, own = places
    found = [
        each
        for id_ in cited(contribution, EvidenceKind.FACT)
        if (each := pair.truth.facts.get(id_))
    ]
    there = {each.name: each for each in found if each.locality_id == theirs.pk}
    here = {each.name: each for each in found if each.locality_id == own.pk}
    both = [
        Likeness(FactName(name), _figure(there[name]), _figure(here[name]))
        for name in there
        if name in here
    ]
    if not both:
        return None
    both.sort(key=lambda each: not each.is_close)
    sentence = pair.words.alike_place(place(theirs, beside=own), place(own, beside=theirs), both)
    evidence = (
        Evidence(
            EvidenceKind.FACT,
            fact.pk,
            pair.words.fact_label(place(where, beside=other), each.name, _figure(fact)),
            source=fact.source,
        )
        for each in both
        for where, other, fact in (
            (theirs, own, there[each.name]),
            (own, theirs, here[each.name]),
        )
    )
    return Telling(sentence, tuple(evidence))


def _figure(fact: LocalityFact) -> Figure:
    return Figure(fact.value, fact.year)


def same_office(pair: Pair, contribution: Contribution) -> Telling | None:  # noqa: ARG001
    """Both hold the same kind of office."""
    term = pair.truth.terms.get(pair.peer.pk)
    own = pair.truth.terms.get(pair.truth.own.pk)
    if term is None or own is None or term.seat.office.kind != own.seat.office.kind:
        return None
    office = term.seat.office
    evidence = Evidence(EvidenceKind.OFFICE, office.pk, f"{office.name}, {office.locality.name}")
    return Telling(pair.words.same_office(OfficeKind(office.kind)), (evidence,))
