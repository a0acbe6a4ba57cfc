"""What imports write. Callers hold the transaction: all of it stands, or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from backend.audit import services as audit
from backend.core.errors import ErrorCode, fail
from backend.directory.models import (
    ContactWay,
    Issue,
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
from backend.imports.messages import ImportMessage
from backend.imports.overlaps import overlaps_refresh
from backend.imports.parking_plan import ADOPTION_FIELDS, ParkingPlan
from backend.imports.parking_records import Point
from backend.imports.parking_words import (
    ISSUE_DESCRIPTION,
    ISSUE_NAME,
    ISSUE_SLUG,
    ISSUE_SYNONYMS,
    PRACTICES,
    SOURCE_URL,
)
from backend.imports.places import Place
from backend.imports.plan import MovedTerm, Plan
from backend.imports.report import Progress
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from backend.playbook.models import Adoption, Policy

SOURCE = "openstates"
ACTION = "import.apply"
BATCH = 5_000
PLACE_FIELDS = ("name", "kind", "county", "geoid")
POINT_FIELDS = ("latitude", "longitude")
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
        raise fail(ErrorCode.CONFLICT, ImportMessage.CHANGED_MEANWHILE, "file") from error


def localities_write(
    *,
    places: Sequence[Place],
    fields: Iterable[str],
    points: Mapping[str, Point] = MappingProxyType({}),
) -> None:
    """Create or change localities by division id; population and coordinates stay.

    `points` says where new ones lie, by division id.
    """
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
                **_degrees(points.get(place.division_id)),
            )
            for place in places
        ),
        update_conflicts=True,
        unique_fields=("division_id",),
        update_fields=("name", "name_folded", "kind", "county", "geoid"),
    )
    _tell_of(Aggregate.LOCALITY, {locality.pk: fields for locality in written})
    overlaps_refresh(locality_ids=[locality.pk for locality in written])


def _degrees(point: Point | None) -> dict[str, float]:
    return {} if point is None else {"latitude": point.latitude, "longitude": point.longitude}


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


def adoptions_write(*, plan: ParkingPlan, progress: Progress) -> None:
    """Write a plan: places, coordinates, the issue and policies if absent, and adoptions."""
    if not plan.adoptions and not plan.points:
        return
    localities_write(
        places=list(plan.places.values()),
        fields=(*PLACE_FIELDS, *POINT_FIELDS),
        points=plan.points,
    )
    _localities_locate(plan.points)
    policies = _policies_ensure()
    division_ids = {each.locality for each in plan.adoptions}
    localities = dict(
        Locality.objects.filter(division_id__in=division_ids).values_list("division_id", "pk")
    )
    for start in range(0, len(plan.adoptions), BATCH):
        batch = plan.adoptions[start : start + BATCH]
        written = Adoption.objects.bulk_create(
            (
                Adoption(
                    policy_id=policies[each.policy],
                    locality_id=localities[each.locality],
                    title=each.title,
                    adopted_on=each.adopted_on,
                    precision=each.precision,
                    status=each.status,
                    source=each.source,
                    source_key=each.source_key,
                    evidence_url=SOURCE_URL,
                )
                for each in batch
            ),
            update_conflicts=True,
            unique_fields=("source_key",),
            update_fields=ADOPTION_FIELDS,
        )
        _tell_of(
            Aggregate.ADOPTION,
            {adoption.pk: plan.fields[adoption.source_key or ""] for adoption in written},
        )
        progress(start + len(batch), len(plan.adoptions))


def _localities_locate(points: Mapping[str, Point]) -> None:
    """Say where stored localities without coordinates lie, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE directory_locality SET latitude = given.latitude, longitude = given.longitude"
            " FROM unnest(%s::text[], %s::float8[], %s::float8[])"
            " AS given (division_id, latitude, longitude)"
            " WHERE directory_locality.division_id = given.division_id"
            " AND directory_locality.latitude IS NULL RETURNING id",
            [
                list(points),
                [point.latitude for point in points.values()],
                [point.longitude for point in points.values()],
            ],
        )
        located = [row[0] for row in cursor.fetchall()]
    _tell_of(Aggregate.LOCALITY, dict.fromkeys(located, POINT_FIELDS))


def _policies_ensure() -> dict[str, int]:
    """Return the ids of the policies by slug; made with their issue where they are absent."""
    issue, is_new = Issue.objects.get_or_create(
        slug=ISSUE_SLUG,
        defaults={
            "name": ISSUE_NAME,
            "description": ISSUE_DESCRIPTION,
            "synonyms": ISSUE_SYNONYMS,
        },
    )
    if is_new:
        _tell_of(Aggregate.ISSUE, {issue.pk: ("name", "description", "synonyms")})
    ids = {}
    for practice in PRACTICES.values():
        policy, is_new = Policy.objects.get_or_create(
            slug=practice.slug,
            defaults={"name": practice.name, "summary": practice.summary, "issue": issue},
        )
        ids[practice.slug] = policy.pk
        if is_new:
            _tell_of(Aggregate.POLICY, {policy.pk: ("name", "summary", "issue")})
    return ids


def _tell_of(aggregate: Aggregate, fields_by_id: Mapping[int, Iterable[str]]) -> None:
    """Tell the graph and the audit trail of what an import changed."""
    if not fields_by_id:
        return
    outbox.record_many(aggregate, fields_by_id)
    audit.record_many(actor_id=None, action=ACTION, subject=aggregate, fields_by_id=fields_by_id)
