"""Which division a place of the parking reform data is: found by evidence, never guessed.

By name and state first, spelled alike or nearly so; then whatever contradicts the file is put
aside: the kind of place, the county, where a stored place lies, how many people live there, and
what another place of the file is already. One division must be left.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backend.core.text import fold
from backend.imports import division_ids
from backend.imports.division_ids import PREFIX
from backend.imports.parking_records import ParkingPlace, Point
from backend.imports.places import Place

# Two points of one municipality, however wide, lie nearer than this to each other.
FARTHEST_KM = 60.0
COUNTY_TYPES = ("county", "parish", "borough", "census_area", "municipio")
# Known to the map by another name than to the list of divisions. The division of a government
# that a city and its county have in common is the county's.
OTHER_NAMES = {
    "29 Palms, California": "state:ca/place:twentynine_palms",
    "Anaconda-Deer Lodge County, Montana": "state:mt/place:anaconda",
    "Athens-Clarke County, Georgia": "state:ga/county:clarke",
    "Augusta, Georgia": "state:ga/county:richmond",
    "Boise, Idaho": "state:id/place:boise_city",
    "Butte-Silver Bow County, Montana": "state:mt/county:silver_bow",
    "Clarkston, Michigan": "state:mi/place:village_of_clarkston",
    "Honolulu, Hawaii": "state:hi/county:honolulu",
    "Indian Hill, Ohio": "state:oh/place:the_village_of_indian_hill",
    "Louisville, Kentucky": "state:ky/county:jefferson",
    "Macon-Bibb County, Georgia": "state:ga/county:bibb",
    "Nashville, Tennessee": "state:tn/county:davidson",
    "New York City, New York": "state:ny/place:new_york",
    "North Attleboro, Massachusetts": "state:ma/place:north_attleborough",
    "Orange Township, New Jersey": "state:nj/county:essex/place:city_of_orange",
    "Rocky Top, Tennessee": "state:tn/place:lake_city",
    "San Juan, Puerto Rico": "territory:pr/municipio:san_juan",
    "Skagway, Alaska": "state:ak/borough:skagway",
    "South Orange, New Jersey": "state:nj/county:essex/place:south_orange_village",
    "St. Claire Shores, Michigan": "state:mi/place:st_clair_shores",
    "Susquehanna, Pennsylvania": "state:pa/place:susquehanna_depot",
    "Washington, District of Columbia": "district:dc",
    "West Bloomfield, Michigan": "state:mi/county:oakland/place:west_bloomfield_charter",
    "Yakutat Borough, Alaska": "state:ak/borough:yakutat",
}

_KIND_FIRST = re.compile(r"(?P<kind>city|town|village|borough) of (?P<name>.+)")
_BRACKETED = re.compile(r"(?P<name>.+?) \((?P<words>[^()]+)\)")
_WORDS = {"mt": "mount", "ft": "fort", "saint": "st", "sainte": "ste"}


@dataclass(frozen=True)
class Known:
    """A division that is a locality, and what is stored of it; None where nothing is."""

    place: Place
    point: Point | None = None
    population: int | None = None
    is_stored: bool = False

    @property
    def is_county(self) -> bool:
        """Whether it is a county, or what a state has instead."""
        return division_ids.parse(self.place.division_id).kind in COUNTY_TYPES


@dataclass(frozen=True)
class Match:
    """The division that a place is; or none, with the reason, and whether several could be it."""

    known: Known | None
    reason: str = ""
    several: bool = False


@dataclass(frozen=True)
class _Wanted:
    """A name taken apart: "Union Township (Essex County)", "Town of Empire"."""

    name: str
    kind: str
    county: str


class Divisions:
    """All known divisions by name and state."""

    def __init__(self, known: Iterable[Known]) -> None:
        """Take every division that a place could be."""
        self._by_id: dict[str, Known] = {}
        self._named: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._nearly: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for each in known:
            place = each.place
            self._by_id[place.division_id] = each
            self._named[place.state, fold(place.name)].append(each)
            for spelling in _spellings(place):
                self._nearly[place.state, spelling].append(each)

    def match(self, places: Sequence[ParkingPlace]) -> list[Match]:
        """Return the division of each place, in their order."""
        candidates = [self._candidates(place) for place in places]
        # What is one place of the file for certain is no other one.
        taken = {found[0].place.division_id for found in candidates if len(found) == 1}
        matches = []
        for place, found in zip(places, candidates, strict=True):
            left = found
            if len(found) > 1:
                left = [each for each in found if each.place.division_id not in taken] or found
            matches.append(_match(place, _cities_first(left, place)))
        return _once_each(matches)

    def _candidates(self, place: ParkingPlace) -> list[Known]:
        if place.kind == "state":
            return []
        named, _, _ = place.key.rpartition(", ")
        if named in OTHER_NAMES:
            known = self._by_id.get(PREFIX + OTHER_NAMES[named])
            return [] if known is None else [known]
        wanted = _split(place.name)
        found = (
            self._named.get((place.state, fold(place.name)))
            or self._named.get((place.state, wanted.name))
            or self._nearly.get((place.state, _bare(wanted.name)), [])
        )
        return [each for each in found if _agrees(each, place, wanted)]


def _agrees(known: Known, place: ParkingPlace, wanted: _Wanted) -> bool:
    """Whether nothing that is known of a division contradicts what the file says."""
    far = known.point is not None and known.point.kilometres_to(place.point) > FARTHEST_KM
    counted = known.population
    other_size = bool(counted) and not 0.5 <= place.population / (counted or 1) <= 2
    return (
        known.is_county == (place.kind == "county")
        and wanted.kind in ("", known.place.kind)
        and wanted.county in ("", fold(known.place.county))
        and not far
        and not other_size
    )


def _cities_first(found: list[Known], place: ParkingPlace) -> list[Known]:
    """Of several that bear a city's name, prefer those that are cities by law."""
    return [each for each in found if each.place.kind == place.kind] or found


def _once_each(matches: list[Match]) -> list[Match]:
    """Leave out every match with a division that two places of the file would be."""
    found = Counter(match.known.place.division_id for match in matches if match.known)
    reason = "Another place of the file would be the same one, {}."
    return [
        Match(None, reason.format(match.known.place.division_id), several=True)
        if match.known and found[match.known.place.division_id] > 1
        else match
        for match in matches
    ]


def _match(place: ParkingPlace, found: Sequence[Known]) -> Match:
    if len(found) == 1:
        return Match(found[0])
    if place.kind == "state":
        return Match(None, "It is a whole state; only cities, towns and counties are held here.")
    state = place.state.upper()
    if not found:
        reason = f"No place in {state} that is called “{place.name}” fits what the file says of it."
        return Match(None, reason)
    named = "; ".join(
        f"{each.place.division_id} ({each.place.kind})"
        for each in sorted(found, key=lambda each: each.place.division_id)
    )
    return Match(None, f"Several places of {state} could be meant: {named}.", several=True)


def _split(name: str) -> _Wanted:
    folded = fold(name)
    if match := _KIND_FIRST.fullmatch(folded):
        return _Wanted(match["name"], match["kind"], "")
    if match := _BRACKETED.fullmatch(folded):
        words = match["words"]
        county = words if words.endswith((" county", " parish")) else ""
        return _Wanted(match["name"], "" if county else words, county)
    return _Wanted(folded, "", "")


def _spellings(place: Place) -> set[str]:
    """Return ways to spell a division's name: as it stands, as in its id, without "Town".

    The census calls a town of New England with a city's government "Franklin Town city".
    """
    name = fold(place.name)
    last = place.division_id.rpartition(":")[2].replace("_", " ")
    shorter = name.removesuffix(" town") if place.kind == "city" else name
    return {_bare(name), _bare(shorter), _bare(last)}


def _bare(name: str) -> str:
    """Return letters and digits alone, common short forms written one way."""
    plain = name.replace("charter township", "township").replace("'", "").replace("’", "")
    words = re.findall(r"[^\W_]+", plain)
    return "".join(_WORDS.get(word, word) for word in words)
