"""Who is not to be suggested to whom, and until when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    Exists,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from backend.core.clock import today
from backend.directory.models import Connection
from backend.introductions.models import OPEN, Block, Feedback, FeedbackKind, Introduction, State


class ExclusionReason(StrEnum):
    """Why two people are kept apart. The last two bind only the one who said so."""

    BLOCK = "block"
    OPEN = "open"
    COOLING_OFF = "cooling_off"
    CONNECTED = "connected"
    DISMISSED = "dismissed"
    KNOWN = "known"


_SET_ASIDE = {
    FeedbackKind.NOT_RELEVANT: ExclusionReason.DISMISSED,
    FeedbackKind.ALREADY_KNOW: ExclusionReason.KNOWN,
}


@dataclass(frozen=True)
class Exclusion:
    """One reason to keep two people apart: whose it is, from whom, until when (None: for ever)."""

    key: str
    official: int
    other: int
    reason: ExclusionReason
    until: date | None = None


@dataclass(frozen=True)
class Saved:
    """Somebody saved a suggestion."""

    feedback: int
    official: int
    other: int


_NOTHING = Value("")
_NEVER = Value(None, output_field=DateField())

# Ids, or a query or expression that gives ids.
Ids = Collection[int] | QuerySet[Any] | Expression


def exclusions_of(officials: Ids) -> list[Exclusion]:
    """Return what keeps others apart from these officials today and is theirs. One statement.

    It belongs to whoever acted: the asker, the blocker, the one who gave feedback, and of two who
    are connected the one who stands first.
    """
    asks = _unconnected().filter(asker__in=officials)
    blocks = Block.objects.filter(blocker__in=officials)
    opinions = _set_aside().filter(official__in=officials)
    connections = Connection.objects.filter(first__in=officials)
    rows = _columns(
        asks, "introduction", ("asker_id", "other_id"), F("state"), F("excluded_until")
    ).union(
        _columns(blocks, "block", ("blocker_id", "blocked_id")),
        _columns(opinions, "feedback", ("official_id", "about_id"), F("kind")),
        _columns(connections, "connection", ("first_id", "second_id")),
        all=True,
    )
    return [
        Exclusion(f"{source}:{row}", official, other, _reason(source, why), until)
        for source, row, official, other, why, until in sorted(rows, key=lambda each: each[:2])
    ]


def _columns(
    rows: QuerySet[Any],
    source: str,
    ends: tuple[str, str],
    why: Expression | F = _NOTHING,
    until: Expression | F = _NEVER,
) -> QuerySet[Any]:
    """Return one table's part of the union: six columns of the same kinds."""
    named = Value(source, output_field=CharField())
    return rows.order_by().values_list(named, F("pk"), *ends, Cast(why, CharField()), until)


def _reason(source: str, why: str) -> ExclusionReason:
    if source == "introduction":
        return ExclusionReason.OPEN if why in OPEN else ExclusionReason.COOLING_OFF
    if source == "feedback":
        return _SET_ASIDE[FeedbackKind(why)]
    return ExclusionReason.BLOCK if source == "block" else ExclusionReason.CONNECTED


def saved_by(officials: Ids) -> list[Saved]:
    """Return the suggestions that these officials have saved. One statement."""
    rows = Feedback.objects.filter(official__in=officials, kind=FeedbackKind.SAVED).order_by("pk")
    return [Saved(*row) for row in rows.values_list("pk", "official_id", "about_id")]


def acting_towards(officials: Ids) -> set[int]:
    """Return whose saved suggestions and reasons to keep apart point at these. Four statements.

    The officials are ids, or a query that gives their ids.
    """
    return {
        *_unconnected().filter(other__in=officials).values_list("asker_id", flat=True),
        *Block.objects.filter(blocked__in=officials).values_list("blocker_id", flat=True),
        *Feedback.objects.filter(about__in=officials).values_list("official_id", flat=True),
        *Connection.objects.filter(second__in=officials).values_list("first_id", flat=True),
    }


def asks_ending(*, after: date, until: date) -> set[int]:
    """Return who is at a cap or apart no more since a day (not included) until another (included).

    Asks expire, and bars end, while nobody edits anything. One statement.
    """
    rows = Introduction.objects.filter(
        Q(expires_on__gt=after, expires_on__lte=until)
        | Q(excluded_until__gt=after, excluded_until__lte=until)
    )
    return {who for pair in rows.values_list("asker_id", "other_id") for who in pair}


def excluded_from(own: int, other: OuterRef) -> Q:
    """Return the condition that something keeps these two from being suggested today.

    What was dismissed, or is known already, binds only whoever said so.
    """
    between = Q(asker=own, other=other) | Q(asker=other, other=own)
    connected = Q(first=own, second=other) | Q(first=other, second=own)
    return (
        Q(Exists(_unconnected().filter(between)))
        | Q(Exists(Block.objects.filter(blocks_between(own, other))))
        | Q(Exists(_set_aside().filter(official=own, about=other)))
        | Q(Exists(Connection.objects.filter(connected)))
    )


def blocks_among(officials: Collection[int]) -> frozenset[frozenset[int]]:
    """Return the pairs of these of whom either has blocked the other. One statement."""
    wanted = list(officials)
    rows = Block.objects.filter(blocker__in=wanted, blocked__in=wanted)
    return frozenset(map(frozenset, rows.values_list("blocker_id", "blocked_id")))


def blocks_between(one: int, other: int | OuterRef) -> Q:
    """Return the condition for a block of either against the other."""
    return Q(blocker=one, blocked=other) | Q(blocker=other, blocked=one)


def _unconnected() -> QuerySet[Introduction]:
    """Introductions that bar their pair today: open ones, and endings without a connection."""
    return Introduction.objects.filter(excluded_until__gt=today()).exclude(state=State.CONNECTED)


def _set_aside() -> QuerySet[Feedback]:
    return Feedback.objects.filter(kind__in=_SET_ASIDE)
