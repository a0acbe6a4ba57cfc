"""Makes the invented network: the same seed on the same day gives the same one."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from backend.demo import sources
from backend.demo.figures import facts_of
from backend.demo.identities import contacts, identity
from backend.demo.interactions import attended, between
from backend.demo.model import Issue, Network, Office, Person, Place, Work
from backend.demo.offices import last_day, offices_of, term
from backend.demo.workload import Progress, with_lineage

SEED = 2026
PEOPLE = 420
ACCOUNT_DOMAIN = "members.example"
# How many issues somebody works on: most a few, some six.
ISSUE_COUNTS = {1: 22, 2: 30, 3: 24, 4: 13, 5: 7, 6: 4}
OFFICE_WEIGHTS = {"council": 76, "commission": 90, "mayor": 11, "school_board": 9, "other": 3}
MEMBERSHIPS = {"member": 935, "record": 35, "invited": 20, "left": 10}


def make_network(today: date, seed: int = SEED) -> Network:
    """Return the whole network; every date is relative to `today`."""
    return _Maker(today, Random(seed)).make()  # noqa: S311 - made to be repeated


class _Maker:
    """Holds what is already decided while the network is made."""

    def __init__(self, today: date, rng: Random) -> None:
        self.today = today
        self.rng = rng
        self.places = {place.division_id: place for place in sources.places()}
        self.issues = {issue.slug: issue for issue in sources.issues()}
        self.offices = {key: offices_of(place) for key, place in self.places.items()}
        self.progress = Progress(rng, today)
        self.names: set[str] = set()
        self.seats: set[tuple[str, str, str]] = set()

    def make(self) -> Network:
        people = [self.featured_person(entry) for entry in sources.featured()]
        people.extend(self.person(place, n) for n, place in enumerate(self.chosen_places(), 1))
        adoptions = with_lineage(self.rng, list(self.progress.adoptions.values()))
        return Network(
            places=tuple(self.places.values()),
            issues=tuple(self.issues.values()),
            organizations=sources.organizations(),
            offices=tuple(o for kinds in self.offices.values() for o in kinds.values()),
            people=tuple(people),
            adoptions=tuple(adoptions),
            preemptions=sources.preemptions(),
            events=attended(self.rng, sources.events(self.today), people),
            experts=sources.experts(self.today),
            facts=facts_of(self.rng, self.places.values()),
            between=between(self.rng, self.today, people, self.issues),
        )

    def chosen_places(self) -> list[Place]:
        """Give every place somebody, and larger ones more."""
        places = list(self.places.values())
        rest = PEOPLE - len(places) - len(sources.featured())
        weights = [min(place.population, 900_000) ** 0.3 for place in places]
        return places + self.rng.choices(places, weights, k=rest)

    def featured_person(self, entry: dict[str, Any]) -> Person:
        place = self.places[entry["division"]]
        office = self.offices[place.division_id][entry["office"]]
        since = entry["since"]
        start = date(self.today.year - since["years"], since["month"], since["day"])
        self.names.add(entry["name"])
        self.take(office, entry["seat"])
        return Person(
            key=entry["id"],
            name=entry["name"],
            pronouns=entry["pronouns"],
            biography=entry["biography"],
            languages=tuple(entry["languages"]),
            membership="member",
            paused=False,
            hidden=False,
            joined_on=self.recently(start),
            office=(place.division_id, office.name),
            seat=entry["seat"],
            start=start,
            start_is_known=True,
            until=last_day(start, self.today),
            work=tuple(
                self.progress.given(
                    place,
                    self.issues[work["issue"]],
                    work,
                    start=start,
                    recent=self.recently(start),
                )
                for work in entry["work"]
            ),
            organizations=tuple(entry["organizations"]),
            contacts=contacts(self.rng, entry["name"], place),
            account=account_of(entry["id"]),
            connected=tuple(entry.get("connected", ())),
        )

    def person(self, place: Place, number: int) -> Person:
        office, seat = self.free_seat(place)
        start, until = term(self.rng, self.today)
        who = identity(self.rng, self.names)
        membership = self.rng.choices(tuple(MEMBERSHIPS), tuple(MEMBERSHIPS.values()))[0]
        member = membership == "member"
        joined = self.recently(start) if membership in {"member", "left"} else None
        work = self.work(place, office, start) if membership in {"member", "invited"} else ()
        return Person(
            key=str(number),
            name=who.name,
            pronouns=who.pronouns if membership != "record" else "",
            biography=who.biography if member else "",
            languages=who.languages if member else (),
            membership=membership,
            paused=member and self.rng.random() < 0.05,
            hidden=member and self.rng.random() < 0.03,
            joined_on=joined,
            office=(place.division_id, office.name),
            seat=seat,
            start=start,
            start_is_known=self.rng.random() < 0.95,
            until=until,
            work=work,
            organizations=self.affiliations(place, work) if member else (),
            contacts=contacts(self.rng, who.name, place),
        )

    def recently(self, start: date) -> date:
        """Return a day between taking office and last week, at most two years ago."""
        latest = self.today - timedelta(days=7)
        earliest = max(start, self.today - timedelta(days=730))
        span = max(0, (latest - earliest).days)
        return min(earliest, latest) + timedelta(days=self.rng.randint(0, span))

    def free_seat(self, place: Place) -> tuple[Office, str]:
        offices = list(self.offices[place.division_id].values())
        free = {
            office: seats
            for office in offices
            if (seats := [s for s in office.seats if self.is_free(office, s)])
        }
        weights = [OFFICE_WEIGHTS[office.kind] for office in free]
        office = self.rng.choices(list(free), weights)[0]
        seat = self.rng.choice(free[office])
        self.take(office, seat)
        return office, seat

    def is_free(self, office: Office, seat: str) -> bool:
        return (office.division, office.name, seat) not in self.seats

    def take(self, office: Office, seat: str) -> None:
        self.seats.add((office.division, office.name, seat))

    def work(self, place: Place, office: Office, start: date) -> tuple[Work, ...]:
        count = self.rng.choices(tuple(ISSUE_COUNTS), tuple(ISSUE_COUNTS.values()))[0]
        chosen = self.choose_issues(office, count)
        return tuple(
            self.progress.work(place, issue, rank=rank, start=start)
            for rank, issue in enumerate(chosen)
        )

    def choose_issues(self, office: Office, count: int) -> list[Issue]:
        """Draw issues by their weight; four times as likely from the area of the first."""
        school_board = office.kind == "school_board"
        left = [i for i in self.issues.values() if i.parent and (i.schools or not school_board)]
        chosen: list[Issue] = []
        while len(chosen) < count:
            weights = [self.pull(issue, chosen) for issue in left]
            issue = self.rng.choices(left, weights)[0]
            left.remove(issue)
            chosen.append(issue)
        return chosen

    @staticmethod
    def pull(issue: Issue, chosen: Sequence[Issue]) -> float:
        # Squared, so that a few issues are held by many and most by few.
        near = 4 if chosen and chosen[0].parent == issue.parent else 1
        return near * float(issue.weight**2)

    def affiliations(self, place: Place, work: Sequence[Work]) -> tuple[str, ...]:
        """Join organizations that are active here on what the person works on."""
        mine = {each.issue for each in work}
        return tuple(
            each.name
            for each in sources.organizations()
            if mine.intersection(each.issues)
            and (each.national or each.state == place.state or each.division == place.division_id)
            and self.rng.random() < (0.3 if each.national else 0.7)
        )


def account_of(key: str) -> str:
    """Return the invented address with which one of the sign-in page's people has an account."""
    return f"{key}@{ACCOUNT_DOMAIN}"
