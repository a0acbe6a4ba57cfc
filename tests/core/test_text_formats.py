"""Dates, numbers and lists in both languages."""

from datetime import date

import pytest

from backend.core.languages import Language
from backend.core.text_formats import (
    date_long,
    is_one,
    list_of,
    money,
    month_year,
    number,
    percent,
    year,
)

EN, ES = Language.ENGLISH, Language.SPANISH
DAY = date(2026, 9, 4)


@pytest.mark.parametrize(
    ("write", "value", "english", "spanish"),
    [
        (date_long, DAY, "September 4, 2026", "4 de septiembre de 2026"),
        (month_year, DAY, "September 2026", "septiembre de 2026"),
        (number, 1_234_567, "1,234,567", "1,234,567"),
        (number, 2.5, "2.5", "2.5"),
        (percent, 0.324, "32%", "32%"),
        (percent, 0.01, "1%", "1%"),
        (percent, 0.0042, "0.4%", "0.4%"),
        (money, 1449.6, "$1,450", "$1,450"),
        (list_of, [], "", ""),
        (list_of, ["Ana"], "Ana", "Ana"),
        (list_of, ["Ana", "Bo"], "Ana and Bo", "Ana y Bo"),
        (list_of, ["Ana", "Bo", "Cy"], "Ana, Bo, and Cy", "Ana, Bo y Cy"),
        (list_of, ["Ana", "Irene"], "Ana and Irene", "Ana e Irene"),
        (list_of, ["Ana", "Bo", "Íñigo"], "Ana, Bo, and Íñigo", "Ana, Bo e Íñigo"),
        (list_of, ["Ana", "«higiene»"], "Ana and «higiene»", "Ana e «higiene»"),
        (list_of, ["agua", "hielo"], "agua and hielo", "agua y hielo"),
        (is_one, 1, True, True),
        (is_one, 0, False, False),
        (is_one, 1_000_000, False, False),
    ],
)
def test_formats(write, value, english, spanish):
    assert (write(value, EN), write(value, ES)) == (english, spanish)


def test_a_year_has_no_thousands():
    assert year(DAY) == "2026"
