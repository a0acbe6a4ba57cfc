"""What is said about organizations, events and what was saved."""

from collections.abc import Sequence
from datetime import date

from backend.matching.reasons.wording.catalogue import Sentence
from backend.matching.reasons.wording.es.words import listed, month_of


class TieSentences:
    """See Catalogue."""

    def shared_organization(self, names: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence("Ustedes dos ", f"pertenecen a {listed(names)}", ".")

    def shared_event(self, events: Sequence[tuple[str, date]]) -> Sentence:
        """See Catalogue."""
        named = [f"«{name}», en {month_of(on)}" for name, on in events]
        return Sentence("Ustedes dos ", f"estuvieron en {listed(named)}", ".")

    def saved(self, on: date) -> Sentence:
        """See Catalogue."""
        return Sentence("Usted ", "guardó esta sugerencia", f" en {month_of(on)}.")
