"""Asking somebody for an introduction, or proposing one to two people."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Connection, Issue, Membership, Official
from backend.directory.selectors.officials import visible_officials
from backend.introductions.machine import Event, Transition, states_before, transition
from backend.introductions.messages import IntroductionMessage
from backend.introductions.models import Answer, Block, Introduction, State
from backend.introductions.selectors.asks import capped, sent
from backend.introductions.selectors.exclusions import blocks_between
from backend.introductions.services.records import officials_locked, own_id
from backend.introductions.services.steps import take, tell

LONGEST_NOTE = 1_000


def introduction_request(
    *, viewer: Viewer, other_id: int | None, issue_id: int | None, note: str
) -> Introduction:
    """Ask an official the viewer can see for an introduction. Asking twice is asking once.

    Raises DomainError, having written nothing: the viewer is no member, hidden or out of asks; the
    other one can't be seen, is connected already or takes no asks; there was an ask between them
    of late. Whoever is paused, at the cap or keeps a block takes no asks, and which isn't told.
    """
    note = _checked(note)
    with transaction.atomic():
        asker_id = own_id(viewer)
        if other_id == asker_id:
            raise fail(ErrorCode.INVALID, IntroductionMessage.THIS_IS_YOU, "officialId")
        locked = officials_locked(asker_id, *_given(other_id))
        asker = locked[asker_id]
        other = visible_officials(viewer).filter(Q(pk=other_id)).first()
        if other is None:
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_MEMBER, "officialId")
        if asker.hidden:
            raise fail(ErrorCode.NOT_ALLOWED, IntroductionMessage.SAFETY_SWITCH_ON)
        issue = _issue(issue_id)
        _require_unconnected(asker, other)
        # Declined ones too: for the asker they are waiting.
        if same := sent(asker.pk).filter(other=other).first():
            return same
        _require_no_recent_ask(asker, other)
        if sent(asker.pk).count() >= settings.MOST_ASKS_SENT:
            most = settings.MOST_ASKS_SENT
            raise fail(ErrorCode.LIMIT_REACHED, IntroductionMessage.TOO_MANY_ASKS, most=most)
        if _takes_no_asks(asker, other):
            raise fail(ErrorCode.CONFLICT, IntroductionMessage.TAKES_NO_ASKS, "officialId")
        step = transition(Event.REQUEST, None, viewer)
        introduction = _write(step, asker, other, issue, note, asker_answer=Answer.YES)
        tell(step, introduction, viewer)
    return introduction


def introduction_propose(
    *,
    viewer: Viewer,
    first_id: int | None,
    second_id: int | None,
    issue_id: int | None,
    note: str,
) -> Introduction:
    """Propose two members to each other; both are asked. Staff only.

    Raises DomainError, having written nothing, when one of them is no member or hidden, when they
    are connected or kept apart, or when one is paused or at the cap.
    """
    note = _checked(note)
    step = transition(Event.PROPOSE, None, viewer)
    if first_id == second_id:
        raise fail(ErrorCode.INVALID, IntroductionMessage.SAME_PERSON_TWICE, "secondId")
    with transaction.atomic():
        locked = officials_locked(*_given(first_id, second_id))
        pair = [
            _member(locked, id_, field)
            for id_, field in ((first_id, "firstId"), (second_id, "secondId"))
        ]
        first, second = pair
        issue = _issue(issue_id)
        _require_unconnected(first, second)
        _require_not_excluded(first, second)
        full = capped(locked)
        for person, field in zip(pair, ("firstId", "secondId"), strict=True):
            if person.paused or person.pk in full:
                raise fail(ErrorCode.CONFLICT, IntroductionMessage.PAUSED_OR_FULL, field)
        introduction = _write(step, first, second, issue, note, proposed_by_id=viewer.user_id)
        tell(step, introduction, viewer)
    return introduction


def _checked(note: str) -> str:
    note = clean(note)
    checks = Checks()
    checks.text("note", note, most=LONGEST_NOTE, required=True)
    checks.finish()
    return note


def _issue(issue_id: int | None) -> Issue:
    issue = Issue.objects.filter(Q(pk=issue_id)).first()
    if issue is None:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
    return issue


def _member(locked: dict[int, Official], id_: int | None, field: str) -> Official:
    person = None if id_ is None else locked.get(id_)
    if person is None or person.membership != Membership.MEMBER or person.hidden:
        raise fail(ErrorCode.NOT_FOUND, IntroductionMessage.NO_MEMBER_OR_HIDDEN, field)
    return person


def _require_unconnected(one: Official, other: Official) -> None:
    first, second = sorted((one.pk, other.pk))
    if Connection.objects.filter(first=first, second=second).exists():
        raise fail(ErrorCode.CONFLICT, IntroductionMessage.CONNECTED_ALREADY)


def _require_no_recent_ask(asker: Official, other: Official) -> None:
    """Raise until the same day whatever became of the last ask, so that the day tells nothing.

    Who asked before waits for the end of the bar; who was asked, only until that ask expires.
    """
    earlier = _unconnected(asker, other)
    from_us = Q(asker=asker, proposed_by__isnull=True)
    # That they took their ask back is no secret; of one that is held nobody was told.
    answerable = earlier.exclude(from_us).exclude(state__in=(State.WITHDRAWN, State.HELD))
    waiting = answerable.filter(expires_on__gt=today()).aggregate(day=Max("expires_on"))["day"]
    own = earlier.filter(from_us, excluded_until__gt=today())
    barred = own.aggregate(day=Max("excluded_until"))["day"]
    if waiting:
        raise fail(
            ErrorCode.CONFLICT, IntroductionMessage.OPEN_BETWEEN_YOU, "officialId", day=waiting
        )
    if barred:
        raise fail(ErrorCode.CONFLICT, IntroductionMessage.ASKED_BEFORE, "officialId", day=barred)


def _require_not_excluded(first: Official, second: Official) -> None:
    barred = _unconnected(first, second).filter(excluded_until__gt=today())
    if day := barred.aggregate(day=Max("excluded_until"))["day"]:
        raise fail(ErrorCode.CONFLICT, IntroductionMessage.OPEN_OR_OF_LATE, day=day)
    if Block.objects.filter(blocks_between(first.pk, second.pk)).exists():
        raise fail(ErrorCode.CONFLICT, IntroductionMessage.WANT_NO_CONTACT)


def _unconnected(one: Official, other: Official) -> QuerySet[Introduction]:
    pair = Q(asker=one, other=other) | Q(asker=other, other=one)
    return Introduction.objects.filter(pair).exclude(state=State.CONNECTED)


def _given(*ids: int | None) -> list[int]:
    return [each for each in ids if each is not None]


def _takes_no_asks(asker: Official, other: Official) -> bool:
    return (
        other.paused
        or other.pk in capped([other.pk])
        or Block.objects.filter(blocks_between(asker.pk, other.pk)).exists()
        or _unconnected(asker, other).filter(state=State.HELD, expires_on__gt=today()).exists()
    )


def _expire_between(asker: Official, other: Official) -> None:
    """Mark what is over as expired: it would count as open, and nobody waits for the task."""
    over = _unconnected(asker, other).filter(
        state__in=states_before(Event.EXPIRE), expires_on__lte=today()
    )
    for introduction in over.select_for_update().order_by("pk"):
        take(Event.EXPIRE, introduction, viewer=None)


def _write(
    step: Transition, asker: Official, other: Official, issue: Issue, note: str, **fields: Any
) -> Introduction:
    _expire_between(asker, other)
    expires_on = today() + timedelta(days=settings.DAYS_AN_ASK_IS_OPEN)
    return Introduction.objects.create(
        asker=asker,
        other=other,
        issue=issue,
        note=note,
        state=step.next,
        asked_at=timezone.now(),
        expires_on=expires_on,
        excluded_until=expires_on + timedelta(days=settings.COOL_OFF_DAYS),
        **fields,
    )
