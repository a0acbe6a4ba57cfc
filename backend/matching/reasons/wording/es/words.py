"""Words and small turns of phrase that the sentences share."""

from collections.abc import Sequence
from datetime import date

from backend.directory.models import FactName, HelpKind
from backend.matching.reasons.wording.catalogue import Person, Voice, When, in_sentence
from backend.matching.reasons.wording.numbers import round_miles
from backend.playbook.models import DatePrecision

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip

HELP = {
    HelpKind.MODEL_TEXT: "un texto modelo",
    HelpKind.FISCAL_NOTE: "una nota fiscal",
    HelpKind.TESTIMONY: "un testimonio",
    HelpKind.LEGAL_MEMO: "un memorando jurídico",
    HelpKind.ROLLOUT_PLAN: "un plan de puesta en marcha",
    HelpKind.DATA_EVALUATION: "datos y evaluación",
    HelpKind.COALITION_CONTACTS: "contactos de la coalición",
    HelpKind.TALK: "una conversación",
}

# What is said of the value of a figure, or of two.
FACTS = {
    FactName.RENTER_SHARE: "{} viven de alquiler",
    FactName.MEDIAN_RENT: "un alquiler mediano de {}",
    FactName.MEDIAN_INCOME: "un ingreso mediano de {}",
    FactName.POVERTY_SHARE: "{} viven en la pobreza",
    FactName.TRANSIT_SHARE: "{} van al trabajo en transporte público",
    FactName.UNION_SHARE: "{} están en un sindicato",
}


def subject(person: Person) -> str:
    """Begin a sentence about somebody."""
    return {Voice.SHE: "Ella", Voice.HE: "Él"}.get(person.voice, person.given)


def listed(names: Sequence[str]) -> str:
    """Join three at most: "A", "A y B", "A, B y 2 más"."""
    shown = list(names) if len(names) <= 3 else [*names[:2], f"{len(names) - 2} más"]
    return " y ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def topics(issues: Sequence[str]) -> str:
    """Name issues inside a sentence."""
    return listed([in_sentence(issue) for issue in issues])


def month(when: When) -> str:
    """Name the month, or the year where no more is known."""
    return str(when.day.year) if when.precision == DatePrecision.YEAR else month_of(when.day)


def month_of(on: date) -> str:
    """Name the month of a day."""
    return f"{MONTHS[on.month - 1]} de {on.year}"


def day(when: When) -> str:
    """Name the day, as far as it is known."""
    return day_of(when.day) if when.precision == DatePrecision.DAY else month(when)


def day_of(on: date) -> str:
    """Name a day."""
    return f"{on.day} de {month_of(on)}"


def in_midst(person: Person) -> str:
    """Name somebody inside a sentence, who does something or to whom it is done."""
    return {Voice.SHE: "ella", Voice.HE: "él"}.get(person.voice, person.given)


def quoted(names: Sequence[str]) -> str:
    """Name policies."""
    return listed([f"«{name}»" for name in names])


def distance(miles: float) -> str:
    """Say how far it is."""
    return "menos de 5 millas" if miles < 5 else f"unas {round_miles(miles):,} millas"
