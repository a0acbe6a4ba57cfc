"""Holding events, and noting who was there."""

from collections.abc import Collection
from datetime import date

from django.db import IntegrityError, transaction

from backend.accounts.permissions import require_broker
from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Locality, Membership, Official
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from backend.playbook.messages import PlaybookMessage
from backend.playbook.models import Attendance, Event
from backend.playbook.services.records import issues_named, record


def event_add(
    *, viewer: Viewer, name: str, on: date, issue_ids: Collection[int], locality_id: int | None
) -> Event:
    """Add an event at a place; without a place it is online.

    Raises DomainError, having written nothing, when the name is missing or taken that day, or the
    place or an issue is unknown.
    """
    require_broker(viewer)
    name = clean(name)
    checks = Checks()
    checks.text("name", name, most=160, required=True)
    checks.finish()
    issues = issues_named(issue_ids)
    if locality_id is not None and not Locality.objects.filter(pk=locality_id).exists():
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_PLACE, "localityId")
    try:
        with transaction.atomic():
            event = Event.objects.create(
                name=name, on=on, locality_id=locality_id, is_online=locality_id is None
            )
            event.issues.set(issues)
            record(viewer, Aggregate.EVENT, event.pk, "event.add", ("name", "on", "issues"))
    except IntegrityError as error:
        if "event_once" not in str(error):
            raise
        raise fail(ErrorCode.CONFLICT, PlaybookMessage.EVENT_EXISTS, "name") from error
    return event


def attendance_note(*, viewer: Viewer, event_id: int, official_ids: Collection[int]) -> int:
    """Note that these members were at an event, and return how many were not noted before.

    Raises DomainError, having written nothing, when the event or somebody is unknown.
    """
    require_broker(viewer)
    wanted = set(official_ids)
    with transaction.atomic():
        event = Event.objects.filter(pk=event_id).first()
        if event is None:
            raise fail(ErrorCode.NOT_FOUND, PlaybookMessage.NO_SUCH_EVENT, "eventId")
        members = Official.objects.filter(pk__in=wanted, membership=Membership.MEMBER)
        if members.count() < len(wanted):
            raise fail(ErrorCode.NOT_FOUND, PlaybookMessage.NOT_ALL_MEMBERS, "officialIds")
        noted = event.attendance.filter(official__in=wanted)
        new = sorted(wanted - set(noted.values_list("official_id", flat=True)))
        Attendance.objects.bulk_create(Attendance(event=event, official_id=each) for each in new)
        outbox.record_many(Aggregate.OFFICIAL, new)
        record(viewer, Aggregate.EVENT, event.pk, "event.attendance", ("attendance",))
    return len(new)
