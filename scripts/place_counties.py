"""Makes backend/imports/data/us_place_counties.csv.gz: the counties that each place lies in.

    .venv/bin/python scripts/place_counties.py place_county.csv counties-10m.json core.json

The first file is the Census's place list with one county a place, the first by name, which for a
city that crosses a border is often not the one that most of it is in (Austin: Hays). So the county
around a known point of a place is added: the second file has the counties' borders (TopoJSON of the
npm package us-atlas), the third the points of the Parking Reform Network, beside those of the demo.
"""

# ruff: noqa: E402 (what is imported last needs Django set up)
from __future__ import annotations

import csv
import gzip
import json
import math
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
import django

django.setup()

from backend.demo import sources
from backend.directory.models.places import STATES
from backend.imports import gazetteer
from backend.imports.overlaps import FILE, HEADER
from backend.imports.parking_places import Divisions, Known
from backend.imports.parking_records import Reading
from backend.imports.report import Report

# Nearer to a border than this, a point says nothing: neither points nor borders are that exact.
MARGIN_KM = 1.0
DEGREE_KM = 111.2
# What lies in no place of a state has this for its place's number.
REST = "00000"

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True)
class County:
    """A county's borders in degrees (longitude first), and the numbers of the arcs they are of."""

    geoid: str
    rings: list[Ring]
    arcs: frozenset[int]

    @cached_property
    def box(self) -> tuple[Point, Point]:
        """Its least and greatest longitude, and latitude."""
        along, up = zip(*(point for ring in self.rings for point in ring), strict=True)
        return (min(along), max(along)), (min(up), max(up))

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, and not right at its border."""
        if not all(low <= at <= high for at, (low, high) in zip(point, self.box, strict=True)):
            return False
        inside = sum(_crosses(point, *each) for ring in self.rings for each in pairwise(ring)) % 2
        return bool(inside) and all(
            _kilometres(point, *each) >= MARGIN_KM for ring in self.rings for each in pairwise(ring)
        )


def counties(atlas: Path) -> Iterator[County]:
    """Read the counties of a TopoJSON file; arcs are whole numbers, each from the last one on."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    lines: list[Ring] = []
    for arc in topology["arcs"]:
        at, line = [0, 0], []
        for step in arc:
            at = [at[0] + step[0], at[1] + step[1]]
            line.append((at[0] * scale[0] + origin[0], at[1] * scale[1] + origin[1]))
        lines.append(line)
    for shape in topology["objects"]["counties"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [ring for polygon in polygons for ring in polygon]
        # A negative number is the arc of its complement, backwards.
        drawn = [
            [point for arc in ring for point in (lines[arc] if arc >= 0 else lines[~arc][::-1])]
            for ring in rings
        ]
        used = frozenset(arc if arc >= 0 else ~arc for ring in rings for arc in ring)
        yield County(shape["id"], drawn, used)


def points(core: Path) -> dict[str, Point]:
    """Return where places lie, by their GEOID of seven digits."""
    reading = Reading(core.read_text(encoding="utf-8"), core.name, Report("places"))
    known = [Known(place) for place in gazetteer.bundled().places(STATES)]
    matches = Divisions(known).match(reading.places)
    found = {
        match.known.place.geoid: (place.point.longitude, place.point.latitude)
        for place, match in zip(reading.places, matches, strict=True)
        if match.known is not None
    }
    found |= {place.geoid: (place.longitude, place.latitude) for place in sources.places()}
    return {geoid: point for geoid, point in found.items() if len(geoid) == 7}


def with_points(
    listed: dict[str, set[str]], around: list[County], found: dict[str, Point]
) -> dict[str, set[str]]:
    """Add the county around each point; only one beside the listed one, else the point is wrong."""
    by_geoid = {county.geoid: county for county in around}
    added: dict[str, set[str]] = defaultdict(set)
    for place, point in found.items():
        beside = [by_geoid[each] for each in listed.get(place, ()) if each in by_geoid]
        for county in around:
            fits = not beside or any(county.arcs & each.arcs for each in beside)
            if fits and county not in beside and county.holds(point):
                added[place].add(county.geoid)
    return {
        place: listed.get(place, set()) | added.get(place, set()) for place in {*listed, *added}
    }


def _crosses(point: Point, one: Point, other: Point) -> bool:
    """Whether a line from the point due east meets this piece of a border."""
    (x, y), (x1, y1), (x2, y2) = point, one, other
    return (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1


def _kilometres(point: Point, one: Point, other: Point) -> float:
    """How far the point is from a piece of a border, as on a flat map around it."""
    across = DEGREE_KM * math.cos(math.radians(point[1]))
    ax, ay = (one[0] - point[0]) * across, (one[1] - point[1]) * DEGREE_KM
    dx, dy = (other[0] - one[0]) * across, (other[1] - one[1]) * DEGREE_KM
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, -(ax * dx + ay * dy) / length)) if length else 0.0
    return math.hypot(ax + along * dx, ay + along * dy)


def main(place_county: str, atlas: str, core: str) -> None:
    """Write the file and say what is in it."""
    listed: dict[str, set[str]] = defaultdict(set)
    with Path(place_county).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["place_geoid"].endswith(REST):
                listed[row["place_geoid"]].add(row["county_geoid"])
    whole = with_points(listed, list(counties(Path(atlas))), points(Path(core)))
    lines = [f"{place},{county}\n" for place in sorted(whole) for county in sorted(whole[place])]
    text = ",".join(HEADER) + "\n" + "".join(lines)
    FILE.write_bytes(gzip.compress(text.encode(), mtime=0))
    crossing = sum(len(each) > 1 for each in whole.values())
    print(f"{len(whole)} places, {len(lines)} pairs; {crossing} places in two counties.")


if __name__ == "__main__":
    main(*sys.argv[1:])
