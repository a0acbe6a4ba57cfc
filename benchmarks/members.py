"""A network of a thousand members as rows: places of every size, issues from popular to rare."""

import random
from collections.abc import Sequence
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
    OfficeKind,
    Official,
    Organization,
    Priority,
    Seat,
    Stage,
    Term,
    Work,
)
from backend.directory.models.places import STATES
from backend.playbook.models import Adoption, Policy

MEMBERS, PLACES, ISSUES, ORGANIZATIONS, ADOPTIONS = 1_000, 400, 60, 30, 250
# Half of all places have fewer people than this, as of American municipalities with a council.
MEDIAN_POPULATION, SPREAD = 11_000, 1.6
# How many issues somebody works on.
WORK_EACH = {1: 15, 2: 25, 3: 25, 4: 20, 5: 10, 8: 5}


def make() -> None:
    """Write the rows; nothing of them is queued. The same rows each time."""
    dice = random.Random(4)  # noqa: S311 - no secret
    places = _places(dice)
    issues = _issues()
    members = _members(dice, places)
    _work(dice, members, issues)
    organizations = Organization.objects.bulk_create(
        Organization(name=f"Organization {number}", kind="national")
        for number in range(ORGANIZATIONS)
    )
    Affiliation.objects.bulk_create(
        Affiliation(official=person, organization=organization)
        for person in members
        for organization in dice.sample(organizations, dice.choice((0, 0, 1, 1, 2)))
    )
    policies = Policy.objects.bulk_create(
        Policy(slug=f"policy-{number}", name=f"Policy {number}", issue=issue)
        for number, issue in enumerate(issues)
    )
    Adoption.objects.bulk_create(
        Adoption(
            policy=policy,
            locality=dice.choice(places),
            title=f"Ordinance {number}",
            adopted_on=date(dice.randint(2005, 2025), 1, 1),
            precision="year",
            source="Minutes",
        )
        for number, policy in enumerate(dice.choices(policies, _falling(policies), k=ADOPTIONS))
    )


def _falling(things: Sequence[object]) -> list[float]:
    """Weights that fall with the rank: the first is held by many, the last by few."""
    return [rank**-0.8 for rank in range(1, len(things) + 1)]


def _places(dice: random.Random) -> list[Locality]:
    centres = {state: (dice.uniform(27, 47), dice.uniform(-122, -72)) for state in STATES}
    states = dice.choices(list(centres), _falling(list(centres)), k=PLACES)
    return Locality.objects.bulk_create(
        Locality(
            division_id=f"ocd-division/country:us/state:{state}/place:bench_{number}",
            name=f"Place {number}",
            kind="place",
            state=state,
            population=int(MEDIAN_POPULATION * dice.lognormvariate(0, SPREAD)) + 100,
            population_year=2020,
            latitude=centres[state][0] + dice.gauss(0, 1.3),
            longitude=centres[state][1] + dice.gauss(0, 1.3),
        )
        for number, state in enumerate(states)
    )


def _issues() -> list[Issue]:
    roots = Issue.objects.bulk_create(
        Issue(slug=f"root-{number}", name=f"Root {number}") for number in range(ISSUES // 6)
    )
    return Issue.objects.bulk_create(
        Issue(slug=f"issue-{number}", name=f"Issue {number}", parent=roots[number % len(roots)])
        for number in range(ISSUES - len(roots))
    )


def _members(dice: random.Random, places: list[Locality]) -> list[Official]:
    users = User.objects.bulk_create(
        User(email=f"{number}@example.org", email_folded=f"{number}@example.org", role=Role.MEMBER)
        for number in range(MEMBERS)
    )
    members = Official.objects.bulk_create(
        Official(user=user, name=f"Person {number}", membership=Membership.MEMBER)
        for number, user in enumerate(users)
    )
    # Every place has somebody, and larger ones have more.
    homes = places + dice.choices(
        places, [each.population**0.3 for each in places], k=MEMBERS - PLACES
    )
    offices = Office.objects.bulk_create(
        Office(
            locality=home,
            name=f"Office {number}",
            kind=dice.choices(OfficeKind.values, (6, 1, 2, 1, 1))[0],
            title="Member",
        )
        for number, home in enumerate(homes)
    )
    seats = Seat.objects.bulk_create(Seat(office=office, label="Seat") for office in offices)
    Term.objects.bulk_create(
        Term(seat=seat, official=person, during=DateRange(date(2024, 1, 1), date(2090, 1, 1)))
        for person, seat in zip(members, seats, strict=True)
    )
    return members


def _work(dice: random.Random, members: list[Official], issues: list[Issue]) -> None:
    work = Work.objects.bulk_create(
        Work(
            official=person,
            issue=issue,
            stage=dice.choices(Stage.values, (25, 20, 15, 15, 12, 5, 8))[0],
            priority=dice.choices(Priority.values, (30, 45, 25))[0],
        )
        for person in members
        for issue in set(
            dice.choices(
                issues,
                _falling(issues),
                k=dice.choices(list(WORK_EACH), list(WORK_EACH.values()))[0],
            )
        )
    )
    Help.objects.bulk_create(
        Help(work=each, direction=direction, kind=kind)
        for each in work
        for direction in Direction
        for kind in dice.sample(HelpKind.values, dice.choice((0, 0, 1, 2)))
    )
