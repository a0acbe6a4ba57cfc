"""A network of plain rows, big enough to measure: people with a term, work, help, organizations."""

import random
import sys
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from backend.accounts.models import Role, User
from backend.directory.models import (
    Affiliation,
    Direction,
    Help,
    HelpKind,
    Issue,
    Locality,
    Membership,
    Office,
    Official,
    Organization,
    Seat,
    Stage,
    Term,
    Work,
)

PLACES, ISSUES, ORGANIZATIONS, OFFICIALS, WORK_EACH = 300, 60, 50, 4_000, 4
BATCH = 20_000


def make() -> None:
    """Write the rows; nothing of them is queued."""
    dice = random.Random(1)  # noqa: S311 - the same rows each time, no secret
    places = Locality.objects.bulk_create(
        Locality(
            division_id=f"ocd-division/country:us/state:az/place:bench_{number}",
            name=f"Place {number}",
            kind="place",
            state="az",
            population=1_000 + number,
            population_year=2020,
            latitude=33.0 + number / 1_000,
            longitude=-112.0,
        )
        for number in range(PLACES)
    )
    roots = Issue.objects.bulk_create(
        Issue(slug=f"root-{number}", name=f"Root {number}") for number in range(ISSUES // 6)
    )
    issues = roots + Issue.objects.bulk_create(
        Issue(slug=f"issue-{number}", name=f"Issue {number}", parent=roots[number % len(roots)])
        for number in range(ISSUES - len(roots))
    )
    organizations = Organization.objects.bulk_create(
        Organization(name=f"Organization {number}", kind="national")
        for number in range(ORGANIZATIONS)
    )
    _people(dice, range(OFFICIALS), places, issues, organizations)


def more(officials: int) -> None:
    """Write so many others of the same kind beside them."""
    dice = random.Random(2)  # noqa: S311 - the same rows each time, no secret
    places, issues = list(Locality.objects.all()), list(Issue.objects.all())
    organizations = list(Organization.objects.all())
    last = OFFICIALS + officials
    for first in range(OFFICIALS, last, BATCH):
        numbers = range(first, min(first + BATCH, last))
        _people(dice, numbers, places, issues, organizations)
        print(f"  rows of {numbers.stop:,} officials of {last:,}", file=sys.stderr)  # noqa: T201


def _people(
    dice: random.Random,
    numbers: range,
    places: list[Locality],
    issues: list[Issue],
    organizations: list[Organization],
) -> None:
    officials = _officials(numbers, places)
    Affiliation.objects.bulk_create(
        Affiliation(official=person, organization=dice.choice(organizations))
        for person in officials
    )
    work = Work.objects.bulk_create(
        Work(official=person, issue=issue, stage=dice.choice(Stage.values))
        for person in officials
        for issue in dice.sample(issues, WORK_EACH)
    )
    Help.objects.bulk_create(
        Help(work=each, direction=direction, kind=dice.choice(HelpKind.values))
        for each in work
        for direction in Direction
    )


def _officials(numbers: range, places: list[Locality]) -> list[Official]:
    users = User.objects.bulk_create(
        User(email=f"{number}@example.org", email_folded=f"{number}@example.org", role=Role.MEMBER)
        for number in numbers
    )
    officials = Official.objects.bulk_create(
        Official(user=user, name=f"Person {number}", membership=Membership.MEMBER)
        for number, user in zip(numbers, users, strict=True)
    )
    offices = Office.objects.bulk_create(
        Office(
            locality=place,
            name=f"Council from {numbers.start}",
            kind="council",
            title="Council member",
        )
        for place in places
    )
    seats = Seat.objects.bulk_create(
        Seat(office=offices[number % len(offices)], label=f"District {number}")
        for number in numbers
    )
    Term.objects.bulk_create(
        Term(seat=seat, official=person, during=DateRange(date(2024, 1, 1), date(2090, 1, 1)))
        for person, seat in zip(officials, seats, strict=True)
    )
    return officials
