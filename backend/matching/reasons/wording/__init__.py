"""Reasons in words, one catalogue a language."""

from backend.accounts.models import Language
from backend.matching.reasons.wording.catalogue import Catalogue
from backend.matching.reasons.wording.en import English
from backend.matching.reasons.wording.es import Spanish

_CATALOGUES: dict[Language, Catalogue] = {
    Language.ENGLISH: English(),
    Language.SPANISH: Spanish(),
}


def catalogue_of(language: Language) -> Catalogue:
    """Return the texts of a language."""
    return _CATALOGUES[language]
