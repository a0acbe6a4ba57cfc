"""What ties people to each other beyond their work: organizations, events, a saved suggestion."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import CharField, DateField, Expression, F, QuerySet, Value
from django.db.models.functions import TruncDate

from backend.directory.models import Affiliation, Official
from backend.introductions.models import Feedback, FeedbackKind
from backend.playbook.models import Attendance


class TieKind(StrEnum):
    """What somebody is tied to."""

    ORGANIZATION = "organization"
    EVENT = "event"
    SAVED = "saved"


@dataclass(frozen=True)
class Tie:
    """Somebody belongs to an organization, was at an event, or has saved somebody; since when."""

    id: int
    name: str
    on: date | None


# By kind, whose it is, and what or whom it leads to.
Ties = dict[tuple[TieKind, int, int], Tie]


def ties_of(own: Official, peers: Sequence[Official]) -> Ties:
    """Return the ties of an official and of peers; what was saved, of the former. One statement."""
    everybody = [own.pk, *(peer.pk for peer in peers)]
    rows = _columns(
        Affiliation.objects.filter(official__in=everybody),
        TieKind.ORGANIZATION,
        "organization_id",
        F("organization__name"),
        F("since"),
    ).union(
        _columns(
            Attendance.objects.filter(official__in=everybody),
            TieKind.EVENT,
            "event_id",
            F("event__name"),
            F("event__on"),
        ),
        _columns(
            Feedback.objects.filter(official=own, about__in=everybody, kind=FeedbackKind.SAVED),
            TieKind.SAVED,
            "about_id",
            Value("", output_field=CharField()),
            TruncDate("given_at", output_field=DateField()),
        ),
        all=True,
    )
    return {
        (TieKind(kind), official, to): Tie(pk, name, on)
        for kind, official, to, pk, name, on in rows
    }


def _columns(
    rows: QuerySet[Any], kind: TieKind, to: str, name: Expression | F, on: Expression | F
) -> QuerySet[Any]:
    """Return one table's part of the union: six columns of the same kinds."""
    named = Value(kind.value, output_field=CharField())
    return rows.order_by().values_list(named, F("official_id"), F(to), F("pk"), name, on)
