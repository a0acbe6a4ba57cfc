"""Seating people: who holds which seat from when until when."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from backend.accounts.permissions import require_broker
from backend.accounts.viewer import Viewer
from backend.core.errors import ErrorCode, fail
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Official, Seat, Term
from backend.directory.services.profile import record_change


def term_add(
    *,
    viewer: Viewer,
    official: Official,
    seat: Seat,
    first_day: date | None,
    last_day: date | None,
) -> Term:
    """Seat an official from a first to a last day, both included; an open end is None.

    Staff only. Raises DomainError, having written nothing, when the last day comes before the
    first, or when somebody else sits there on one of those days.
    """
    require_broker(viewer)
    if first_day is not None and last_day is not None and last_day < first_day:
        raise fail(ErrorCode.INVALID, DirectoryMessage.ENDS_BEFORE_START, "lastDay")
    after_last = None if last_day is None else last_day + timedelta(days=1)
    try:
        with transaction.atomic():
            term = Term.objects.create(
                seat=seat,
                official=official,
                during=DateRange(first_day, after_last),
                start_is_known=first_day is not None,
            )
            record_change(viewer, official, "term.add", ["term"])
    except IntegrityError as error:
        if "term_one_person_a_seat" not in str(error):
            raise
        raise fail(ErrorCode.CONFLICT, DirectoryMessage.SEAT_IS_HELD, "seat") from error
    return term
