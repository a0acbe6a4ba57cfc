"""Reading core.json of the Parking Reform Network's map: places, each with its reforms.

Format: one object, a place's name to {"place": {…}, "rm_min": […], "reduce_min": […], …}; it is
built by github.com/ParkingReformNetwork/reform-map. Nothing in it is trusted.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from backend.core.errors import DomainError, ErrorCode, Problem, fail
from backend.core.messages import Message
from backend.core.text import clean
from backend.directory.models.places import STATES
from backend.imports.messages import ImportMessage
from backend.imports.parking_words import LAND_USES, PRACTICES, SCOPES
from backend.imports.report import Rejection, Report, rejections_of
from backend.playbook.models import AdoptionStatus, DatePrecision

EARTH_RADIUS_KM = 6_371.0
HOME = "United States"
LONGEST_KEY = 200
PLACE_KINDS = ("city", "county", "state")
STATUSES = (AdoptionStatus.ADOPTED.value, AdoptionStatus.REPEALED.value)
# A reform that isn't one yet.
PROPOSED = "proposed"
_CODES = {name: code for code, name in STATES.items()}
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PRECISIONS = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)


@dataclass(frozen=True)
class Point:
    """Degrees north and east."""

    latitude: float
    longitude: float

    def kilometres_to(self, other: "Point") -> float:
        """Return the great-circle distance by the haversine formula."""
        north, other_north = math.radians(self.latitude), math.radians(other.latitude)
        east = math.radians(other.longitude - self.longitude)
        chord = (
            math.sin((other_north - north) / 2) ** 2
            + math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
        )
        return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(chord))


@dataclass(frozen=True)
class Reform:
    """One record: the number is its place among those of its kind, from 1.

    Without a date the precision is empty, as in the tables.
    """

    kind: str
    number: int
    status: str
    scope: tuple[str, ...]
    land: tuple[str, ...]
    on: date | None
    precision: str


@dataclass(frozen=True)
class ParkingPlace:
    """A place of the file with its adopted and repealed reforms.

    `state` is the code of two letters, empty for a whole state; `kind` is city, county or state;
    `population` is of an unknown year.
    """

    key: str
    line: int | None
    name: str
    state: str
    kind: str
    population: int
    point: Point
    reforms: tuple[Reform, ...]

    @property
    def adopted(self) -> int:
        """How many of the reforms are adopted, not repealed."""
        return sum(reform.status == AdoptionStatus.ADOPTED for reform in self.reforms)


class Reading:
    """The places of the file in the US; whatever is wrong, or abroad, is in the report."""

    def __init__(self, text: str, file: str, report: Report) -> None:
        """Read everything. Raises DomainError (field "file") when it is no such JSON."""
        self.file = file
        self._report = report
        self.places: list[ParkingPlace] = []
        self.proposed = 0
        # Adoptions by country.
        self.abroad: Counter[str] = Counter()
        self.places_abroad = 0
        for line, key, entry in _entries(text):
            try:
                self._take(line, key, entry)
            except DomainError as error:
                rejections = rejections_of(error, file, line, "place")
                report.reject(rejections, count=_size(entry))

    def _take(self, line: int | None, key: str, entry: Any) -> None:
        place = _mapping(_mapping(entry, "place").get("place"), "place")
        country = _text(place, "country")
        reforms = tuple(self._reforms(line, entry))
        adopted = sum(reform.status == AdoptionStatus.ADOPTED for reform in reforms)
        if country != HOME:
            self.abroad[country] += adopted
            self.places_abroad += bool(adopted)
        elif reforms:
            self.places.append(_place(line, key, place, reforms))

    def _reforms(self, line: int | None, entry: Mapping[str, Any]) -> Iterator[Reform]:
        for kind in PRACTICES:
            records = entry.get(kind, [])
            if not isinstance(records, list):
                raise fail(ErrorCode.INVALID, ImportMessage.NO_LIST_OF_RECORDS, kind)
            said: dict[tuple[Any, ...], int] = {}
            for number, record in enumerate(records, start=1):
                try:
                    reform = _reform(kind, number, _mapping(record, kind))
                except DomainError as error:
                    self._report.reject(
                        [
                            replace(each, field=f"{kind} {number} {each.field}")
                            for each in rejections_of(error, self.file, line, kind)
                        ]
                    )
                    continue
                if reform.status == PROPOSED:
                    self.proposed += 1
                    continue
                same = said.setdefault((reform.scope, reform.land, reform.on), number)
                if same != number:
                    reason = f"It says the same as {kind} {same} of this place."
                    self._reject(line, f"{kind} {number}", reason)
                else:
                    yield reform

    def _reject(self, line: int | None, field: str, reason: str) -> None:
        self._report.reject([Rejection(self.file, line, field, reason)])


def _entries(text: str) -> Iterator[tuple[int | None, str, Any]]:
    """Yield the line, name and value of each member of the outermost object."""
    try:
        content = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise fail(ErrorCode.INVALID, ImportMessage.NO_JSON, "file", reason=str(error)) from error
    if not isinstance(content, dict) or not content:
        raise fail(ErrorCode.INVALID, ImportMessage.NO_JSON_OF_PLACES, "file")
    line, at = 1, 0
    for key, entry in content.items():
        # A name that is written with escapes isn't found: then no line is told.
        found = text.find(json.dumps(key, ensure_ascii=False), at)
        if found < 0:
            yield None, key, entry
            continue
        line, at = line + text.count("\n", at, found), found
        yield line, key, entry


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        names = Counter(name for name, _ in pairs)
        twice = next(name for name, count in names.items() if count > 1)
        raise ValueError(f"“{clean(twice)}” stands twice in one object")
    return content


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _size(entry: Any) -> int:
    """Return how many adoptions an entry that can't be read seems to have; at least one."""
    lists = [entry.get(kind) for kind in PRACTICES] if isinstance(entry, dict) else []
    return max(1, sum(len(each) for each in lists if isinstance(each, list)))


def _place(
    line: int | None, key: str, place: Mapping[str, Any], reforms: tuple[Reform, ...]
) -> ParkingPlace:
    problems: list[Problem] = []
    kind, state = _text(place, "type"), place.get("state")
    if kind not in PLACE_KINDS:
        problems.append(_unknown(kind, "type", PLACE_KINDS))
    if kind != "state" and str(state) not in _CODES:
        message = Message(ImportMessage.NO_STATE, {"value": _shown(state)})
        problems.append(Problem(ErrorCode.INVALID, message, "state"))
    population, point = place.get("pop"), _point(place.get("coord"))
    if type(population) is not int or population < 0:
        message = Message(ImportMessage.NO_COUNT, {"value": _shown(population)})
        problems.append(Problem(ErrorCode.INVALID, message, "pop"))
        population = 0
    if point is None:
        message = Message(ImportMessage.NO_POINT)
        problems.append(Problem(ErrorCode.INVALID, message, "coord"))
    if not key.isprintable() or len(key) > LONGEST_KEY:
        message = Message(ImportMessage.NAME_NOT_PRINTABLE, {"most": LONGEST_KEY})
        problems.append(Problem(ErrorCode.INVALID, message, "place"))
    if problems or point is None:
        raise DomainError(*problems)
    code = "" if kind == "state" else _CODES[str(state)]
    return ParkingPlace(key, line, _text(place, "name"), code, kind, population, point, reforms)


def _point(value: Any) -> Point | None:
    match value:
        case [int() | float() as east, int() | float() as north]:
            # Also refuses what is infinite, and True, which is an int.
            if -180 <= east <= 180 and -90 <= north <= 90 and bool not in map(type, value):
                return Point(float(north), float(east))
    return None


def _reform(kind: str, number: int, record: Mapping[str, Any]) -> Reform:
    problems: list[Problem] = []
    status = record.get("status")
    if status not in (*STATUSES, PROPOSED):
        problems.append(_unknown(status, "status", (*STATUSES, PROPOSED)))
    known = {"scope": SCOPES, "land": LAND_USES}
    words: dict[str, tuple[str, ...]] = {}
    for field, terms in known.items():
        listed = record.get(field, [])
        if not isinstance(listed, list) or any(str(each) not in terms for each in listed):
            problems.append(_unknown(listed, field, terms))
        else:
            words[field] = tuple(dict.fromkeys(listed))
    on, precision = None, ""
    if "date" in record:
        try:
            on, precision = _date(record["date"])
        except ValueError:
            message = Message(ImportMessage.NO_DATE, {"value": _shown(record["date"])})
            problems.append(Problem(ErrorCode.INVALID, message, "date"))
    if problems:
        raise DomainError(*problems)
    return Reform(kind, number, str(status), words["scope"], words["land"], on, precision)


def _date(value: Any) -> tuple[date, str]:
    """Return the first day of what is known, and how much that is."""
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("No date.")
    parts = [int(part) for part in match.groups() if part is not None]
    return date(*parts, *[1] * (3 - len(parts))), _PRECISIONS[len(parts) - 1].value


def _mapping(value: Any, field: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise fail(ErrorCode.INVALID, ImportMessage.NO_OBJECT, field)
    return value


def _text(place: Mapping[str, Any], field: str) -> str:
    value = place.get(field)
    cleaned = clean(value) if isinstance(value, str) else ""
    if not cleaned:
        raise fail(ErrorCode.REQUIRED, ImportMessage.MISSING, field, name=field)
    return cleaned


def _unknown(value: Any, field: str, known: Iterable[str]) -> Problem:
    told = {"value": _shown(value), "known": "; ".join(known)}
    return Problem(ErrorCode.INVALID, Message(ImportMessage.NOT_KNOWN, told), field)


def _shown(value: Any) -> str:
    return clean(str(value))[:80]
