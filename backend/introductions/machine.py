"""What may happen to an introduction: the one place that decides its state.

    a member asks ─────┐
                       ├─> awaiting ──┬─> connected
    a broker proposes ─┘       ↕      └─> declined · withdrawn · expired
                              held ─────> declined (by a block) · withdrawn · expired

`TABLE` says it row by row. All but expiring can happen only before the day of expiry, whether or
not anybody has marked the introduction as expired by then.
"""

from enum import StrEnum
from typing import NamedTuple

from backend.accounts.permissions import may_administer, may_broker, require_admin, require_broker
from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.core.errors import DomainError, ErrorCode, fail
from backend.introductions.messages import IntroductionMessage
from backend.introductions.models import Answer, Introduction, State


class Event(StrEnum):
    """What happens to an introduction. "Not now" is a no of another wording."""

    REQUEST = "request"
    PROPOSE = "propose"
    YES = "yes"
    SECOND_YES = "second_yes"
    NO = "no"
    WITHDRAW = "withdraw"
    BLOCK = "block"
    HOLD = "hold"
    RELEASE = "release"
    EXPIRE = "expire"


class Who(StrEnum):
    """Who may let it happen."""

    MEMBER = "a member"
    ASKER = "the member who asked; nobody when staff proposed"
    ASKED = "the other one; both when staff proposed"
    PROPOSER = "a broker, when staff proposed"
    BROKER = "a broker"
    ADMIN = "an admin"
    CLOCK = "nobody: the day of expiry has come"


class Follows(StrEnum):
    """What follows, in the same transaction."""

    ANSWER = "the answer is kept, with its time"
    CONNECTION = "the two are connected, which opens their contact ways meant for connections"
    RECORD = "an outbox entry for each of the two, and an audit entry"


class Transition(NamedTuple):
    """A row of the table. The state before is None where there is no introduction yet."""

    states: tuple[State | None, ...]
    event: Event
    who: Who
    next: State
    follows: tuple[Follows, ...]


_NEW = (None,)
_AWAITING, _DECLINED, _HELD = (State.AWAITING,), (State.DECLINED,), (State.HELD,)
_OPEN = (State.AWAITING, State.HELD)
# Whoever isn't told of a no can do what they could do if there had been none.
_ANSWERABLE = (State.AWAITING, State.DECLINED)
_LOOKS_OPEN = (State.AWAITING, State.HELD, State.DECLINED)

_TELL = (Follows.RECORD,)
_SAID = (Follows.ANSWER, Follows.RECORD)
_MEET = (Follows.ANSWER, Follows.CONNECTION, Follows.RECORD)
# A block has entries of its own, about the same two.
_QUIET: tuple[Follows, ...] = ()
_QUIET_NO = (Follows.ANSWER,)

# fmt: off
TABLE = (
    # states before          event             who           next state       what follows
    Transition(_NEW,         Event.REQUEST,    Who.MEMBER,   State.AWAITING,  _TELL),
    Transition(_NEW,         Event.PROPOSE,    Who.BROKER,   State.AWAITING,  _TELL),
    Transition(_AWAITING,    Event.YES,        Who.ASKED,    State.AWAITING,  _SAID),
    Transition(_DECLINED,    Event.YES,        Who.ASKED,    State.DECLINED,  _SAID),
    Transition(_AWAITING,    Event.SECOND_YES, Who.ASKED,    State.CONNECTED, _MEET),
    Transition(_ANSWERABLE,  Event.NO,         Who.ASKED,    State.DECLINED,  _SAID),
    Transition(_LOOKS_OPEN,  Event.WITHDRAW,   Who.ASKER,    State.WITHDRAWN, _TELL),
    Transition(_LOOKS_OPEN,  Event.WITHDRAW,   Who.PROPOSER, State.WITHDRAWN, _TELL),
    Transition(_LOOKS_OPEN,  Event.BLOCK,      Who.ASKER,    State.WITHDRAWN, _QUIET),
    Transition(_LOOKS_OPEN,  Event.BLOCK,      Who.ASKED,    State.DECLINED,  _QUIET_NO),
    Transition(_AWAITING,    Event.HOLD,       Who.BROKER,   State.HELD,      _TELL),
    Transition(_HELD,        Event.RELEASE,    Who.ADMIN,    State.AWAITING,  _TELL),
    Transition(_OPEN,        Event.EXPIRE,     Who.CLOCK,    State.EXPIRED,   _TELL),
)
# fmt: on


def states_before(event: Event) -> frozenset[State]:
    """Return the states in which this can happen to an introduction."""
    rows = (row for row in TABLE if row.event == event)
    return frozenset(state for row in rows for state in row.states if state is not None)


def transition(
    event: Event, introduction: Introduction | None, viewer: Viewer | None
) -> Transition:
    """Return the row by which this happens: let happen by a viewer or, without one, by the day.

    Raises DomainError when this viewer may not, when the state does not allow it, or too late.
    """
    rows = _rows(event, introduction, viewer)
    if not rows:
        _require_charge(event, viewer)
        raise no_such_ask()
    state = None if introduction is None else introduction.state
    row = next((row for row in rows if state in row.states), None)
    if row is None:
        raise _refused(event, state)
    is_over = introduction is not None and introduction.expires_on <= today()
    if is_over != (event == Event.EXPIRE):
        raise fail(ErrorCode.CONFLICT, IntroductionMessage.EXPIRED)
    return row


def is_done(event: Event, introduction: Introduction | None, viewer: Viewer) -> bool:
    """Tell whether the introduction is already where this viewer would bring it."""
    rows = _rows(event, introduction, viewer)
    return introduction is not None and any(row.next == introduction.state for row in rows)


def answer_of(introduction: Introduction, viewer: Viewer) -> str:
    """Return what this viewer has answered; nothing also where they are not asked."""
    if not _is_asked(introduction, viewer):
        return ""
    return str(getattr(introduction, answer_field(introduction, viewer)))


def answer_field(introduction: Introduction, viewer: Viewer) -> str:
    """Return the field for the answer of this one of the two."""
    return "asker_answer" if viewer.official_id == introduction.asker_id else "other_answer"


def answer_event(introduction: Introduction, viewer: Viewer, answer: str) -> Event:
    """Return what it is that this one of the two answers so."""
    if answer != Answer.YES:
        return Event.NO
    is_asker = viewer.official_id == introduction.asker_id
    theirs = introduction.other_answer if is_asker else introduction.asker_answer
    return Event.SECOND_YES if theirs == Answer.YES else Event.YES


# What only staff do is refused as such, whether or not there is such an introduction.
_CHARGED = {Who.BROKER: require_broker, Who.ADMIN: require_admin}
_OF_STAFF = (Event.HOLD, Event.RELEASE)
_ENDED = {
    State.WITHDRAWN: IntroductionMessage.TAKEN_BACK,
    State.CONNECTED: IntroductionMessage.YOU_ARE_CONNECTED,
}


def no_such_ask() -> DomainError:
    """Return what is said of an ask that isn't there, or isn't there for this viewer."""
    return fail(ErrorCode.NOT_FOUND, IntroductionMessage.NO_SUCH_ASK)


def _rows(
    event: Event, introduction: Introduction | None, viewer: Viewer | None
) -> list[Transition]:
    whos = {Who.CLOCK} if viewer is None else _whos(introduction, viewer)
    return [row for row in TABLE if row.event == event and row.who in whos]


def _whos(introduction: Introduction | None, viewer: Viewer) -> set[Who]:
    is_proposed = introduction is not None and introduction.proposed_by_id is not None
    is_asked = introduction is not None and _is_asked(introduction, viewer)
    is_first = introduction is not None and introduction.asker_id == viewer.official_id
    found = {
        # Whether they are a member still: `own_id`, by which a service learns who they are.
        Who.MEMBER: viewer.official_id is not None,
        Who.ASKER: is_first and not is_proposed,
        Who.ASKED: is_asked,
        Who.PROPOSER: is_proposed and may_broker(viewer),
        Who.BROKER: may_broker(viewer),
        Who.ADMIN: may_administer(viewer),
    }
    return {who for who, is_so in found.items() if is_so}


def _is_asked(introduction: Introduction, viewer: Viewer) -> bool:
    is_proposed = introduction.proposed_by_id is not None
    return viewer.official_id in (introduction.pair if is_proposed else (introduction.other_id,))


def _require_charge(event: Event, viewer: Viewer | None) -> None:
    for row in TABLE:
        if row.event == event and row.who in _CHARGED and viewer is not None:
            _CHARGED[row.who](viewer)


def _refused(event: Event, state: str | None) -> DomainError:
    if state is not None and event in _OF_STAFF:
        return fail(ErrorCode.CONFLICT, IntroductionMessage.HOLD_OPEN_RELEASE_HELD)
    # What is held asks nobody until it is released.
    if state in (None, State.HELD):
        return no_such_ask()
    return fail(ErrorCode.CONFLICT, _ENDED.get(State(state), IntroductionMessage.EXPIRED))
