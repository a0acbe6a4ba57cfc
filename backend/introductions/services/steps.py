"""One step of an introduction: what the table of `machine` says, written down."""

from django.utils import timezone

from backend.accounts.viewer import Viewer
from backend.directory.models import Connection
from backend.introductions.machine import (
    Event,
    Follows,
    Transition,
    answer_field,
    no_such_ask,
    transition,
)
from backend.introductions.models import ENDED, Introduction
from backend.introductions.services.records import record

# The trail says that somebody answered, never what.
_ANSWERS = (Event.YES, Event.SECOND_YES, Event.NO)


def take(
    event: Event, introduction: Introduction | None, viewer: Viewer | None, *, answer: str = ""
) -> Introduction:
    """Let this happen to an introduction, whose row is locked, and save it and what follows.

    Without a viewer it is the day that lets it happen. Raises DomainError when it can't happen.
    """
    step = transition(event, introduction, viewer)
    if introduction is None:
        raise no_such_ask()
    now = timezone.now()
    if Follows.ANSWER in step.follows and viewer is not None:
        setattr(introduction, answer_field(introduction, viewer), answer)
        introduction.answered_at = now
    if step.next != introduction.state and step.next in ENDED:
        introduction.ended_at = now
    introduction.state = step.next
    introduction.save()
    if Follows.CONNECTION in step.follows:
        first, second = sorted(introduction.pair)
        Connection.objects.get_or_create(first_id=first, second_id=second)
    tell(step, introduction, viewer)
    return introduction


def tell(step: Transition, introduction: Introduction, viewer: Viewer | None) -> None:
    """Write the outbox and audit entries of a step, if it has any."""
    if Follows.RECORD not in step.follows:
        return
    is_answer = step.event in _ANSWERS
    asked = ("issue", "note") if None in step.states else ()
    record(
        actor_id=None if viewer is None else viewer.user_id,
        action=f"introduction.{'answer' if is_answer else step.event}",
        subject="Introduction",
        subject_id=introduction.pk,
        officials=introduction.pair,
        fields=("answer",) if is_answer else asked,
    )
