"""The bodies that an invented official may sit in, as such places call them."""

from datetime import date
from random import Random

from backend.demo.model import Office, Place

NEW_ENGLAND = ("me", "nh", "vt", "ma", "ri", "ct")
# Days on which new terms begin, as month and day.
SWEARING_IN = ((1, 2), (1, 6), (4, 20), (5, 4), (7, 1), (11, 15), (12, 3))
TERM_YEARS = 4


def offices_of(place: Place) -> dict[str, Office]:
    """Return a place's offices by kind."""
    found = {
        "council": _council(place),
        "other": _office(place, "Clerk's Office", "other", "Clerk"),
    }
    if place.kind == "county":
        found = {"commission": _commission(place)}
    elif place.kind in {"city", "municipality", "borough"}:
        found["mayor"] = _office(place, "Mayor's Office", "mayor", "Mayor")
    found["school_board"] = Office(
        place.division_id,
        "School Board",
        "school_board",
        "School board member",
        tuple(f"Position {number}" for number in range(1, 8)),
    )
    return found


def _office(place: Place, name: str, kind: str, title: str) -> Office:
    return Office(place.division_id, name, kind, title, ("",))


def _council(place: Place) -> Office:
    if place.kind == "town" and place.state in NEW_ENGLAND:
        name, title = "Select Board", "Select Board member"
    elif place.kind == "village" and place.state != "oh":
        name, title = "Village Board", "Trustee"
    elif place.state == "wi":
        name, title = "Common Council", "Alder"
    else:
        name = f"{place.kind.title()} Council" if place.kind != "municipality" else "Assembly"
        title = "Council member" if place.kind != "municipality" else "Assembly member"
    return Office(place.division_id, name, "council", title, _seats(place))


def _commission(place: Place) -> Office:
    name, title = {
        "wi": ("County Board", "Supervisor"),
        "ia": ("Board of Supervisors", "Supervisor"),
        "az": ("Board of Supervisors", "Supervisor"),
        "tx": ("Commissioners Court", "County commissioner"),
        "ny": ("County Legislature", "Legislator"),
        "wa": ("County Council", "County council member"),
        "md": ("County Council", "County council member"),
        "hi": ("County Council", "County council member"),
        "va": ("County Board", "County board member"),
    }.get(place.state, ("Board of Commissioners", "County commissioner"))
    return Office(place.division_id, name, "commission", title, _seats(place))


def _seats(place: Place) -> tuple[str, ...]:
    """Give larger places more seats: districts first, then three at large."""
    sizes = ((5_000, 5), (50_000, 7), (250_000, 9), (1_000_000, 11))
    count = next((seats for limit, seats in sizes if place.population < limit), 15)
    word = "Ward" if place.state in {"az", "oh", "ma", "nh", "me", "nj", "nm"} else "District"
    districts = tuple(f"{word} {number}" for number in range(1, count - 2))
    return (*districts, *(f"At large {number}" for number in range(1, 4)))


def term(rng: Random, today: date) -> tuple[date, date]:
    """Return the first and last day of somebody's time in one seat, re-elections included.

    Nine in ten are in office; some have just left, some begin within weeks.
    """
    month, day = rng.choice(SWEARING_IN)
    start = date(
        today.year - rng.choices(range(12), (10, 12, 12, 12, 9, 9, 7, 6, 4, 3, 2, 2))[0], month, day
    )
    lot = rng.random()
    if lot < 0.03:
        start = _days(today, rng.randint(8, 60))
        return start, start.replace(day=1, year=start.year + TERM_YEARS)
    if start >= today:
        start = start.replace(year=today.year - 1)
    if lot < 0.08:
        return start.replace(year=start.year - 3), _days(today, -rng.randint(20, 400))
    return start, last_day(start, today)


def last_day(start: date, today: date) -> date:
    """Return the last day of the term that is running, when each lasts four years."""
    end = start
    while end <= today:
        end = end.replace(year=end.year + TERM_YEARS)
    return _days(end, -1)


def _days(day: date, count: int) -> date:
    return date.fromordinal(day.toordinal() + count)
