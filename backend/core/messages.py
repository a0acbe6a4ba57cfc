"""What the product says to people: ids with parameters, and words only at the edge.

Each app lists its messages in a `messages.py`, every one in both languages. A service or selector
names a message and its parameters; whoever answers a person tells it in that person's language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from backend.core.languages import Language
from backend.core.text_formats import date_long, list_of, number

Parameter = str | int | float | date | Sequence[str]


class MessageId(Enum):
    """A message that there is: the sentence in English and in Spanish.

    `{name}` in a sentence stands for a parameter.
    """

    def __init__(self, english: str, spanish: str) -> None:
        """Take the sentence in each language, with the same parameters."""
        self.sentences = {Language.ENGLISH: english, Language.SPANISH: spanish}


@dataclass(frozen=True)
class Message:
    """Something to say: which message, and its parameters."""

    id: MessageId
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Say it: days, numbers and lists as they are written in the language."""
        told = {name: _in_words(value, language) for name, value in self.parameters.items()}
        return self.id.sentences[language].format(**told)


def _in_words(value: Parameter, language: Language) -> str:
    match value:
        case str():
            return value
        case int() | float():
            return number(value, language)
        case date():
            return date_long(value, language)
        case _:
            return list_of(value, language)


class CoreMessage(MessageId):
    """What may be wrong in any form or list."""

    FILL_IN = "Please fill this in.", "Complete este campo."
    TOO_MANY_CHARACTERS = (
        "At most {most} characters, please; these are {given}.",
        "Como máximo {most} caracteres; estos son {given}.",
    )
    NOT_A_CHOICE = (
        "This is not one of the choices.",
        "Esta no es una de las opciones.",
    )
    DATE_TO_COME = "This date is still to come.", "Esta fecha aún no ha llegado."
    UNREADABLE_CURSOR = (
        "This cursor is not one of ours. Ask again without it.",
        "Este cursor no es de los nuestros. Vuelva a preguntar sin él.",
    )
    PAGE_TOO_OLD = (
        "This page has been open too long. Reload it and try again.",
        "Esta página lleva demasiado tiempo abierta. Vuelva a cargarla e inténtelo de nuevo.",
    )
