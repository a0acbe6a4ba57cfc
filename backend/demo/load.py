"""Writes the invented network: everything in one transaction, or nothing."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from backend.accounts.models import Role, User
from backend.core.clock import today
from backend.core.text import fold
from backend.demo import sources
from backend.demo.interaction_rows import write_attendance, write_interactions
from backend.demo.model import Network, Person
from backend.demo.network import SEED, account_of, make_network
from backend.demo.public_rows import INVENTED
from backend.demo.rows import Catalogue, load_catalogue
from backend.directory.models import (
    Affiliation,
    Connection,
    ContactWay,
    Direction,
    Help,
    Official,
    Term,
    Work,
)
from backend.outbox.models import Aggregate
from backend.outbox.services import record_many

Progress = Callable[[str, int, int], None]
STEPS = 6


def load_network(progress: Progress) -> dict[str, int]:
    """Load the network unless it is there, and return how many of what were created.

    `progress` is told what comes next, how many steps are done and how many there are. A network
    that was loaded before is left as it is, with whatever its people have changed since: nothing
    is counted then.
    """
    with transaction.atomic():
        if Official.objects.filter(source=INVENTED).exists():
            progress("The invented network is there already", STEPS, STEPS)
            return {}
        progress("Inventing the network", 0, STEPS)
        network = make_network(today(), SEED)
        progress("Places, issues, organizations and adoptions", 1, STEPS)
        catalogue = load_catalogue(network)
        progress("Officials and their terms", 2, STEPS)
        officials = _officials(network, catalogue)
        progress("Their work", 3, STEPS)
        works = _work(network.people, officials, catalogue)
        _ties(network.people, officials, catalogue)
        progress("What has gone on between them", 4, STEPS)
        write_attendance(network.events, catalogue.events, officials)
        asks = write_interactions(network.between, officials, catalogue.issues)
        progress("Telling the graph", 5, STEPS)
        # What others point at comes first, so that the relay need not come back for anybody.
        for aggregate, ids in catalogue.aggregates():
            record_many(aggregate, ids)
        record_many(Aggregate.OFFICIAL, (official.pk for official in officials.values()))
    progress("The invented network is loaded", STEPS, STEPS)
    return {
        "places": len(catalogue.localities),
        "officials": len(officials),
        "issues": len(catalogue.issues),
        "work": works,
        "organizations": len(catalogue.organizations),
        "policies": len(catalogue.policies),
        "adoptions": len(catalogue.adoptions),
        "facts": len(catalogue.facts),
        "preemptions": len(catalogue.preemptions),
        "events": len(catalogue.events),
        "experts": len(catalogue.experts),
        "introductions": asks,
    }


def _officials(network: Network, catalogue: Catalogue) -> dict[str, Official]:
    users = _users(network.people)
    rows = Official.objects.bulk_create(
        Official(
            user=users.get(person.account) if person.account else None,
            name=person.name,
            pronouns=person.pronouns,
            biography=person.biography,
            languages=list(person.languages),
            membership=person.membership,
            paused=person.paused,
            hidden=person.hidden,
            invented=True,
            source=INVENTED,
            source_key=f"demo/{person.key}",
            joined_on=person.joined_on,
        )
        for person in network.people
    )
    officials = {person.key: row for person, row in zip(network.people, rows, strict=True)}
    Term.objects.bulk_create(
        Term(
            seat_id=catalogue.seats[(*person.office, person.seat)],
            official=officials[person.key],
            # The range ends before its upper end: the day after the last day in office.
            during=DateRange(person.start, person.until + timedelta(days=1)),
            start_is_known=person.start_is_known,
        )
        for person in network.people
    )
    ContactWay.objects.bulk_create(
        ContactWay(
            official=officials[person.key],
            kind=contact.kind,
            value=contact.value,
            visibility=contact.visibility,
        )
        for person in network.people
        for contact in person.contacts
    )
    return officials


def _users(people: Iterable[Person]) -> dict[str, User]:
    accounts = [(person.account, Role.MEMBER, "") for person in people if person.account]
    accounts.extend((account_of(each.id), each.role, each.name) for each in sources.staff())
    users: dict[str, User] = {}
    for email, role, name in accounts:
        user = User(
            email=email, email_folded=fold(email), role=role, display_name=name, invented=True
        )
        user.set_unusable_password()
        users[email] = user
    User.objects.bulk_create(users.values())
    return users


def _work(people: Iterable[Person], officials: Mapping[str, Official], catalogue: Catalogue) -> int:
    pairs = [(person, work) for person in people for work in person.work]
    rows = Work.objects.bulk_create(
        Work(
            official=officials[person.key],
            issue_id=catalogue.issues[work.issue],
            stage=work.stage,
            priority=work.priority,
            since=work.since,
            line=work.line,
        )
        for person, work in pairs
    )
    Help.objects.bulk_create(
        Help(work=row, direction=direction, kind=kind, line=line)
        for row, (_, work) in zip(rows, pairs, strict=True)
        for direction, lines in ((Direction.SEEKS, work.seeks), (Direction.OFFERS, work.offers))
        for kind, line in lines.items()
    )
    return len(rows)


def _ties(
    people: Iterable[Person], officials: Mapping[str, Official], catalogue: Catalogue
) -> None:
    Affiliation.objects.bulk_create(
        Affiliation(
            official=officials[person.key],
            organization_id=catalogue.organizations[name],
            since=person.joined_on,
        )
        for person in people
        for name in person.organizations
    )
    pairs = (
        sorted((officials[person.key].pk, officials[other].pk))
        for person in people
        for other in person.connected
    )
    Connection.objects.bulk_create(
        Connection(first_id=first, second_id=second) for first, second in pairs
    )
