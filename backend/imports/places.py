"""Places as a list of divisions gives them: the rows of the file, checked one by one."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backend.core.errors import DomainError, ErrorCode, Problem, fail
from backend.core.messages import Message
from backend.core.text import clean
from backend.imports import division_ids
from backend.imports.division_ids import Division
from backend.imports.messages import ImportMessage

HEADER = ("id", "name", "census_geoid")
LONGEST_NAME = 200
# Always prefixed "place-", whatever it is: 5 digits a county, 7 a place, 10 a county subdivision.
_GEOID = re.compile(r"place-([0-9]{5}|[0-9]{7}|[0-9]{10})")


@dataclass(frozen=True)
class Row:
    """One row of the file as it stands there, with its line (the header is line 1)."""

    line: int
    id: str
    name: str
    geoid: str


@dataclass(frozen=True)
class Place:
    """What a row says of a locality; county and GEOID are empty where it doesn't."""

    division_id: str
    name: str
    kind: str
    state: str
    county: str
    geoid: str


def read_rows(text: str) -> Iterator[Row | tuple[int, str]]:
    """Yield each row, or its line and what is wrong when it has too few or too many cells.

    Raises DomainError (field "file") when the header is another or the text is no CSV.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    try:
        header = [cell.strip() for cell in next(reader)]
        if any(header.count(name) != 1 for name in HEADER):
            columns = ", ".join(HEADER)
            raise fail(ErrorCode.INVALID, ImportMessage.COLUMNS_ONCE_EACH, "file", columns=columns)
        at = [header.index(name) for name in HEADER]
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                yield Row(line, *(cells[index].strip() for index in at))
            elif cells:
                yield line, f"It has {len(cells)} cells; the header has {len(header)}."
            line = reader.line_num + 1
    except csv.Error as error:
        raise fail(
            ErrorCode.INVALID, ImportMessage.NO_CSV, "file", line=line, reason=str(error)
        ) from error


def place_of(row: Row, names: Mapping[str, str]) -> Place:
    """Make a place of a row; `names` gives the names of counties by division id.

    Raises DomainError with everything that is wrong, each with the name of its column.
    """
    problems: list[Problem] = []
    division: Division | None = None
    try:
        division = division_ids.parse(row.id)
    except DomainError as error:
        problems.extend(error.problems)
    census_name = " ".join(clean(row.name).split())
    if not census_name:
        problems.append(Problem(ErrorCode.REQUIRED, Message(ImportMessage.NAME_EMPTY), "name"))
    elif len(census_name) > LONGEST_NAME:
        message = Message(ImportMessage.NAME_LONG, {"most": LONGEST_NAME})
        problems.append(Problem(ErrorCode.TOO_LONG, message, "name"))
    geoid = _GEOID.fullmatch(row.geoid)
    if row.geoid and geoid is None:
        message = Message(ImportMessage.NO_GEOID)
        problems.append(Problem(ErrorCode.INVALID, message, "census_geoid"))
    if problems or division is None:
        raise DomainError(*problems)
    name, kind = division_ids.name_and_kind(census_name, division)
    digits = geoid[1] if geoid else ""
    county = names.get(division.parent, "")
    return Place(division.id, name, kind, division.state, county, digits)
