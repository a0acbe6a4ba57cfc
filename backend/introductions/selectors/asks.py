"""How many asks are open, who is at the cap, and what each of the two may read of an ask."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.db.models import F, Q, QuerySet

from backend.core.clock import today
from backend.introductions.machine import Event, states_before
from backend.introductions.models import A_NO, OPEN, Introduction, State

# The slot of an ask that was declined is kept until the ask would have expired.
KEEPS_A_SLOT = (*OPEN, State.DECLINED)


def sent(official_id: int) -> QuerySet[Introduction]:
    """Return the asks of a member that still take one of their slots, as they see it."""
    return Introduction.objects.filter(
        asker=official_id,
        proposed_by__isnull=True,
        state__in=KEEPS_A_SLOT,
        expires_on__gt=today(),
    )


def received(official: int) -> QuerySet[Introduction]:
    """Return the asks that an official still has to answer."""
    return slots_taken(official).filter(state__in=states_before(Event.NO))


def slots_taken(official: F | int | Iterable[int]) -> QuerySet[Introduction]:
    """Return the asks that take a slot of one or many officials, or an outer query's.

    Those that they still have to answer, and those that are held: once released these are to be
    answered too.
    """
    is_one = isinstance(official, int | F)
    side = "" if is_one else "__in"
    return Introduction.objects.filter(
        Q(**{f"other{side}": official}, other_answer="")
        | Q(**{f"asker{side}": official}, asker_answer=""),
        state__in=(*states_before(Event.NO), State.HELD),
        expires_on__gt=today(),
    )


def open_asks_received(officials: Iterable[int]) -> Counter[int]:
    """Count the asks that take a slot of each of these. One statement."""
    wanted = set(officials)
    found: Counter[int] = Counter()
    for asker, other, asker_answer, other_answer in slots_taken(wanted).values_list(
        "asker_id", "other_id", "asker_answer", "other_answer"
    ):
        found.update(
            who
            for who, answer in ((asker, asker_answer), (other, other_answer))
            if not answer and who in wanted
        )
    return found


def capped(officials: Iterable[int]) -> frozenset[int]:
    """Return who of these has as many asks to answer as one person may. One statement."""
    counts = open_asks_received(officials)
    return frozenset(who for who, count in counts.items() if count >= settings.MOST_ASKS_RECEIVED)


def is_capped(official_id: int) -> bool:
    """Tell whether somebody has as many asks to answer as one person may."""
    return official_id in capped([official_id])


class Standing(StrEnum):
    """What one of the two may read of their introduction."""

    TO_ANSWER = "to_answer"
    WAITING = "waiting"
    CONNECTED = "connected"
    DECLINED_BY_YOU = "declined_by_you"
    WITHDRAWN = "withdrawn"
    NOT_AVAILABLE = "not_available"


def standing(introduction: Introduction, official_id: int, on: date | None = None) -> Standing:
    """Return what this one of the two may read on a day, today by default.

    Somebody else's no reads as waiting, then from the day of expiry as not available, whether or
    not anybody has marked the ask as expired by then.
    """
    is_asker = official_id == introduction.asker_id
    own = introduction.asker_answer if is_asker else introduction.other_answer
    if introduction.state == State.CONNECTED:
        return Standing.CONNECTED
    if own in A_NO:
        return Standing.DECLINED_BY_YOU
    if introduction.state == State.WITHDRAWN:
        return Standing.WITHDRAWN
    if introduction.state == State.EXPIRED or introduction.expires_on <= (on or today()):
        return Standing.NOT_AVAILABLE
    return Standing.WAITING if own else Standing.TO_ANSWER
