"""Importing the parking reforms that the Parking Reform Network maps, as adoptions.

An adoption is known again by its place's name in the file, its kind and its number there.
"""

import os
from collections import Counter
from pathlib import Path

from backend.directory.models import Locality
from backend.imports import gazetteer, services
from backend.imports.parking_places import Divisions, Known, Match
from backend.imports.parking_plan import ADOPTION_FIELDS, ParkingPlan, PlannedAdoption
from backend.imports.parking_records import ParkingPlace, Point, Reading, Reform
from backend.imports.parking_words import PRACTICES, SOURCE, title_of
from backend.imports.places import Place
from backend.imports.reading import read_text, shown
from backend.imports.report import Change, Progress, Rejection, Report
from backend.playbook.models import Adoption, AdoptionStatus

FILE = "core.json"
# The whole file of 6,069 places has 3 MB.
LIMIT = 64_000_000
KEYS = "parking-reform:"


def run(path: Path, *, apply: bool, strict: bool = False, progress: Progress) -> Report:
    """Compare core.json (or the folder with it) with the stored adoptions; with `apply`, write.

    A place that is none or several of the known ones is rejected with its adoptions, and so is one
    abroad. `strict` writes nothing when anything is rejected. Raises WrongPathError when nothing is
    there, DomainError when the file is another or somebody else changed the same rows meanwhile.
    """
    # Path.is_dir raises for a name that is too long.
    file = path / FILE if os.path.isdir(path) else path  # noqa: PTH112
    text = read_text(file, limit=LIMIT)
    report = Report("adoptions")
    reading = Reading(text, shown(Path(file.name)), report)
    with services.one_transaction(apply=apply):
        plan = Comparison(reading, report).plan()
        if apply and not (strict and report.rejected):
            services.adoptions_write(plan=plan, progress=progress)
            report.applied = True
    return report


class Comparison:
    """One run. Reads; nothing is written here."""

    def __init__(self, reading: Reading, report: Report) -> None:
        """Take the places of the file, and the report to count their adoptions in."""
        self._reading = reading
        self._report = report
        self._plan = ParkingPlan()
        self._repealed = 0
        # Locked, so that nobody edits one between this comparison and its writing.
        found = (
            Adoption.objects.select_for_update(of=("self",))
            .select_related("policy", "locality")
            .filter(source_key__startswith=KEYS)
        )
        self._stored = {adoption.source_key: adoption for adoption in found}

    def plan(self) -> ParkingPlan:
        """Compare everything, count it, and return what is to be written."""
        known = _known({place.state for place in self._reading.places})
        matches = Divisions(known.values()).match(self._reading.places)
        adoptions: Counter[str] = Counter()
        places: Counter[str] = Counter()
        for place, match in zip(self._reading.places, matches, strict=True):
            outcome = _outcome(match)
            adoptions[outcome] += place.adopted
            places[outcome] += bool(place.adopted)
            if match.known is not None:
                self._take(place, match.known)
            elif place.adopted:
                rejection = Rejection(self._reading.file, place.line, "place", match.reason)
                self._report.reject([rejection], count=place.adopted)
        self._tell(adoptions, places)
        return self._plan

    def _take(self, place: ParkingPlace, known: Known) -> None:
        division_id = known.place.division_id
        before = self._report.created + self._report.changed + self._report.unchanged
        for reform in place.reforms:
            self._compare(place, reform, known.place)
        counted = self._report.created + self._report.changed + self._report.unchanged
        if counted == before:
            return
        if not known.is_stored:
            self._plan.places[division_id] = known.place
        if known.point is None:
            self._plan.points[division_id] = place.point

    def _compare(self, place: ParkingPlace, reform: Reform, where: Place) -> None:
        source_key = f"{KEYS}{place.key}:{reform.kind}:{reform.number}"
        stored = self._stored.get(source_key)
        on, precision = reform.on, reform.precision
        if reform.status == AdoptionStatus.REPEALED:
            if stored is None:
                self._repealed += 1
                return
            # The file doesn't say whether its date is that of the repeal.
            on, precision = stored.adopted_on, stored.precision
        wanted = PlannedAdoption(
            source_key=source_key,
            policy=PRACTICES[reform.kind].slug,
            locality=where.division_id,
            title=title_of(reform.kind, reform.scope, reform.land),
            adopted_on=on,
            precision=precision,
            status=reform.status,
            source=SOURCE,
        )
        before = None if stored is None else _as_planned(stored)
        fields = tuple(
            name
            for name in ADOPTION_FIELDS
            if before is None or getattr(wanted, name) != getattr(before, name)
        )
        if not fields:
            self._report.unchanged += 1
            return
        self._plan.adoptions.append(wanted)
        self._plan.fields[source_key] = fields
        subject = f"{where.name}, {where.state.upper()}: {wanted.title}"
        self._report.add(Change(subject, created=before is None, fields=fields))

    def _tell(self, adoptions: Counter[str], places: Counter[str]) -> None:
        reading, notes = self._reading, self._report.notes
        abroad = sum(reading.abroad.values())
        if abroad:
            countries = sum(count > 0 for count in reading.abroad.values())
            reason = (
                f"{abroad:,} adoptions in {reading.places_abroad:,} places of {countries} other "
                "countries: only places of the United States are held here."
            )
            self._report.reject([Rejection(reading.file, None, "country", reason)], count=abroad)
        found = ", ".join(
            f"{adoptions[outcome]:,} in {places[outcome]:,} {outcome}"
            for outcome in ("matched", "ambiguous", "unmatched")
        )
        notes.append(
            f"Adoptions and their places: {found}, {abroad:,} in {reading.places_abroad:,} abroad."
        )
        if reading.proposed or self._repealed:
            notes.append(
                f"Left aside: {reading.proposed} reforms that are only proposed, "
                f"{self._repealed} repealed ones that were never stored."
            )
        if self._plan.places:
            notes.append(f"Places added from the bundled list: {len(self._plan.places):,}.")
        if self._plan.points:
            notes.append(
                f"Coordinates filled in: {len(self._plan.points):,} places. Their population is "
                "left out, since the file doesn't tell its year."
            )


def _known(states: set[str]) -> dict[str, Known]:
    """Return every division of these states by id, bundled or stored; what is stored counts."""
    known = {place.division_id: Known(place) for place in gazetteer.bundled().places(states)}
    rows = Locality.objects.filter(state__in=states).values_list(
        "division_id", "name", "kind", "state", "county", "geoid",
        "latitude", "longitude", "population",
    )  # fmt: skip
    for *place, latitude, longitude, population in rows:
        point = None if latitude is None or longitude is None else Point(latitude, longitude)
        known[place[0]] = Known(Place(*place), point, population, is_stored=True)
    return known


def _outcome(match: Match) -> str:
    if match.known is not None:
        return "matched"
    return "ambiguous" if match.several else "unmatched"


def _as_planned(adoption: Adoption) -> PlannedAdoption:
    return PlannedAdoption(
        source_key=adoption.source_key or "",
        policy=adoption.policy.slug,
        locality=adoption.locality.division_id,
        title=adoption.title,
        adopted_on=adoption.adopted_on,
        precision=adoption.precision,
        status=adoption.status,
        source=adoption.source,
    )
