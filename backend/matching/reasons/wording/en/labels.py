"""Names of evidence, and why a list is as it is."""

from datetime import date

from backend.directory.models import FactName, HelpKind, Stage
from backend.matching.reasons.wording.catalogue import Figure, Place, When, Widening
from backend.matching.reasons.wording.en.words import FACTS, HELP, day, day_of
from backend.matching.reasons.wording.numbers import amount

STAGES = {
    Stage.EXPLORING: "exploring",
    Stage.DRAFTING: "drafting",
    Stage.INTRODUCED: "introduced",
    Stage.ADOPTED: "adopted",
    Stage.IMPLEMENTING: "implementing",
    Stage.DEFENDING: "defending",
    Stage.STOPPED: "stopped",
}

WIDENINGS = {
    Widening.WIDER_ISSUE: (
        "Few people elsewhere work on exactly this, so some of these work on issues close to it."
    ),
    Widening.OTHER_ISSUES: (
        "Few people elsewhere work on this, so some of these share another issue with you."
    ),
    Widening.ORGANIZATIONS: (
        "Few people elsewhere work on this, so some of these share an organization with you."
    ),
    Widening.ALIKE_PLACES: (
        "Few people elsewhere work on this, so some of these serve places like yours."
    ),
    Widening.NOT_A_MEMBER: (
        "Suggestions are for members who hold an office. The directory shows everybody."
    ),
    Widening.HIDDEN: (
        "Your safety switch is on: nobody is suggested to you, and you to nobody, until it is off."
    ),
    Widening.PAUSED: (
        "You have paused suggestions: nobody is suggested to you, and you to nobody. "
        "End the pause on your own page."
    ),
    Widening.FULL: (
        "Those who would fit have been suggested to as many members as one week allows. "
        "New suggestions come on Monday; the directory shows everybody."
    ),
    Widening.NOBODY: (
        "Nobody to suggest yet. Add what you work on, or look for people in the directory."
    ),
}


class Labels:
    """See Catalogue."""

    def work_label(self, stage: Stage, since: date | None, *, with_stage: bool) -> str:
        """See Catalogue."""
        if since is None:
            return STAGES[stage]
        return f"{STAGES[stage]}, on it since {since.year}" if with_stage else f"since {since.year}"

    def help_label(self, kind: HelpKind, line: str) -> str:
        """See Catalogue."""
        return f"“{line}”" if line else HELP[kind]

    def adoption_label(self, title: str, when: When, place: Place | None) -> str:
        """See Catalogue."""
        at = "" if place is None else f"{place.name}: "
        return f"{at}{title}, adopted {day(when)}"

    def membership_label(self, name: str, since: date | None) -> str:
        """See Catalogue."""
        return name if since is None else f"{name}, since {since.year}"

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """See Catalogue."""
        name = f"{place.name}, {place.state}"
        if not with_population or place.population is None:
            return name
        return f"{name}: {place.population:,} people ({place.population_year})"

    def event_label(self, name: str, on: date) -> str:
        """See Catalogue."""
        return f"{name}, {day_of(on)}"

    def preemption_label(self, state: str, since: int) -> str:
        """See Catalogue."""
        return f"{state}, since {since}"

    def fact_label(self, place: Place, name: FactName, figure: Figure) -> str:
        """See Catalogue."""
        said = FACTS[name].format(amount(name, figure.value))
        return f"{place.name}: {said} ({figure.year})"

    def saved_label(self, on: date) -> str:
        """See Catalogue."""
        return day_of(on)

    def widening(self, why: Widening) -> str:
        """See Catalogue."""
        return WIDENINGS[why]

    def unavailable(self) -> str:
        """See Catalogue."""
        return (
            "Suggestions are taking a break. The directory and your own profile work as always; "
            "try again in a few minutes."
        )
