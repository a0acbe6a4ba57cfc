"""Dates, numbers and lists as people of a language write them, through Babel (CLDR)."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

# As in the United States: 1,000 and not 1.000 in Spanish too.
_LOCALES = {"en": "en_US", "es": "es_US"}


def date_long(day: date, language: str) -> str:
    """Write a day: "March 14, 2023" or "14 de marzo de 2023"."""
    return format_date(day, "long", locale=_LOCALES[language])


def month_year(day: date, language: str) -> str:
    """Write the month of a day: "March 2023" or "marzo de 2023"."""
    pattern = "MMMM y" if language == "en" else "MMMM 'de' y"
    return format_date(day, pattern, locale=_LOCALES[language])


def number(value: float, language: str) -> str:
    """Write a number: "1,234"."""
    return format_decimal(value, locale=_LOCALES[language])


def percent(share: float, language: str) -> str:
    """Write a part of one: "61%", or "0.4%" of what is rare."""
    pattern = "#,##0%" if share >= 0.01 else "0.0%"
    return format_percent(share, pattern, locale=_LOCALES[language])


def money(dollars: float, language: str) -> str:
    """Write dollars without cents: "$1,450"."""
    return format_currency(
        dollars, "USD", "¤#,##0", currency_digits=False, locale=_LOCALES[language]
    )


def list_of(names: Sequence[str], language: str) -> str:
    """Join names: "A", "A and B", "A, B, and C"; in Spanish "A, B y C"."""
    return format_list(names, locale=_LOCALES[language])
