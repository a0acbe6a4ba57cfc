"""What is said about what places adopt and states forbid."""

from collections.abc import Sequence

from backend.matching.reasons.wording.catalogue import Place, Sentence, When
from backend.matching.reasons.wording.es.words import distance, month, quoted
from backend.matching.reasons.wording.numbers import COMPARABLE_SIZE, SAME_SIZE, ratio_of
from backend.playbook.models import AdoptionStatus

# In miles: from here on, nobody calls a place a neighbour.
FAR = 100

STATUS = {
    AdoptionStatus.ADOPTED: ".",
    AdoptionStatus.REPEALED: " y después lo derogó.",
    AdoptionStatus.OVERTURNED: "; después fue anulado.",
}


class PolicySentences:
    """See Catalogue."""

    def place_adopted(
        self, place: Place, policy: str, when: When, status: AdoptionStatus
    ) -> Sentence:
        """See Catalogue."""
        fact = f"adoptó «{policy}» en {month(when)}"
        return Sentence(f"{place.name} ", fact, STATUS[status])

    def same_policies(self, place: Place, own: Place, policies: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence(
            f"Tanto {place.name} como {own.name} ", f"han adoptado {quoted(policies)}", "."
        )

    def alike_adopters(
        self, place: Place, adopter: Place, policy: str, when: When, miles: float
    ) -> Sentence:
        """See Catalogue."""
        ratio = ratio_of(place, adopter)
        if miles < FAR or ratio is None or ratio > COMPARABLE_SIZE:
            relation = f"está a {distance(miles)} de"
        elif ratio > SAME_SIZE:
            relation = "es de tamaño comparable al de"
        else:
            relation = "es más o menos del tamaño de"
        fact = f"{relation} {adopter.name}"
        return Sentence(f"{place.name} ", fact, f", que adoptó «{policy}» en {month(when)}.")

    def same_preemption(self, policy: str, laws: Sequence[tuple[str, int]]) -> Sentence:
        """See Catalogue."""
        state, since = laws[0]
        if len(laws) == 1:
            fact = f"prohíbe «{policy}» en los dos lugares"
            return Sentence(f"{state} ", fact, f" desde {since}.")
        other, other_since = laws[1]
        states = f"{state} (desde {since}) y {other} (desde {other_since}) "
        return Sentence(states, f"prohíben «{policy}»", ".")
