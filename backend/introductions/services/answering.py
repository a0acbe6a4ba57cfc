"""Answering, taking back, holding, expiring: each locks the ask, so that one of them happens."""

from django.db import transaction
from django.db.models import Q

from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.directory.selectors.officials import visible_officials
from backend.introductions.machine import (
    Event,
    answer_event,
    answer_of,
    is_done,
    no_such_ask,
    states_before,
)
from backend.introductions.messages import IntroductionMessage
from backend.introductions.models import Answer, Introduction
from backend.introductions.services.records import own_id
from backend.introductions.services.steps import take

BATCH = 500


def introduction_answer(
    *, viewer: Viewer, introduction_id: int | None, answer: str
) -> Introduction:
    """Answer an ask: yes, no or not now. The second yes connects the two; the same again is once.

    Raises DomainError, having written nothing, when the viewer has no such ask to answer, or has
    answered otherwise, or it has expired or was taken back.
    """
    if answer not in Answer.values:
        raise fail(ErrorCode.INVALID, IntroductionMessage.YES_NO_NOT_NOW, "answer")
    with transaction.atomic():
        own_id(viewer)
        introduction = _locked(introduction_id)
        if introduction is None or not _counterpart_seen(viewer, introduction):
            raise no_such_ask()
        given = answer_of(introduction, viewer)
        if given == answer:
            return introduction
        if given:
            raise fail(ErrorCode.CONFLICT, IntroductionMessage.ANSWERED_ALREADY)
        take(answer_event(introduction, viewer, answer), introduction, viewer, answer=answer)
    return introduction


def introduction_withdraw(*, viewer: Viewer, introduction_id: int | None) -> Introduction:
    """Take an ask back: one's own, or as staff what staff proposed. Twice is once.

    Raises DomainError, having written nothing, when there is no such ask, or when it has led to a
    connection or expired. One that was declined is taken back like any other: its asker was not
    told of the no.
    """
    return _once(Event.WITHDRAW, viewer, introduction_id)


def introduction_hold(*, viewer: Viewer, introduction_id: int | None) -> Introduction:
    """Hold an open ask, so that it can't be answered until it is released. Twice is once.

    Raises DomainError, having written nothing, when the viewer is no broker, or it isn't open.
    """
    return _once(Event.HOLD, viewer, introduction_id)


def introduction_release(*, viewer: Viewer, introduction_id: int | None) -> Introduction:
    """Let a held ask be answered again, until the day that it always had. Twice is once.

    Raises DomainError, having written nothing, when the viewer is no admin, or it isn't held.
    """
    return _once(Event.RELEASE, viewer, introduction_id)


def introduction_expire_due() -> int:
    """Mark the open asks whose time is over as expired, and return how many there were.

    Nobody waits for this: from the day of expiry an ask can't be answered and takes no slot.
    """
    total = 0
    while count := _expire_some():
        total += count
    return total


def _once(event: Event, viewer: Viewer, introduction_id: int | None) -> Introduction:
    with transaction.atomic():
        introduction = _locked(introduction_id)
        if introduction is not None and is_done(event, introduction, viewer):
            return introduction
        return take(event, introduction, viewer)


def _expire_some() -> int:
    with transaction.atomic():
        due = list(
            Introduction.objects.select_for_update(skip_locked=True)
            .filter(state__in=states_before(Event.EXPIRE), expires_on__lte=today())
            .order_by("pk")[:BATCH]
        )
        for introduction in due:
            take(Event.EXPIRE, introduction, viewer=None)
    return len(due)


def _locked(introduction_id: int | None) -> Introduction | None:
    rows = Introduction.objects.select_for_update()
    return rows.filter(Q(pk=introduction_id)).first()


def _counterpart_seen(viewer: Viewer, introduction: Introduction) -> bool:
    asker, other = introduction.pair
    counterpart = asker if viewer.official_id == other else other
    return visible_officials(viewer).filter(pk=counterpart).exists()
