"""What is said about the two places and the offices held there."""

from collections.abc import Sequence

from backend.directory.models import OfficeKind
from backend.matching.reasons.wording.catalogue import Likeness, Place, Sentence
from backend.matching.reasons.wording.en.words import FACTS, distance
from backend.matching.reasons.wording.numbers import (
    COMPARABLE_SIZE,
    SAME_SIZE,
    amount,
    rounded,
    size_ratio,
)

OFFICES = {
    OfficeKind.COUNCIL: "sit on a council",
    OfficeKind.MAYOR: "are mayors",
    OfficeKind.COMMISSION: "serve on a commission",
    OfficeKind.SCHOOL_BOARD: "sit on a school board",
    OfficeKind.OTHER: "hold the same kind of office",
}

# How many figures a sentence names; the others stand below it as evidence.
MOST_FIGURES = 2


class PlaceSentences:
    """See Catalogue."""

    def nearby(self, place: Place, own: Place, miles: float) -> Sentence:
        """See Catalogue."""
        return Sentence(f"{place.name} ", f"is {distance(miles)} from {own.name}", ".")

    def alike_size(self, place: Place, own: Place) -> Sentence:
        """See Catalogue."""
        theirs, yours = place.population or 0, own.population or 0
        numbers = f": {rounded(theirs)} and {rounded(yours)} people."
        ratio = size_ratio(theirs, yours)
        if ratio <= SAME_SIZE:
            return Sentence(f"{place.name} and {own.name} ", "are about the same size", numbers)
        if ratio <= COMPARABLE_SIZE:
            return Sentence(f"{place.name} and {own.name} ", "are of comparable size", numbers)
        fact = f"{place.name} has {rounded(theirs)} people"
        return Sentence("", fact, f", {own.name} {rounded(yours)}.")

    def same_office(self, kind: OfficeKind) -> Sentence:
        """See Catalogue."""
        return Sentence("Both of you ", OFFICES[kind], ".")

    def alike_place(self, place: Place, own: Place, figures: Sequence[Likeness]) -> Sentence:
        """See Catalogue."""
        close = [each for each in figures if each.is_close][:MOST_FIGURES]
        if close:
            fact = "are much alike" if len(close) > 1 else "are alike in part"
            return Sentence(f"{place.name} and {own.name} ", fact, f": {_named(close)}.")
        first = figures[0]
        fact = FACTS[first.name].format(amount(first.name, first.theirs.value))
        yours = f"{amount(first.name, first.yours.value)} ({first.yours.year})"
        after = f" ({first.theirs.year}); in {own.name}, {yours}."
        return Sentence(f"In {place.name}, ", fact, after)


def _named(figures: Sequence[Likeness]) -> str:
    """Name both values of each figure, with their years; a year that all share stands once."""
    years = [f"({' and '.join(each.years)})" for each in figures]
    if len(set(years)) == 1:
        years = [*[""] * (len(figures) - 1), years[0]]
    return ", ".join(
        f"{_values(each)} {year}".rstrip() for each, year in zip(figures, years, strict=True)
    )


def _values(likeness: Likeness) -> str:
    both = (likeness.theirs, likeness.yours)
    values = dict.fromkeys(amount(likeness.name, each.value) for each in both)
    said = FACTS[likeness.name].format(" and ".join(values))
    return said if len(values) > 1 else f"{said} in both"
