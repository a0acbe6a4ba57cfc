"""Why a list reaches further than the question, or holds nobody, in both languages."""

from collections.abc import Mapping
from enum import StrEnum

from backend.accounts.models import Language


class Widening(StrEnum):
    """The first four are the steps by which the graph widens a question."""

    WIDER_ISSUE = "wider_issue"
    OTHER_ISSUES = "other_issues"
    ORGANIZATIONS = "organizations"
    ALIKE_PLACES = "alike_places"
    NOT_A_MEMBER = "not_a_member"
    HIDDEN = "hidden"
    PAUSED = "paused"
    FULL = "full"
    NOBODY = "nobody"


def in_words(why: Widening, language: Language) -> str:
    """Say why."""
    return _WORDS[language][why]


_WORDS: Mapping[Language, Mapping[Widening, str]] = {
    Language.ENGLISH: {
        Widening.WIDER_ISSUE: (
            "Few people elsewhere work on exactly this, so some of these work on issues close to "
            "it."
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
            "Your safety switch is on: nobody is suggested to you, and you to nobody, until it is "
            "off."
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
    },
    Language.SPANISH: {
        Widening.WIDER_ISSUE: (
            "Pocas personas de otros lugares trabajan justo en esto; algunas de estas trabajan en "
            "temas cercanos."
        ),
        Widening.OTHER_ISSUES: (
            "Pocas personas de otros lugares trabajan en esto; algunas de estas comparten otro "
            "tema con usted."
        ),
        Widening.ORGANIZATIONS: (
            "Pocas personas de otros lugares trabajan en esto; algunas de estas comparten una "
            "organización con usted."
        ),
        Widening.ALIKE_PLACES: (
            "Pocas personas de otros lugares trabajan en esto; algunas de estas sirven en lugares "
            "como el suyo."
        ),
        Widening.NOT_A_MEMBER: (
            "Las sugerencias son para miembros con un cargo. El directorio muestra a todas las "
            "personas."
        ),
        Widening.HIDDEN: (
            "Su interruptor de seguridad está activado: hasta que lo apague, nadie se le sugiere "
            "ni usted a nadie."
        ),
        Widening.PAUSED: (
            "Ha pausado las sugerencias: nadie se le sugiere ni usted a nadie. "
            "Termine la pausa en su propia página."
        ),
        Widening.FULL: (
            "Quienes encajarían ya se han sugerido a tantos miembros como permite una semana. "
            "El lunes hay sugerencias nuevas; el directorio muestra a todo el mundo."
        ),
        Widening.NOBODY: (
            "Aún no hay nadie que sugerir. Añada en qué trabaja o busque en el directorio."
        ),
    },
}
