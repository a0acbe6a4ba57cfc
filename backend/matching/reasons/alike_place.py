"""Figures of the two places are alike; each is known of both."""

from collections.abc import Sequence

from backend.directory.models import FactName, LocalityFact
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import Evidence, EvidenceKind, cited
from backend.matching.reasons.phrases import Phrases
from backend.matching.reasons.sentences import Figure, Likeness, Place, Sentence, place
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution

# How many figures a sentence names; the others stand below it as evidence.
MOST_FIGURES = 2


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    places = context.places()
    if places is None:
        return None
    theirs, own = places
    found = [
        each
        for id_ in cited(contribution, EvidenceKind.FACT)
        if (each := context.rows.facts.get(id_))
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
    sentence = context.say(in_english, in_spanish)(
        place(theirs, beside=own), place(own, beside=theirs), both
    )
    evidence = [
        Evidence(
            EvidenceKind.FACT,
            fact.pk,
            context.phrases.fact_label(place(where, beside=other), each.name, _figure(fact)),
            source=fact.source,
        )
        for each in both
        for where, other, fact in (
            (theirs, own, there[each.name]),
            (own, theirs, here[each.name]),
        )
    ]
    return ReasonText(sentence, evidence)


def _figure(fact: LocalityFact) -> Figure:
    return Figure(fact.value, fact.year)


def in_english(place: Place, own: Place, figures: Sequence[Likeness]) -> Sentence:
    """Say it, the weightiest figures first."""
    close = [each for each in figures if each.is_close][:MOST_FIGURES]
    if close:
        fact = "are much alike" if len(close) > 1 else "are alike in part"
        named = _named(EN, close, " and ", "{} in both")
        return Sentence(f"{place.name} and {own.name} ", fact, f": {named}.")
    first = figures[0]
    fact = EN.facts[first.name].format(EN.amount(first.name, first.theirs.value))
    yours = f"{EN.amount(first.name, first.yours.value)} ({first.yours.year})"
    after = f" ({first.theirs.year}); in {own.name}, {yours}."
    return Sentence(f"In {place.name}, ", fact, after)


def in_spanish(place: Place, own: Place, figures: Sequence[Likeness]) -> Sentence:
    """Say it."""
    close = [each for each in figures if each.is_close][:MOST_FIGURES]
    if close:
        fact = "se parecen mucho" if len(close) > 1 else "se parecen en parte"
        named = _named(ES, close, " y ", "{} en los dos")
        return Sentence(f"{place.name} y {own.name} ", fact, f": {named}.")
    first = figures[0]
    fact = ES.facts[first.name].format(ES.amount(first.name, first.theirs.value))
    yours = f"{ES.amount(first.name, first.yours.value)} ({first.yours.year})"
    after = f" ({first.theirs.year}); en {own.name}, {yours}."
    return Sentence(f"En {place.name}, ", fact, after)


def _named(phrases: Phrases, figures: Sequence[Likeness], and_: str, in_both: str) -> str:
    """Name both values of each figure, with their years; a year that all share stands once."""
    years = [f"({and_.join(each.years)})" for each in figures]
    if len(set(years)) == 1:
        years = [*[""] * (len(figures) - 1), years[0]]
    said = []
    for each, year in zip(figures, years, strict=True):
        both = (each.theirs, each.yours)
        values = list(dict.fromkeys(phrases.amount(each.name, one.value) for one in both))
        told = phrases.facts[each.name].format(and_.join(values))
        told = told if len(values) > 1 else in_both.format(told)
        said.append(f"{told} {year}".rstrip())
    return ", ".join(said)


ALIKE_PLACE = ReasonKind(
    title("How the two places are alike", "En qué se parecen los dos lugares"),
    tell,
    stands_alone=False,
)
