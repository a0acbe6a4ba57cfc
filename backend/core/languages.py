"""The languages of the product, and which of them somebody reads."""

from django.db.models import TextChoices


class Language(TextChoices):
    """The languages of the product."""

    ENGLISH = "en"
    SPANISH = "es"


def language_of(setting: str, accept_language: str = "") -> Language:
    """Choose a language: one's own setting, else the one the browser likes best, else English."""
    if setting in Language.values:
        return Language(setting)
    return max(Language, key=lambda each: _quality(each, accept_language))


def _quality(language: Language, accept_language: str) -> float:
    """Return how much a header such as "es-US,es;q=0.9,en;q=0.8" likes a language (RFC 9110)."""
    liked = 0.0
    for each in accept_language.lower().split(","):
        tag, _, quality = each.partition(";")
        if tag.strip().partition("-")[0] in (language.value, "*"):
            liked = max(liked, _number(quality.strip().removeprefix("q=")))
    return liked


def _number(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0
