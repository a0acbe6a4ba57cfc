"""The languages of the product, and which of them somebody reads."""

from django.db.models import TextChoices


class Language(TextChoices):
    """The languages of the product."""

    ENGLISH = "en"
    SPANISH = "es"


def language_of(setting: str, accept_language: str = "") -> Language:
    """Choose a language: one's own setting, else the browser's first, else English."""
    for preferred in (setting, accept_language.strip().lower()[:2]):
        if preferred in Language.values:
            return Language(preferred)
    return Language.ENGLISH
