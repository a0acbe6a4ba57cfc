"""The introductions of a person, as that person may read them: the only way to show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.db.models.functions import Greatest, Least

from backend.accounts.viewer import Viewer
from backend.directory.models import Connection, Issue, Official
from backend.directory.selectors.officials import visible_officials
from backend.introductions.machine import answer_field
from backend.introductions.models import Introduction
from backend.introductions.selectors.asks import Standing, received, standing

MOST_INTRODUCTIONS = 200


class AskedBy(StrEnum):
    """Whose idea an introduction was."""

    YOU = "you"
    THEM = "them"
    STAFF = "staff"


@dataclass(frozen=True)
class OwnIntroduction:
    """What one of the two may read. Only what doesn't depend on an answer of the other one's.

    Contact ways aren't among it: whoever is connected reads them where everybody's stand.
    """

    id: int
    other: Official
    asked_by: AskedBy
    issue: Issue
    note: str
    standing: Standing
    your_answer: str
    asked_at: datetime
    expires_on: date


def introductions_of(viewer: Viewer) -> Sequence[OwnIntroduction]:
    """Return what this viewer has asked, answered or still has to answer, the newest first.

    What is held isn't there for whoever hasn't answered it, nor is what they missed, lest an
    expired hold come to light. Nor is anything with somebody they can't see. A connection that has
    ended reads as not available, whoever ended it and how. One statement.
    """
    own = viewer.official_id
    if own is None:
        return []
    answered = Q(asker=own) & ~Q(asker_answer="") | Q(other=own) & ~Q(other_answer="")
    rows = (
        (Introduction.objects.filter(answered) | received(own))
        .annotate(counterpart=Case(When(asker=own, then="other"), default="asker"))
        .annotate(is_connected=Exists(_connection()))
        .filter(counterpart__in=visible_officials(viewer).values("pk"))
        .select_related("asker", "other", "issue")
        .order_by("-asked_at", "-pk")[:MOST_INTRODUCTIONS]
    )
    return [_as_read_by(viewer, own, row, is_connected=row.is_connected) for row in rows]


def _connection() -> QuerySet[Connection]:
    """Return the connection of the two of an outer query's introduction."""
    pair = OuterRef("asker"), OuterRef("other")
    return Connection.objects.filter(first=Least(*pair), second=Greatest(*pair))


def _as_read_by(
    viewer: Viewer, own: int, row: Introduction, *, is_connected: bool
) -> OwnIntroduction:
    is_asker = row.asker_id == own
    by_member = AskedBy.YOU if is_asker else AskedBy.THEM
    now = standing(row, own)
    if now == Standing.CONNECTED and not is_connected:
        now = Standing.NOT_AVAILABLE
    return OwnIntroduction(
        id=row.pk,
        other=row.other if is_asker else row.asker,
        asked_by=by_member if row.proposed_by_id is None else AskedBy.STAFF,
        issue=row.issue,
        note=row.note,
        standing=now,
        your_answer=getattr(row, answer_field(row, viewer)),
        asked_at=row.asked_at,
        expires_on=row.expires_on,
    )
