"""Builds rows for tests, plainly: a place, somebody who serves there, what they work on."""

from datetime import date, timedelta
from itertools import count

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from backend.accounts.models import Role, User
from backend.accounts.viewer import Viewer, viewer_of
from backend.core.clock import today
from backend.directory.models import (
    Connection,
    Direction,
    Help,
    Issue,
    Locality,
    LocalityFact,
    LocalityOverlap,
    Membership,
    Office,
    Official,
    Seat,
    Stage,
    Term,
    Work,
)
from backend.introductions.models import Introduction

_numbers = count(1)


def place(name: str = "Tucson", state: str = "az", *, population: int | None = 540_000) -> Locality:
    """A locality with a made-up division id."""
    return Locality.objects.create(
        division_id=f"ocd-division/country:us/state:{state}/place:test_{next(_numbers)}",
        name=name,
        state=state,
        kind="place",
        population=population,
        population_year=None if population is None else 2020,
    )


def overlap(one: Locality, other: Locality) -> LocalityOverlap:
    """Staff know that two places overlap."""
    first, second = sorted((one.pk, other.pk))
    return LocalityOverlap.objects.create(first_id=first, second_id=second, source="staff")


def member(name: str = "Ana Test", *, at: Locality | None = None, **fields) -> Official:
    """A member with a user, who has sat on the council of a place since 2020 (or `at` nowhere)."""
    user = User.objects.create_user(f"person{next(_numbers)}@example.org")
    person = Official.objects.create(
        **{"user": user, "name": name, "membership": Membership.MEMBER, **fields}
    )
    if at is not None:
        seat_of(person, at)
    return person


def in_office(name: str = "Ana Test", **fields) -> Official:
    """A member who serves in a place of their own."""
    return member(name, at=place(f"Town {next(_numbers)}"), **fields)


def seat_of(
    person: Official,
    at: Locality,
    *,
    since: date | None = date(2020, 1, 6),
    until: date | None = None,
) -> Term:
    """Seat somebody on a council seat of their own; `until` is the day after the last."""
    office, _ = Office.objects.get_or_create(
        locality=at,
        name="City Council",
        defaults={"kind": "council", "title": "Council member", "seat_count": 7},
    )
    seat = Seat.objects.create(office=office, label=f"District {next(_numbers)}")
    return Term.objects.create(seat=seat, official=person, during=DateRange(since, until))


def issue(name: str, parent: Issue | None = None, *, synonyms: tuple[str, ...] = ()) -> Issue:
    """An issue, perhaps below another."""
    slug = f"{name.lower().replace(' ', '-')}-{next(_numbers)}"
    return Issue.objects.create(slug=slug, name=name, parent=parent, synonyms=list(synonyms))


def work(
    person: Official,
    on: Issue,
    stage: Stage = Stage.DRAFTING,
    *,
    seeks: tuple[str, ...] = (),
    offers: tuple[str, ...] = (),
    **fields,
) -> Work:
    """Somebody's work on an issue, with kinds of help."""
    made = Work.objects.create(official=person, issue=on, stage=stage, **fields)
    for direction, kinds in ((Direction.SEEKS, seeks), (Direction.OFFERS, offers)):
        for kind in kinds:
            Help.objects.create(work=made, direction=direction, kind=kind)
    return made


def ask(asker: Official, other: Official, about: Issue, **fields) -> Introduction:
    """An ask that is open for 14 days from today and bars the two for 180 more."""
    expires_on = fields.pop("expires_on", today() + timedelta(days=14))
    given = {
        "asker_answer": "yes",
        "note": "May I ask?",
        "asked_at": timezone.now(),
        "expires_on": expires_on,
        "excluded_until": expires_on + timedelta(days=180),
    }
    return Introduction.objects.create(asker=asker, other=other, issue=about, **given | fields)


def connect(one: Official, other: Official) -> None:
    """Let two have said yes to each other."""
    first, second = sorted((one.pk, other.pk))
    Connection.objects.create(first_id=first, second_id=second)


def fact(at: Locality, name: str = "renter_share", value: float = 0.5, **fields) -> LocalityFact:
    """A figure of a place."""
    given = {"year": 2022, "source": "A survey"}
    return LocalityFact.objects.create(locality=at, name=name, value=value, **given | fields)


def viewer(person: Official) -> Viewer:
    """The view of an official who has signed in."""
    assert person.user is not None
    return viewer_of(person.user)


def as_read(person: Official) -> dict[str, int]:
    """Whose record it is and its version now, as a service that changes it is told."""
    return {"owner_id": person.pk, "version": Official.objects.get(pk=person.pk).version}


def staff(role: Role = Role.BROKER) -> User:
    """Somebody of the staff."""
    return User.objects.create_user(
        f"staff{next(_numbers)}@example.org", role=role, display_name="Priya Test"
    )


def staff_viewer(role: Role = Role.BROKER) -> Viewer:
    """The view of somebody of the staff who has shown a second factor."""
    return viewer_of(staff(role), second_factor=True)
