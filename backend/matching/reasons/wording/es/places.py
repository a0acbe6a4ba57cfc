"""What is said about the two places and the offices held there."""

from collections.abc import Sequence

from backend.directory.models import OfficeKind
from backend.matching.reasons.wording.catalogue import Likeness, Place, Sentence
from backend.matching.reasons.wording.es.words import FACTS, distance
from backend.matching.reasons.wording.numbers import (
    COMPARABLE_SIZE,
    SAME_SIZE,
    amount,
    rounded,
    size_ratio,
)

OFFICES = {
    OfficeKind.COUNCIL: "forman parte de un concejo",
    OfficeKind.MAYOR: "dirigen una alcaldía",
    OfficeKind.COMMISSION: "forman parte de una comisión",
    OfficeKind.SCHOOL_BOARD: "forman parte de una junta escolar",
    OfficeKind.OTHER: "ocupan el mismo tipo de cargo",
}

# How many figures a sentence names; the others stand below it as evidence.
MOST_FIGURES = 2


class PlaceSentences:
    """See Catalogue."""

    def nearby(self, place: Place, own: Place, miles: float) -> Sentence:
        """See Catalogue."""
        return Sentence(f"{place.name} ", f"está a {distance(miles)} de {own.name}", ".")

    def alike_size(self, place: Place, own: Place) -> Sentence:
        """See Catalogue."""
        theirs, yours = place.population or 0, own.population or 0
        numbers = f": {rounded(theirs)} y {rounded(yours)} habitantes."
        ratio = size_ratio(theirs, yours)
        if ratio <= SAME_SIZE:
            fact = "tienen más o menos el mismo tamaño"
        elif ratio <= COMPARABLE_SIZE:
            fact = "tienen un tamaño comparable"
        else:
            fact = f"{place.name} tiene {rounded(theirs)} habitantes"
            return Sentence("", fact, f"; {own.name}, {rounded(yours)}.")
        return Sentence(f"{place.name} y {own.name} ", fact, numbers)

    def same_office(self, kind: OfficeKind) -> Sentence:
        """See Catalogue."""
        return Sentence("Ustedes dos ", OFFICES[kind], ".")

    def alike_place(self, place: Place, own: Place, figures: Sequence[Likeness]) -> Sentence:
        """See Catalogue."""
        close = [each for each in figures if each.is_close][:MOST_FIGURES]
        if close:
            fact = "se parecen mucho" if len(close) > 1 else "se parecen en parte"
            return Sentence(f"{place.name} y {own.name} ", fact, f": {_named(close)}.")
        first = figures[0]
        fact = FACTS[first.name].format(amount(first.name, first.theirs.value))
        yours = f"{amount(first.name, first.yours.value)} ({first.yours.year})"
        after = f" ({first.theirs.year}); en {own.name}, {yours}."
        return Sentence(f"En {place.name}, ", fact, after)


def _named(figures: Sequence[Likeness]) -> str:
    """Name both values of each figure, with their years; a year that all share stands once."""
    years = [f"({' y '.join(each.years)})" for each in figures]
    if len(set(years)) == 1:
        years = [*[""] * (len(figures) - 1), years[0]]
    return ", ".join(
        f"{_values(each)} {year}".rstrip() for each, year in zip(figures, years, strict=True)
    )


def _values(likeness: Likeness) -> str:
    both = (likeness.theirs, likeness.yours)
    values = dict.fromkeys(amount(likeness.name, each.value) for each in both)
    said = FACTS[likeness.name].format(" y ".join(values))
    return said if len(values) > 1 else f"{said} en los dos"
