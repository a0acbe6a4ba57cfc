"""Words and small turns of phrase that the sentences share."""

from collections.abc import Sequence
from datetime import date

from backend.directory.models import FactName, HelpKind
from backend.matching.reasons.wording.catalogue import Person, Voice, When, in_sentence
from backend.matching.reasons.wording.numbers import round_miles
from backend.playbook.models import DatePrecision

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

HELP = {
    HelpKind.MODEL_TEXT: "model text",
    HelpKind.FISCAL_NOTE: "a fiscal note",
    HelpKind.TESTIMONY: "testimony",
    HelpKind.LEGAL_MEMO: "a legal memo",
    HelpKind.ROLLOUT_PLAN: "a roll-out plan",
    HelpKind.DATA_EVALUATION: "data and evaluation",
    HelpKind.COALITION_CONTACTS: "coalition contacts",
    HelpKind.TALK: "a talk",
}

# What is said of the value of a figure, or of two.
FACTS = {
    FactName.RENTER_SHARE: "{} rent",
    FactName.MEDIAN_RENT: "a median rent of {}",
    FactName.MEDIAN_INCOME: "a median income of {}",
    FactName.POVERTY_SHARE: "{} live in poverty",
    FactName.TRANSIT_SHARE: "{} take transit to work",
    FactName.UNION_SHARE: "{} belong to a union",
}


def subject(person: Person) -> str:
    """Begin a sentence about somebody."""
    pronouns = {Voice.SHE: "She", Voice.HE: "He", Voice.THEY: "They"}
    return pronouns.get(person.voice, person.given)


def verb(person: Person, one: str, they: str) -> str:
    """Choose the form of a verb: for one person, or for "they"."""
    return they if person.voice == Voice.THEY else one


def listed(names: Sequence[str]) -> str:
    """Join three at most: "A", "A and B", "A, B and 2 more"."""
    shown = list(names) if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def topics(issues: Sequence[str]) -> str:
    """Name issues inside a sentence."""
    return listed([in_sentence(issue) for issue in issues])


def month(when: When) -> str:
    """Name the month, or the year where no more is known."""
    return str(when.day.year) if when.precision == DatePrecision.YEAR else month_of(when.day)


def month_of(on: date) -> str:
    """Name the month of a day."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def day(when: When) -> str:
    """Name the day, as far as it is known."""
    return day_of(when.day) if when.precision == DatePrecision.DAY else month(when)


def day_of(on: date) -> str:
    """Name a day."""
    return f"{on.day} {month_of(on)}"


def to_whom(person: Person) -> str:
    """Name somebody to whom something is done."""
    return {Voice.SHE: "her", Voice.HE: "him", Voice.THEY: "them"}.get(person.voice, person.given)


def quoted(names: Sequence[str]) -> str:
    """Name policies."""
    return listed([f"“{name}”" for name in names])


def distance(miles: float) -> str:
    """Say how far it is."""
    return "less than 5 miles" if miles < 5 else f"about {round_miles(miles):,} miles"
