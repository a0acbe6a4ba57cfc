"""What imports write. Callers hold the transaction: all of it stands, or nothing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from backend.audit import services as audit
from backend.core.errors import ErrorCode, fail
from backend.directory.models import (
    ContactWay,
    Locality,
    Membership,
    Office,
    OfficeKind,
    Official,
    Seat,
    Term,
    Visibility,
)
from backend.imports import mayors
from backend.imports.places import Place
from backend.imports.plan import MovedTerm, Plan
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate

SOURCE = "openstates"
ACTION = "import.apply"
BATCH = 5_000
PLACE_FIELDS = ("name", "kind", "county", "geoid")
# Any number will do, as long as nothing else in the database locks it: "imports" on a keypad.
LOCK = 4676787


@contextmanager
def one_transaction(*, apply: bool) -> Iterator[None]:
    """Compare and write in one transaction; imports that write take turns.

    Raises DomainError, everything rolled back, when somebody else wrote the same rows meanwhile.
    """
    try:
        with transaction.atomic():
            if apply:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            yield
    except IntegrityError as error:
        message = "Somebody changed the same rows meanwhile, so nothing was written. Try again."
        raise fail(ErrorCode.CONFLICT, message, "file") from error


def localities_write(*, places: Sequence[Place], fields: Iterable[str]) -> None:
    """Create or change localities by division id; population and coordinates stay."""
    if not places:
        return
    written = Locality.objects.bulk_create(
        (
            Locality(
                division_id=place.division_id,
                name=place.name,
                kind=place.kind,
                state=place.state,
                county=place.county,
                geoid=place.geoid,
            )
            for place in places
        ),
        update_conflicts=True,
        unique_fields=("division_id",),
        update_fields=("name", "name_folded", "kind", "county", "geoid"),
    )
    outbox.record_many(Aggregate.LOCALITY, [locality.pk for locality in written])
    audit.record_many(
        actor_id=None,
        action=ACTION,
        subject=Aggregate.LOCALITY,
        fields_by_id={locality.pk: fields for locality in written},
    )


def people_write(*, plan: Plan) -> None:
    """Write a plan: places, officials as records, their contact ways, their terms.

    Records are in no graph, so that only members and the like are told to it.
    """
    localities_write(places=plan.places, fields=PLACE_FIELDS)
    ids = _officials_write(plan)
    ContactWay.objects.bulk_create(
        ContactWay(official_id=ids[source_key], kind=kind, value=value, visibility=Visibility.STAFF)
        for source_key, (kind, value) in plan.contacts
    )
    _terms_move(plan.moved_terms)
    seats = _seats_ensure({term.division_id for term in plan.new_terms})
    Term.objects.bulk_create(
        Term(
            seat=seats[term.division_id],
            official_id=ids[term.source_key],
            during=term.during,
            start_is_known=term.start_is_known,
        )
        for term in plan.new_terms
    )
    created = {ids[person.source_key]: person.fields for person in plan.created}
    audit.record_many(
        actor_id=None,
        action=ACTION,
        subject=Aggregate.OFFICIAL,
        fields_by_id={**created, **plan.fields},
    )
    agreed = Official.objects.filter(pk__in=plan.fields).exclude(membership=Membership.RECORD)
    told = list(agreed.values_list("pk", flat=True))
    if told:
        outbox.record_many(Aggregate.OFFICIAL, told)


def _officials_write(plan: Plan) -> dict[str, int]:
    """Create and rename; return the ids of everybody concerned by their id in the roster."""
    created = Official.objects.bulk_create(
        Official(
            name=person.name,
            membership=Membership.RECORD,
            source=SOURCE,
            source_key=person.source_key,
        )
        for person in plan.created
    )
    for official, name in plan.renamed:
        official.name = name
        official.save(update_fields=["name", "name_folded"])
    known = Official.objects.filter(
        source_key__in=[key for key, _ in plan.contacts]
        + [term.source_key for term in plan.new_terms]
    )
    ids = {official.source_key or "": official.pk for official in known}
    return ids | {official.source_key or "": official.pk for official in created}


def _terms_move(moved: Sequence[MovedTerm]) -> None:
    """Give stored terms other days, one person a seat at every moment.

    First each shrinks to the days that it keeps, then each grows to its new ones: so none ever
    overlaps another that has yet to move.
    """
    terms = []
    for each in moved:
        each.term.during = _common_days(each.term.during, each.during)
        terms.append(each.term)
    Term.objects.bulk_update(terms, ["during"], batch_size=BATCH)
    for each in moved:
        each.term.during = each.during
        each.term.start_is_known = each.start_is_known
    Term.objects.bulk_update(terms, ["during", "start_is_known"], batch_size=BATCH)


def _common_days(old: DateRange, new: DateRange) -> DateRange:
    lowers = [each.lower for each in (old, new) if each.lower is not None]
    uppers = [each.upper for each in (old, new) if each.upper is not None]
    return DateRange(max(lowers, default=None), min(uppers, default=None))


def _seats_ensure(division_ids: set[str]) -> dict[str, Seat]:
    """Return the mayor's seat of each place, made where there is none."""
    seats = mayors.seats_of(division_ids)
    missing = division_ids - seats.keys()
    offices = mayors.offices_of(missing)
    localities = Locality.objects.filter(division_id__in=missing - offices.keys())
    made = Office.objects.bulk_create(
        Office(
            locality=locality,
            name=mayors.NAME,
            kind=OfficeKind.MAYOR,
            title=mayors.NAME,
            seat_count=1,
        )
        for locality in localities
    )
    offices |= {office.locality.division_id: office for office in made}
    new = Seat.objects.bulk_create(Seat(office=office) for office in offices.values())
    return seats | {seat.office.locality.division_id: seat for seat in new}
