"""The dated parking reforms of the Parking Reform Network's map, as the three CSV files.

A record says a kind of reform, where in the place it holds and for which uses of land; each kind
with one area and one use is an item, and the kind is its topic. Only the US, only what is dated
and in force.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from backend.directory.models.places import STATES
from backend.imports.parking import FILE, LIMIT
from backend.imports.parking_records import ParkingPlace, Reading, Reform
from backend.imports.parking_words import PRACTICES, title_of
from backend.imports.reading import read_text
from backend.imports.report import Report
from backend.playbook.models import AdoptionStatus

_CODES = {name: code for code, name in STATES.items()}
_ANY = ""  # a record that names no area, or no use of land


@dataclass(frozen=True)
class Files:
    """Where the three files are."""

    adoptions: Path
    topics: Path
    places: Path


def convert(core: Path, folder: Path) -> Files:
    """Read core.json (or the folder with it) and write the three files into a folder.

    Raises what `Reading` raises: DomainError when it is no such file.
    """
    file = core / FILE if core.is_dir() else core
    reading = Reading(read_text(file, limit=LIMIT), file.name, Report("adoptions"))
    dated = [(place, reform) for place in reading.places for reform in place.reforms if _is(reform)]
    adoptions = sorted(
        {
            (place.key, _item(reform, area, use), str(reform.on.year) if reform.on else "")
            for place, reform in dated
            for area, use in _parts(reform)
        }
    )
    topics = sorted(
        {
            (_item(reform, area, use), PRACTICES[reform.kind].name, _text(reform, area, use))
            for _, reform in dated
            for area, use in _parts(reform)
        }
    )
    places = {place.key: place for place, _ in dated}
    files = Files(folder / "adoptions.csv", folder / "topics.csv", folder / "places.csv")
    _write(files.adoptions, ("unit", "item", "year"), adoptions)
    _write(files.topics, ("item", "topic", "text"), topics)
    heads = ("unit", "lat", "lon", "population", "state")
    _write(files.places, heads, [_place(places[key]) for key in sorted(places)])
    return files


def _is(reform: Reform) -> bool:
    return reform.on is not None and reform.status == AdoptionStatus.ADOPTED


def _parts(reform: Reform) -> list[tuple[str, str]]:
    return [(area, use) for area in reform.scope or (_ANY,) for use in reform.land or (_ANY,)]


def _item(reform: Reform, area: str, use: str) -> str:
    return " / ".join((reform.kind, area or "unsaid", use or "unsaid"))


def _text(reform: Reform, area: str, use: str) -> str:
    return title_of(reform.kind, [area] if area else [], [use] if use else [])


def _place(place: ParkingPlace) -> Sequence[str]:
    point = place.point
    # A whole state has no code of its own in the file.
    state = place.state or _CODES.get(place.name, "")
    return (place.key, str(point.latitude), str(point.longitude), str(place.population), state)


def _write(path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)
