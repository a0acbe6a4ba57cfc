"""What is said about what places adopt and states forbid."""

from collections.abc import Sequence

from backend.matching.reasons.wording.catalogue import Place, Sentence, When
from backend.matching.reasons.wording.en.words import distance, month, quoted
from backend.matching.reasons.wording.numbers import COMPARABLE_SIZE, SAME_SIZE, ratio_of
from backend.playbook.models import AdoptionStatus

# In miles: from here on, nobody calls a place a neighbour.
FAR = 100

STATUS = {
    AdoptionStatus.ADOPTED: ".",
    AdoptionStatus.REPEALED: " and has repealed it since.",
    AdoptionStatus.OVERTURNED: "; it has been overturned since.",
}


class PolicySentences:
    """See Catalogue."""

    def place_adopted(
        self, place: Place, policy: str, when: When, status: AdoptionStatus
    ) -> Sentence:
        """See Catalogue."""
        fact = f"adopted “{policy}” in {month(when)}"
        return Sentence(f"{place.name} ", fact, STATUS[status])

    def same_policies(self, place: Place, own: Place, policies: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence(
            f"{place.name} and {own.name} ", f"have both adopted {quoted(policies)}", "."
        )

    def alike_adopters(
        self, place: Place, adopter: Place, policy: str, when: When, miles: float
    ) -> Sentence:
        """See Catalogue."""
        ratio = ratio_of(place, adopter)
        if miles < FAR or ratio is None or ratio > COMPARABLE_SIZE:
            relation = f"is {distance(miles)} from"
        elif ratio > SAME_SIZE:
            relation = "is comparable in size to"
        else:
            relation = "is about the size of"
        fact = f"{relation} {adopter.name}"
        return Sentence(f"{place.name} ", fact, f", which adopted “{policy}” in {month(when)}.")

    def same_preemption(self, policy: str, laws: Sequence[tuple[str, int]]) -> Sentence:
        """See Catalogue."""
        state, since = laws[0]
        if len(laws) == 1:
            return Sentence(f"{state} ", f"forbids “{policy}” in both places", f", since {since}.")
        other, other_since = laws[1]
        states = f"{state} (since {since}) and {other} (since {other_since}) "
        return Sentence(states, f"both forbid “{policy}”", ".")
