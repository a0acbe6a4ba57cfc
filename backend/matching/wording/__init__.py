"""What members read about places and allies, in English and in Spanish."""

from backend.accounts.models import Language
from backend.matching.wording import en, es
from backend.matching.wording.texts import Note, Texts

__all__ = ["Note", "Texts", "texts_of"]

_TEXTS = {Language.ENGLISH: en.TEXTS, Language.SPANISH: es.TEXTS}


def texts_of(language: Language) -> Texts:
    """Return the texts of a language."""
    return _TEXTS[language]
