"""Importing a list of Open Civic Data divisions: a CSV of id, name and census_geoid."""

from dataclasses import astuple
from pathlib import Path

from backend.core.errors import DomainError
from backend.directory.models import Locality
from backend.imports import gazetteer, places, services
from backend.imports.places import Place, Row
from backend.imports.reading import read_text, shown
from backend.imports.report import Change, Progress, Rejection, Report, rejections_of

# The whole list of the US, precincts and wards included, has some 30 MB.
LIMIT = 64_000_000


def run(path: Path, *, apply: bool, strict: bool = False, progress: Progress) -> Report:
    """Compare the file with the stored localities; with `apply`, write what differs.

    `strict` writes nothing when any row is rejected. Population and coordinates of a stored
    locality stay. Raises WrongPathError when there is no such file, DomainError when it is no list
    of divisions, or when somebody else changed the same rows meanwhile.
    """
    text = read_text(path, limit=LIMIT)
    report = Report("places")
    accepted = _read(text, shown(Path(path.name)), report)
    with services.one_transaction(apply=apply):
        differing = _compare(accepted, report)
        if apply and not (strict and report.rejected):
            for start in range(0, len(differing), services.BATCH):
                batch = differing[start : start + services.BATCH]
                services.localities_write(places=batch, fields=services.PLACE_FIELDS)
                progress(start + len(batch), len(differing))
            report.applied = True
    return report


def _read(text: str, file: str, report: Report) -> list[Place]:
    names = gazetteer.bundled().names
    accepted: list[Place] = []
    lines: dict[str, int] = {}
    for row in places.read_rows(text):
        if not isinstance(row, Row):
            line, reason = row
            report.reject([Rejection(file, line, "row", reason)])
            continue
        try:
            place = places.place_of(row, names)
        except DomainError as error:
            report.reject(rejections_of(error, file, row.line, "row"))
            continue
        first = lines.setdefault(place.division_id, row.line)
        if first != row.line:
            reason = f"Line {first} has the same division id."
            report.reject([Rejection(file, row.line, "id", reason)])
        else:
            accepted.append(place)
    return accepted


def _compare(accepted: list[Place], report: Report) -> list[Place]:
    """Count each place and return those to write, as they are to stand."""
    stored = {
        place.division_id: place
        for place in (
            Place(*values)
            for values in Locality.objects.filter(
                division_id__in=[place.division_id for place in accepted]
            ).values_list("division_id", "name", "kind", "state", "county", "geoid")
        )
    }
    differing = []
    for place in accepted:
        before = stored.get(place.division_id)
        subject = f"{place.name}, {place.state.upper()}"
        if before is None:
            report.add(Change(subject, created=True, fields=services.PLACE_FIELDS))
            differing.append(place)
            continue
        wanted = _keeping(place, before)
        if wanted == before:
            report.unchanged += 1
            continue
        fields = tuple(
            field
            for field in services.PLACE_FIELDS
            if getattr(wanted, field) != getattr(before, field)
        )
        report.add(Change(subject, created=False, fields=fields))
        differing.append(wanted)
    return differing


def _keeping(place: Place, before: Place) -> Place:
    """Let what the file leaves empty stay as it is stored."""
    return Place(*(new or old for new, old in zip(astuple(place), astuple(before), strict=True)))
