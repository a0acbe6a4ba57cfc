"""Dates, numbers and lists as people in the United States write them, in English and Spanish."""

import re
from collections.abc import Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from backend.core.languages import Language

# Spanish of the United States writes 1,450 and 32% as English does there; Spain's is another.
LOCALES = {
    Language.ENGLISH: Locale("en", "US"),
    Language.SPANISH: Locale("es", "US"),
}
# “Ana e Irene”: before the sound of i, Spanish has “e” for “y”, which Babel leaves as it is.
_SOUND_OF_I = re.compile(r"\W*h?[ií](?![aeo])", re.IGNORECASE)


def date_long(day: date, language: Language) -> str:
    """Write a day: "September 14, 2026"."""
    return format_date(day, "long", LOCALES[language])


def month_year(day: date, language: Language) -> str:
    """Write the month of a day: "September 2026"."""
    return format_skeleton("yMMMM", day, locale=LOCALES[language])


def year(day: date) -> str:
    """Write the year of a day: "2026", in either language."""
    return str(day.year)


def number(value: float, language: Language) -> str:
    """Write a number, to three decimals at most: "9,500"."""
    return format_decimal(value, locale=LOCALES[language])


def percent(share: float, language: Language) -> str:
    """Write a share of 1: "32%", and "0.4%" of what is rare."""
    pattern = "#,##0%" if share >= 0.01 else "#,##0.0%"
    return format_percent(share, pattern, LOCALES[language])


def money(dollars: float, language: Language) -> str:
    """Write an amount in whole dollars: "$1,450"."""
    return format_currency(dollars, "USD", "¤#,##0", LOCALES[language], currency_digits=False)


def list_of(names: Sequence[str], language: Language) -> str:
    """Name several: "A", "A and B", "A, B, and C"."""
    listed = format_list(list(names), "standard", LOCALES[language])
    if language is Language.SPANISH and len(names) > 1 and _SOUND_OF_I.match(names[-1]):
        return f"{listed.removesuffix(f' y {names[-1]}')} e {names[-1]}"
    return listed


def is_one(count: int, language: Language) -> bool:
    """Tell whether a language says a count in the singular, by its plural rule."""
    return LOCALES[language].plural_form(count) == "one"
