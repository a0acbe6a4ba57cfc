"""Answering, taking back and expiring an ask. Each locks the ask, so that one of them happens."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from backend.accounts.permissions import may_broker
from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.core.errors import DomainError, ErrorCode, fail
from backend.directory.models import Connection
from backend.directory.selectors.officials import visible_officials
from backend.introductions.models import OPEN, Answer, Introduction, State
from backend.introductions.selectors.asks import UNANSWERED
from backend.introductions.services.records import own_id, record

BATCH = 500


def introduction_answer(
    *, viewer: Viewer, introduction_id: int | None, answer: str
) -> Introduction:
    """Answer an ask: yes, no or not now. The second yes connects the two; the same again is once.

    Raises DomainError, having written nothing, when the viewer has no such ask to answer, or has
    answered otherwise, or it has expired or was taken back.
    """
    if answer not in Answer.values:
        raise fail(ErrorCode.INVALID, "Answer yes, no or not now.", "answer")
    with transaction.atomic():
        official_id = own_id(viewer)
        introduction = _locked(introduction_id)
        own_side = None if introduction is None else _side_asked(introduction, official_id)
        if introduction is None or own_side is None or not _counterpart_seen(viewer, introduction):
            raise _no_such_ask()
        given = getattr(introduction, own_side)
        if given == answer:
            return introduction
        if given:
            raise fail(ErrorCode.CONFLICT, "You have answered this ask already.")
        _require_answerable(introduction)
        setattr(introduction, own_side, answer)
        settle(introduction)
        _record(viewer.user_id, introduction, "introduction.answer", ("answer",))
    return introduction


def introduction_withdraw(*, viewer: Viewer, introduction_id: int | None) -> Introduction:
    """Take an ask back: one's own, or as staff what staff proposed. Twice is once.

    Raises DomainError, having written nothing, when there is no such ask, or when it has led to a
    connection or expired. One that was declined is taken back like any other: its asker was not
    told of the no.
    """
    with transaction.atomic():
        introduction = _locked(introduction_id)
        if introduction is None or not _may_withdraw(viewer, introduction):
            raise _no_such_ask()
        if introduction.state == State.WITHDRAWN:
            return introduction
        if introduction.state == State.CONNECTED:
            raise fail(ErrorCode.CONFLICT, "They have said yes: you are connected.")
        if introduction.expires_on <= today():
            raise _expired()
        withdraw(introduction)
        _record(viewer.user_id, introduction, "introduction.withdraw")
    return introduction


def introduction_expire_due() -> int:
    """Mark the open asks whose time is over as expired, and return how many there were.

    Nobody waits for this: from the day of expiry an ask can't be answered and takes no slot.
    """
    total = 0
    while count := _expire_some():
        total += count
    return total


def settle(introduction: Introduction) -> None:
    """Draw the consequence of an answer that was just given, and save. The row is locked."""
    now = timezone.now()
    introduction.answered_at = now
    answers = (introduction.asker_answer, introduction.other_answer)
    if introduction.state in OPEN:
        if Answer.NO in answers or Answer.NOT_NOW in answers:
            introduction.state, introduction.ended_at = State.DECLINED, now
        elif answers == (Answer.YES, Answer.YES):
            introduction.state, introduction.ended_at = State.CONNECTED, now
            first, second = sorted(introduction.pair)
            Connection.objects.get_or_create(first_id=first, second_id=second)
    introduction.save()


def withdraw(introduction: Introduction) -> None:
    """Take the ask back and save. The row is locked."""
    introduction.state, introduction.ended_at = State.WITHDRAWN, timezone.now()
    introduction.save()


def _expire_some() -> int:
    with transaction.atomic():
        due = list(
            Introduction.objects.select_for_update(skip_locked=True)
            .filter(state__in=OPEN, expires_on__lte=today())
            .order_by("pk")[:BATCH]
        )
        for introduction in due:
            introduction.state, introduction.ended_at = State.EXPIRED, timezone.now()
            introduction.save()
            _record(None, introduction, "introduction.expire")
    return len(due)


def _locked(introduction_id: int | None) -> Introduction | None:
    rows = Introduction.objects.select_for_update()
    return rows.filter(Q(pk=introduction_id)).first()


def _side_asked(introduction: Introduction, official_id: int) -> str | None:
    """Return the field of this person's answer; nothing if they are not asked, or not yet."""
    if introduction.state == State.HELD:
        return None
    if official_id == introduction.other_id:
        return "other_answer"
    is_asked = official_id == introduction.asker_id and introduction.proposed_by_id is not None
    return "asker_answer" if is_asked else None


def _counterpart_seen(viewer: Viewer, introduction: Introduction) -> bool:
    asker, other = introduction.pair
    counterpart = asker if viewer.official_id == other else other
    return visible_officials(viewer).filter(pk=counterpart).exists()


def _require_answerable(introduction: Introduction) -> None:
    if introduction.state == State.WITHDRAWN:
        raise fail(ErrorCode.CONFLICT, "This ask was taken back.")
    if introduction.state not in UNANSWERED or introduction.expires_on <= today():
        raise _expired()


def _may_withdraw(viewer: Viewer, introduction: Introduction) -> bool:
    if introduction.proposed_by_id is not None:
        return may_broker(viewer)
    return introduction.asker_id == viewer.official_id


def _no_such_ask() -> DomainError:
    return fail(ErrorCode.NOT_FOUND, "There is no such ask for you. Perhaps it is gone.")


def _expired() -> DomainError:
    return fail(ErrorCode.CONFLICT, "This ask has expired.")


def _record(
    actor_id: int | None, introduction: Introduction, action: str, fields: tuple[str, ...] = ()
) -> None:
    record(
        actor_id=actor_id,
        action=action,
        subject="Introduction",
        subject_id=introduction.pk,
        officials=introduction.pair,
        fields=fields,
    )
