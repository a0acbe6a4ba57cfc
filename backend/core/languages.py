"""The languages of the product, and which of them somebody reads."""

import re
from collections.abc import Iterator

from django.db.models import TextChoices

_QUALITY = re.compile(r"q=([01](?:\.\d{0,3})?)")


class Language(TextChoices):
    """The languages of the product."""

    ENGLISH = "en"
    SPANISH = "es"


def language_of(setting: str, accept_language: str = "") -> Language:
    """Choose a language: one's own setting, else the one the browser likes best, else English."""
    if setting in Language.values:
        return Language(setting)
    liked = sorted(_liked(accept_language), key=lambda each: -each[1])
    return next((Language(tag) for tag, _ in liked if tag in Language.values), Language.ENGLISH)


def _liked(accept_language: str) -> Iterator[tuple[str, float]]:
    """Yield each language of a header such as "es-US,es;q=0.9,en;q=0.8" (RFC 9110) and how much."""
    for each in accept_language.lower().split(","):
        tag, _, quality = each.partition(";")
        number = _QUALITY.fullmatch(quality.strip())
        if not quality or (number and float(number[1]) > 0):
            yield tag.strip().partition("-")[0], float(number[1]) if number else 1.0
