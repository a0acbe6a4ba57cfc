"""Turns of phrase that reasons share, and how evidence is named, for any language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from backend.accounts.models import Language
from backend.core import text_formats
from backend.directory.models import FactName, HelpKind, Stage
from backend.matching.reasons.sentences import (
    Figure,
    Place,
    When,
    in_sentence,
    round_miles,
    rounded,
)
from backend.playbook.models import DatePrecision


@dataclass(frozen=True)
class Phrases:
    """The words of one language; `{}` stands for what is filled in.

    `facts` say the value of a figure, or of two; `does` what one person does about an issue, `both`
    what two are doing who are equally far.
    """

    language: Language
    help: Mapping[HelpKind, str]
    facts: Mapping[FactName, str]
    stages: Mapping[Stage, str]
    does: Mapping[Stage, str]
    both: Mapping[Stage, str]
    more: str
    quotes: str
    very_near: str
    about_miles: str
    since: str
    on_it_since: str
    adopted_on: str
    people: str

    def listed(self, names: Sequence[str]) -> str:
        """Join three at most: "A", "A and B", "A, B, and 2 more"."""
        shown = list(names) if len(names) <= 3 else [*names[:2], self.more.format(len(names) - 2)]
        return text_formats.list_of(shown, self.language)

    def topics(self, issues: Sequence[str]) -> str:
        """Name issues inside a sentence."""
        return self.listed([in_sentence(issue) for issue in issues])

    def quoted(self, name: str) -> str:
        """Quote a name, or somebody's own words."""
        return self.quotes.format(name)

    def all_quoted(self, names: Sequence[str]) -> str:
        """Quote names, three at most."""
        return self.listed([self.quoted(name) for name in names])

    def helps(self, kinds: Sequence[HelpKind]) -> str:
        """Name kinds of help."""
        return self.listed([self.help[kind] for kind in kinds])

    def month(self, when: When) -> str:
        """Name the month, or the year where no more is known."""
        year_only = when.precision == DatePrecision.YEAR
        return str(when.day.year) if year_only else self.month_of(when.day)

    def month_of(self, on: date) -> str:
        """Name the month of a day."""
        return text_formats.month_year(on, self.language)

    def day(self, when: When) -> str:
        """Name the day, as far as it is known."""
        return self.day_of(when.day) if when.precision == DatePrecision.DAY else self.month(when)

    def day_of(self, on: date) -> str:
        """Name a day."""
        return text_formats.date_long(on, self.language)

    def distance(self, miles: float) -> str:
        """Say how far it is."""
        if miles < 5:
            return self.very_near
        return self.about_miles.format(text_formats.number(round_miles(miles), self.language))

    def size(self, population: int) -> str:
        """Write a population as people say it."""
        return text_formats.number(rounded(population), self.language)

    def amount(self, name: FactName, value: float) -> str:
        """Write a figure of a place: "61%" or "$1,450"."""
        is_share = name.endswith("_share")
        write = text_formats.percent if is_share else text_formats.money
        return write(value, self.language)

    def work_label(self, stage: Stage, since: date | None, *, with_stage: bool) -> str:
        """Name a piece of work as evidence."""
        if since is None:
            return self.stages[stage]
        if with_stage:
            return self.on_it_since.format(self.stages[stage], since.year)
        return self.since.format(since.year)

    def help_label(self, kind: HelpKind, line: str) -> str:
        """Name help as evidence, in the person's own words if there are any."""
        return self.quoted(line) if line else self.help[kind]

    def adoption_label(self, title: str, when: When, place: Place | None) -> str:
        """Name an adoption as evidence, with its place where a sentence has not told it."""
        at = "" if place is None else f"{place.name}: "
        return at + self.adopted_on.format(title, self.day(when))

    def since_label(self, name: str, since: date | None) -> str:
        """Name as evidence what somebody belongs to, or whose law it is, with the year if known."""
        return name if since is None else f"{name}, {self.since.format(since.year)}"

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """Name a place as evidence."""
        name = f"{place.name}, {place.state}"
        if not with_population or place.population is None:
            return name
        people = self.people.format(text_formats.number(place.population, self.language))
        return f"{name}: {people} ({place.population_year})"

    def event_label(self, name: str, on: date) -> str:
        """Name an event as evidence."""
        return f"{name}, {self.day_of(on)}"

    def fact_label(self, place: Place, name: FactName, figure: Figure) -> str:
        """Name a figure of a place as evidence."""
        said = self.facts[name].format(self.amount(name, figure.value))
        return f"{place.name}: {said} ({figure.year})"
