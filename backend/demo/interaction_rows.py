"""Writes what has gone on between the invented officials."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings

from backend.accounts.models import Role, User
from backend.demo import model
from backend.directory.models import Connection, Official
from backend.introductions.models import Block, Feedback, Introduction
from backend.playbook.models import Attendance

ASKED = time(17)
ENDED = time(19)


def write_interactions(
    between: model.Between, officials: Mapping[str, Official], issues: Mapping[str, int]
) -> int:
    """Write asks, the connections they led to, blocks and opinions; return how many asks."""
    organizer = User.objects.filter(role=Role.BROKER, invented=True).order_by("pk").first()
    rows = [_introduction(each, officials, issues, organizer) for each in between.asks]
    Introduction.objects.bulk_create(rows)
    Connection.objects.bulk_create(
        (
            Connection(first_id=min(row.pair), second_id=max(row.pair))
            for row in rows
            if row.state == "connected"
        ),
        ignore_conflicts=True,
    )
    Block.objects.bulk_create(
        Block(blocker=officials[one], blocked=officials[other]) for one, other in between.blocks
    )
    Feedback.objects.bulk_create(
        Feedback(
            official=officials[each.official],
            about=officials[each.about],
            kind=each.kind,
            why=each.why,
        )
        for each in between.opinions
    )
    return len(rows)


def write_attendance(
    events: Iterable[model.Event], ids: Mapping[str, int], officials: Mapping[str, Official]
) -> None:
    """Write who was at which event."""
    Attendance.objects.bulk_create(
        Attendance(event_id=ids[event.name], official=officials[key])
        for event in events
        for key in event.attended
    )


def _introduction(
    ask: model.Ask,
    officials: Mapping[str, Official],
    issues: Mapping[str, int],
    organizer: User | None,
) -> Introduction:
    expires_on = ask.asked_on + timedelta(days=settings.DAYS_AN_ASK_IS_OPEN)
    ended_at = _at(ask.ended_on, ENDED) if ask.ended_on else None
    return Introduction(
        asker=officials[ask.asker],
        other=officials[ask.other],
        proposed_by=organizer if ask.by_staff else None,
        issue_id=issues[ask.issue],
        note=ask.note,
        state=ask.state,
        asker_answer=ask.asker_answer,
        other_answer=ask.other_answer,
        asked_at=_at(ask.asked_on, ASKED),
        expires_on=expires_on,
        excluded_until=expires_on + timedelta(days=settings.COOL_OFF_DAYS),
        answered_at=ended_at if ask.other_answer else None,
        ended_at=ended_at,
    )


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, UTC)
