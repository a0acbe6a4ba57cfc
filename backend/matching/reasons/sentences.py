"""What sentences are made of, whatever their language: people, places, dates, figures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.directory.models import FactName, Locality, Official
from backend.matching.places.likeness import ABOUT_THE_SAME, Fact, alike
from backend.playbook.models import Adoption, DatePrecision


class Voice(StrEnum):
    """How a person is spoken of: by their first pronoun, or by name where none is shared."""

    SHE = "she"
    HE = "he"
    THEY = "they"
    NAME = "name"


_VOICES = {
    "she": Voice.SHE,
    "ella": Voice.SHE,
    "he": Voice.HE,
    "él": Voice.HE,
    "they": Voice.THEY,
    "elle": Voice.THEY,
}


@dataclass(frozen=True)
class Sentence:
    """One sentence in three parts; the middle one is the fact that is marked."""

    before: str
    fact: str
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.fact}{self.after}"


@dataclass(frozen=True)
class Person:
    """Somebody a sentence is about."""

    given: str
    voice: Voice


@dataclass(frozen=True)
class Place:
    """A place a sentence is about; population in people."""

    name: str
    state: str
    population: int | None
    population_year: int | None


@dataclass(frozen=True)
class When:
    """A date of which only a part may be known."""

    day: date
    precision: DatePrecision


@dataclass(frozen=True)
class Figure:
    """A figure of a place for one year: a share is a part of one, money is in dollars."""

    value: float
    year: int


@dataclass(frozen=True)
class Likeness:
    """One figure that is known of both places."""

    name: FactName
    theirs: Figure
    yours: Figure

    @property
    def years(self) -> list[str]:
        """The years of the two, once if it is one year."""
        return list(dict.fromkeys((str(self.theirs.year), str(self.yours.year))))

    @property
    def is_close(self) -> bool:
        """Whether people would call the two alike."""
        return alike(Fact(self.name), self.theirs.value, self.yours.value) >= ABOUT_THE_SAME


def person(official: Official, *, profile_shown: bool) -> Person:
    """Speak of somebody by their first pronoun if the viewer may see it, else by given name."""
    pronouns = official.pronouns if profile_shown else ""
    first = pronouns.replace("/", " ").replace(",", " ").split(maxsplit=1)[:1]
    voice = _VOICES.get(first[0].casefold(), Voice.NAME) if first else Voice.NAME
    return Person(given_name(official.name), voice)


def given_name(name: str) -> str:
    """Return what somebody is called: "Maya Okafor" is Maya, "J. R. Smith" stays whole."""
    first = name.split(maxsplit=1)[0]
    return name if first.endswith(".") else first


def place(locality: Locality, *, beside: Locality | None = None) -> Place:
    """Describe a place for a sentence; with its state if the one beside it has the same name."""
    same_name = beside is not None and beside.name == locality.name
    return Place(
        name=str(locality) if same_name else locality.name,
        state=locality.state_name,
        population=locality.population,
        population_year=locality.population_year,
    )


def when(adoption: Adoption) -> When:
    """Return when a place adopted something, as exactly as is known.

    Raises ValueError for one without a date, which is no reason and is never cited.
    """
    if adoption.adopted_on is None:
        raise ValueError(f"Adoption {adoption.pk} has no date.")
    return When(adoption.adopted_on, DatePrecision(adoption.precision))


def rounded(population: int) -> int:
    """Round a population to three digits, as people say it: 211,328 becomes 211,000."""
    step: int = 10 ** max(0, len(str(population)) - 3)
    return round(population / step) * step


def round_miles(miles: float) -> int:
    """Return miles in steps of 5, from 100 on in steps of 50."""
    step = 5 if miles < 100 else 50
    return max(step, round(miles / step) * step)


def size_likeness(one: Place, other: Place) -> float | None:
    """Return how alike two places are in size, if both populations are known."""
    if one.population is None or other.population is None:
        return None
    return alike(Fact.POPULATION, one.population, other.population)


def in_sentence(name: str) -> str:
    """Write an issue's name as it stands inside a sentence: "Wage theft" becomes "wage theft".

    A name that begins with an abbreviation stays as it is.
    """
    first, second = name[:1], name[1:2]
    return first.lower() + name[1:] if second.islower() else name
