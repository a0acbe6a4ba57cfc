"""What is said about organizations, events and what was saved."""

from collections.abc import Sequence
from datetime import date

from backend.matching.reasons.wording.catalogue import Sentence
from backend.matching.reasons.wording.en.words import listed, month_of


class TieSentences:
    """See Catalogue."""

    def shared_organization(self, names: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence("Both of you ", f"belong to {listed(names)}", ".")

    def shared_event(self, events: Sequence[tuple[str, date]]) -> Sentence:
        """See Catalogue."""
        named = [f"“{name}” in {month_of(on)}" for name, on in events]
        return Sentence("You ", f"were both at {listed(named)}", ".")

    def saved(self, on: date) -> Sentence:
        """See Catalogue."""
        return Sentence("You ", "saved this suggestion", f" in {month_of(on)}.")
