"""Open Civic Data division identifiers, and the names that the census gives the places.

Format: OCDEP 2, "Open Civic Data Divisions": `ocd-division/country:us(/type:value)*`.
"""

import re
from dataclasses import dataclass

from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.models.places import STATES
from backend.imports.messages import ImportMessage

PREFIX = "ocd-division/country:us/"
STATE_TYPES = ("state", "district", "territory")
# Places that have officials of their own; wards, precincts and districts are parts of them.
LOCALITY_TYPES = (
    "place", "county", "parish", "borough", "census_area", "municipio", "municipality",
)  # fmt: skip
LONGEST_ID = 200
_PART = re.compile(r"([a-z_]+):([\w.~-]+)")

# What the census adds to a place's name to say what it is.
_DROPPED = (
    "city and borough", "city", "town", "village", "borough", "municipality", "corporation",
    "unified government", "urban county", "metropolitan government",
)  # fmt: skip
_KEPT = ("charter township", "township", "plantation")
_WORD = re.compile(rf"(?P<bare>.+?) (?P<word>{'|'.join((*_DROPPED, *_KEPT))})")


@dataclass(frozen=True)
class Division:
    """A division that is a locality; `parent` is the division around it."""

    id: str
    kind: str
    state: str
    parent: str


def parse(division_id: str) -> Division:
    """Read the identifier of a locality of the United States.

    Raises DomainError (field "id") when it has another form or is no locality.
    """
    if len(division_id) > LONGEST_ID:
        raise fail(ErrorCode.TOO_LONG, ImportMessage.LONG_DIVISION_ID, "id", most=LONGEST_ID)
    parts = _parts(division_id)
    state_type, state = parts[0]
    if state_type not in STATE_TYPES or state not in STATES:
        raise fail(ErrorCode.INVALID, ImportMessage.NO_STATE_OF_ID, "id", id=clean(division_id))
    kind = parts[-1][0]
    # The District of Columbia is both: it has no place of its own below it.
    is_locality = kind == "district" if len(parts) == 1 else kind in LOCALITY_TYPES
    if not is_locality:
        what = {"id": division_id, "kind": kind.replace("_", " ")}
        raise fail(ErrorCode.INVALID, ImportMessage.NO_LOCALITY, "id", **what)
    return Division(division_id, kind, state, division_id.rpartition("/")[0])


def is_state(division_id: str) -> bool:
    """Say whether the identifier is that of a whole state, district or territory."""
    state_type, _, state = division_id.removeprefix(PREFIX).partition(":")
    return division_id.startswith(PREFIX) and state_type in STATE_TYPES and state in STATES


def _parts(division_id: str) -> list[tuple[str, str]]:
    parts = [_PART.fullmatch(part) for part in division_id.removeprefix(PREFIX).split("/")]
    matches = [part for part in parts if part is not None]
    if (
        not division_id.startswith(PREFIX)
        or len(matches) != len(parts)
        or division_id != division_id.lower()
    ):
        shown, example = clean(division_id), f"{PREFIX}state:ca/place:ojai"
        raise fail(ErrorCode.INVALID, ImportMessage.NO_DIVISION_ID, "id", id=shown, example=example)
    return [(match[1], match[2]) for match in matches]


def name_and_kind(census_name: str, division: Division) -> tuple[str, str]:
    """Return how people call the place and what it is: "Adak city" is Adak, a city.

    The census's word for a place says more than "place" does. A township or plantation keeps it
    in its name, as it does in speech: "Lee Township".
    """
    if division.kind != "place":
        return census_name, division.kind.replace("_", " ")
    match = _WORD.fullmatch(census_name)
    if match is None:
        return census_name, division.kind
    bare, word = match["bare"], match["word"]
    return (f"{bare} {word.title()}" if word in _KEPT else bare), word
