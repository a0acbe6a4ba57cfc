"""Reading a history from CSV files. Nothing in them is trusted; errors name row and column."""

import csv
import io
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np

from backend.core.errors import DomainError, ErrorCode, Problem, fail
from backend.core.messages import Message
from backend.core.text import clean
from backend.directory.models.places import STATES
from backend.evaluation.history import NEVER, UNDATED, History, Item, Place
from backend.evaluation.messages import EvaluationMessage
from backend.imports.reading import read_text

LIMIT = 64_000_000
TOLD = 10  # problems, at most
LONGEST = 160  # characters of a name
LONGEST_TEXT = 600
EVERYTHING = "everything"  # the one topic where none are given
_YEAR = re.compile(r"[12][0-9]{3}")
_ONLY_ASCII_DIGITS = re.compile(r"[0-9]{1,10}")

_T = TypeVar("_T")
Row = Mapping[str, str]


def read(adoptions: Path, topics: Path | None = None, places: Path | None = None) -> History:
    """Read the files. Adoptions of one unit and item count once, in their first year.

    Raises DomainError with what is wrong, row by row, and WrongPathError where there is no file.
    """
    years = _adoptions(_File(adoptions, ("unit", "item", "year")))
    named = sorted({item for _, item in years})
    items, topic_names = _items(named, _topics(_File(topics, ("item", "topic"))) if topics else {})
    units = sorted({unit for unit, _ in years})
    where = _places(_File(places, ("unit", "lat", "lon"))) if places else {}
    unit_at = {unit: at for at, unit in enumerate(units)}
    item_at = {item: at for at, item in enumerate(named)}
    table = np.full((len(units), len(named)), NEVER, dtype=np.int64)
    for (unit, item), year in years.items():
        table[unit_at[unit], item_at[item]] = year
    return History(units, items, topic_names, [where.get(unit) for unit in units], table)


@dataclass
class _File:
    """One CSV file with a row of headings, and what is wrong with it."""

    path: Path
    columns: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def rows(self, take: Callable[[Row], _T]) -> Iterator[_T]:
        """Yield what `take` makes of each row. Raises DomainError after the last, if any is wrong.

        `take` raises ValueError with the column and a sentence.
        """
        for number, row in self._numbered():
            try:
                yield take(row)
            except ValueError as problem:
                column, message = problem.args
                self._wrong(f"row {number}, column “{column}”", message)
        if not self.problems:
            return
        told = self.problems[:TOLD]
        if rest := len(self.problems) - len(told):
            message = Message(EvaluationMessage.MORE_ROWS, {"file": self.path.name, "rest": rest})
            if rest == 1:
                message = Message(EvaluationMessage.ONE_MORE_ROW, {"file": self.path.name})
            told.append(Problem(ErrorCode.INVALID, message, self.path.name))
        raise DomainError(*told)

    def _numbered(self) -> Iterator[tuple[int, Row]]:
        text = io.StringIO(read_text(self.path, limit=LIMIT), newline="")
        reader = csv.reader(text, strict=True)
        try:
            heads = [clean(head).casefold() for head in next(reader, [])]
            missing = [name for name in self.columns if name not in heads]
            if missing or len(set(heads)) < len(heads):
                what = f"has no column “{missing[0]}”" if missing else "names a column twice"
                self._wrong("row 1", f"the heading {what}; it needs {', '.join(self.columns)}.")
                return
            for cells in reader:
                if not any(map(str.strip, cells)):
                    continue
                if len(cells) != len(heads):
                    message = f"there are {len(cells)} cells under {len(heads)} headings."
                    self._wrong(f"row {reader.line_num}", message)
                    continue
                yield reader.line_num, dict(zip(heads, map(clean, cells), strict=True))
        except csv.Error as error:
            self._wrong(f"row {reader.line_num}", f"this is no CSV: {error}.")

    def _wrong(self, where: str, what: str) -> None:
        told = {"file": self.path.name, "where": where, "what": what}
        message = Message(EvaluationMessage.WRONG_AT, told)
        self.problems.append(Problem(ErrorCode.INVALID, message, self.path.name))


def _adoptions(file: _File) -> dict[tuple[str, str], int]:
    def take(row: Row) -> tuple[str, str, int]:
        return _name(row, "unit"), _name(row, "item"), _year(row["year"])

    years: dict[tuple[str, str], int] = {}
    for unit, item, year in file.rows(take):
        known = years.get((unit, item))
        # A known year says more than none.
        dated = [each for each in (known, year) if each]
        years[unit, item] = min(dated, default=UNDATED)
    if not years:
        name = file.path.name
        raise fail(ErrorCode.REQUIRED, EvaluationMessage.NO_ADOPTION, name, file=name)
    return years


def _topics(file: _File) -> dict[str, tuple[str, str]]:
    def take(row: Row) -> tuple[str, tuple[str, str]]:
        return _name(row, "item"), (_name(row, "topic"), row.get("text", "")[:LONGEST_TEXT])

    return _once(file, take, "item")


def _places(file: _File) -> dict[str, Place]:
    def take(row: Row) -> tuple[str, Place]:
        place = Place(
            _degrees(row, "lat", 90),
            _degrees(row, "lon", 180),
            _population(row.get("population", "")),
            _state(row.get("state", "")),
        )
        return _name(row, "unit"), place

    return _once(file, take, "unit")


def _once(file: _File, take: Callable[[Row], tuple[str, _T]], column: str) -> dict[str, _T]:
    """What each name stands for; a name may not come twice."""
    found: dict[str, _T] = {}

    def take_once(row: Row) -> None:
        name, value = take(row)
        if name in found:
            raise ValueError(column, f"“{name}” came in an earlier row.")
        found[name] = value

    for _ in file.rows(take_once):
        pass
    return found


def _items(named: list[str], topics: Mapping[str, tuple[str, str]]) -> tuple[list[Item], list[str]]:
    if topics and (lacking := [item for item in named if item not in topics]):
        if len(lacking) == 1:
            raise fail(ErrorCode.INVALID, EvaluationMessage.NO_TOPIC, "topics", item=lacking[0])
        raise fail(
            ErrorCode.INVALID,
            EvaluationMessage.NO_TOPICS,
            "topics",
            item=lacking[0],
            count=len(lacking),
        )
    told = {item: topics.get(item, (EVERYTHING, "")) for item in named}
    names = sorted({topic for topic, _ in told.values()})
    at = {name: place for place, name in enumerate(names)}
    return [Item(item, at[topic], text) for item, (topic, text) in told.items()], names


def _name(row: Row, column: str) -> str:
    value = row[column]
    if not value:
        raise ValueError(column, "it is empty.")
    if len(value) > LONGEST:
        raise ValueError(column, f"it has more than {LONGEST} characters.")
    return value


def _year(value: str) -> int:
    if not value:
        return UNDATED
    if not _YEAR.fullmatch(value):
        raise ValueError("year", f"“{value[:40]}” is no year such as 2019.")
    return int(value)


def _degrees(row: Row, column: str, most: int) -> float:
    try:
        degrees = float(row[column])
    except ValueError:
        degrees = math.nan
    if not -most <= degrees <= most:
        message = f"“{row[column][:40]}” is no number of degrees from -{most} to {most}."
        raise ValueError(column, message)
    return degrees


def _population(value: str) -> int | None:
    if not value:
        return None
    if not _ONLY_ASCII_DIGITS.fullmatch(value) or int(value) > 2_000_000_000:
        raise ValueError("population", f"“{value[:40]}” is no whole number of people.")
    return int(value)


def _state(value: str) -> str:
    code = value.casefold()
    if code and code not in STATES:
        raise ValueError("state", f"“{value[:40]}” is no state of the US in two letters.")
    return code
