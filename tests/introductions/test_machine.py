"""No sequence of steps shows a contact way early, tells a no from silence, or leaves two open.

The same things happen in two worlds of three people each, but for one: whoever says no in the
first says nothing in the second. Whatever the others read or try must be the same in both.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from backend.accounts.models import Role
from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.core.errors import DomainError
from backend.directory.models import ContactWay, Issue, Official, Visibility
from backend.directory.selectors.details import contact_ways_of
from backend.introductions.machine import TABLE, Event, states_before
from backend.introductions.models import OPEN, Answer, Introduction, State
from backend.introductions.selectors.asks import sent
from backend.introductions.selectors.exclusions import exclusions_of
from backend.introductions.selectors.introductions import introductions_of
from backend.introductions.services.answering import (
    introduction_answer,
    introduction_expire_due,
    introduction_hold,
    introduction_release,
    introduction_withdraw,
)
from backend.introductions.services.asking import introduction_propose, introduction_request
from backend.introductions.services.blocks import block_add, block_remove
from tests.people import in_office, issue, staff_viewer, viewer

NAMES = ("Ana", "Bo", "Cy")
PEOPLE = range(len(NAMES))
# Each two of them, and two both ways.
PAIRS = [(0, 1), (1, 0), (1, 2), (2, 0)]
# Halfway to the day of expiry, that day, and the end of the bar behind it.
WAITS = (7, 14, 180)

_number, _side, _is_so = st.integers(0, 9), st.sampled_from([0, 1]), st.booleans()
# What may happen, as often as it is named. Rules of their own wouldn't do: of those each run leaves
# out some, and what is looked for takes three or four of them in a row.
STEPS = st.one_of(
    st.tuples(st.just("ask"), st.sampled_from(PAIRS), _is_so),
    st.tuples(st.just("ask_back"), _number),
    st.tuples(st.just("answer"), _number, _side, st.just(Answer.YES)),
    st.tuples(st.just("answer"), _number, _side, st.sampled_from([Answer.NO, Answer.NOT_NOW])),
    st.tuples(st.just("withdraw"), _number, _is_so),
    st.tuples(st.just("block"), _number, _side),
    st.tuples(st.just("unblock"), _number, _side),
    st.tuples(st.just("hold"), _number),
    st.tuples(st.just("release"), _number),
    st.tuples(st.just("days_pass"), st.sampled_from(WAITS), _is_so),
    st.tuples(st.just("turn_safety_switch"), st.sampled_from(PEOPLE)),
)


class World:
    """Three people, each with a contact way of every visibility, and what is between them."""

    def __init__(self, about: Issue) -> None:
        self.about = about
        self.people = [in_office(name) for name in NAMES]
        self.viewers = [viewer(person) for person in self.people]
        self.number = {person.pk: number for number, person in enumerate(self.people)}
        self.asks: list[int] = []
        ContactWay.objects.bulk_create(
            ContactWay(official=person, kind="email", value=f"{each}@example.org", visibility=each)
            for person in self.people
            for each in Visibility.values
        )

    def known(self, introduction: Introduction) -> int:
        """The number of an introduction, a new one after those that are there."""
        if introduction.pk not in self.asks:
            self.asks.append(introduction.pk)
        return self.asks.index(introduction.pk)

    def contact_ways(self, reader: int) -> set[tuple[int, str]]:
        """Whose contact ways somebody can see, and of which visibility."""
        found = contact_ways_of(self.viewers[reader], self.people)
        return {(self.number[who], way.visibility) for who, ways in found.items() for way in ways}

    def readings(self, reader: int, but: set[int]) -> list[object]:
        """All that somebody can read of introductions, but for some of them."""
        own = self.people[reader].pk
        return [
            *(
                (number, self.number[each.other.pk], replace(each, id=0, other=None))
                for each in introductions_of(self.viewers[reader])
                if (number := self.asks.index(each.id)) not in but
            ),
            sent(own).count(),
        ]

    def kept_apart(self) -> set[tuple[int, int, date | None]]:
        """Who isn't suggested to whom, and until when."""
        return {
            (self.number[each.official], self.number[each.other], each.until)
            for each in exclusions_of(self.number)
        }


@dataclass
class ReasonText:
    """What was said of one introduction, kept without looking at any table."""

    pair: tuple[int, int]
    asked: tuple[int, ...]
    said: dict[int, Answer]
    expires_on: date
    no: set[int] = field(default_factory=set)


class Introductions(RuleBasedStateMachine):
    """What people and staff do, in both worlds; and a no, in the first alone."""

    @initialize(is_proposed=st.booleans())
    def begin(self, is_proposed):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.clock = pytest.MonkeyPatch()
        self.now = timezone.now()
        self.wait(0)
        about = issue("Rent")
        self.worlds = [World(about), World(about)]
        self.broker, self.admin = staff_viewer(), staff_viewer(Role.ADMIN)
        self.told: list[ReasonText] = []
        self.connected: set[frozenset[int]] = set()
        self.hidden: set[int] = set()
        self.is_checked = False
        self.ask(PAIRS[0], is_proposed)

    @rule(step=STEPS)
    def happens(self, step):
        name, *given = step
        getattr(self, name)(*given)

    def teardown(self) -> None:
        self.clock.undo()
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def wait(self, days: int) -> None:
        """Stop the clock, so many days later."""
        self.is_checked = False
        now = self.now = self.now + timedelta(days=days)
        self.clock.setattr(timezone, "now", lambda: now)

    def in_two_weeks(self) -> date:
        return today() + timedelta(days=14)

    def both(self, do: Callable[[World], object]) -> object:
        """Let it happen in both worlds, which give the same answer, and return that."""
        here, there = (self.one(do, world) for world in self.worlds)
        assert here == there
        return here

    def one(self, do: Callable[[World], object], world: World) -> object:
        """Return what it returns, or why it is refused; anything but a refusal is an error."""
        try:
            done = do(world)
        except DomainError as error:
            return error.problems
        self.is_checked = False
        return done

    def begun(self, number: object, told: ReasonText) -> None:
        """Keep what was said by asking, unless it was refused or is there already."""
        if number == len(self.told):
            self.told.append(told)

    def known(self, number: int) -> tuple[int, ReasonText]:
        """One of those that were begun."""
        number %= len(self.told)
        return number, self.told[number]

    def ask(self, pair: tuple[int, int], is_proposed: bool) -> None:
        if is_proposed:
            self.propose(pair)
        else:
            self.request(pair)

    def ask_back(self, number: int) -> None:
        _, told = self.known(number)
        self.request(told.pair[::-1])

    def request(self, pair: tuple[int, int]) -> None:
        one, other = pair
        number = self.both(
            lambda world: world.known(
                introduction_request(
                    viewer=world.viewers[one],
                    other_id=world.people[other].pk,
                    issue_id=world.about.pk,
                    note="May I ask?",
                )
            )
        )
        self.begun(number, ReasonText(pair, (other,), {one: Answer.YES}, self.in_two_weeks()))

    def propose(self, pair: tuple[int, int]) -> None:
        number = self.both(
            lambda world: world.known(
                introduction_propose(
                    viewer=self.broker,
                    first_id=world.people[pair[0]].pk,
                    second_id=world.people[pair[1]].pk,
                    issue_id=world.about.pk,
                    note="You two should talk.",
                )
            )
        )
        self.begun(number, ReasonText(pair, pair, {}, self.in_two_weeks()))

    def answer(self, number: int, side: int, said: Answer) -> None:
        number, told = self.known(number)
        who = told.pair[side]
        say = answering(number, who, said)
        is_secret = said != Answer.YES or who in told.no
        result = self.one(say, self.worlds[0]) if is_secret else self.both(say)
        if result is None and who not in told.said:
            assert who in told.asked
            assert today() < told.expires_on
            told.said[who] = said
            if is_secret:
                told.no.add(who)
            elif [told.said.get(each) for each in told.pair] == [Answer.YES, Answer.YES]:
                self.connected.add(frozenset(told.pair))
        elif result is None and who in told.no:
            assert said == told.said[who]

    def withdraw(self, number: int, is_by_staff: bool) -> None:
        number, told = self.known(number)
        self.both(
            lambda world: (
                introduction_withdraw(
                    viewer=self.broker if is_by_staff else world.viewers[told.pair[0]],
                    introduction_id=world.asks[number],
                ).state
            )
        )

    def block(self, number: int, side: int) -> None:
        pair = self.known(number)[1].pair
        if self.both(blocking(block_add, pair[side], pair[1 - side])) is None:
            self.connected.discard(frozenset(pair))
            for told in self.told:
                if set(told.pair) == set(pair) and told.said.get(pair[side]) in (None, Answer.YES):
                    told.said[pair[side]] = Answer.NO

    def unblock(self, number: int, side: int) -> None:
        pair = self.known(number)[1].pair
        self.both(blocking(block_remove, pair[side], pair[1 - side]))

    def hold(self, number: int) -> None:
        self.as_staff(introduction_hold, self.broker, number)

    def release(self, number: int) -> None:
        self.as_staff(introduction_release, self.admin, number)

    def as_staff(self, service: Callable[..., Introduction], by: Viewer, number: int) -> None:
        number, told = self.known(number)
        # Staff are told that one was declined: it isn't open to be held.
        if not told.no:
            self.both(lambda world: service(viewer=by, introduction_id=world.asks[number]).state)

    def turn_safety_switch(self, who: int) -> None:
        self.is_checked = False
        self.hidden ^= {who}
        for world in self.worlds:
            person = Official.objects.filter(pk=world.people[who].pk)
            person.update(hidden=who in self.hidden)

    def days_pass(self, days: int, is_marked: bool) -> None:
        self.wait(days)
        if is_marked:
            introduction_expire_due()

    @invariant()
    def nothing_private_shows(self):
        """Look after each step but those that were refused, which wrote nothing."""
        if not self.is_checked:
            self.a_contact_way_is_seen_after_two_yeses_and_no_sooner()
            self.a_no_reads_as_silence_to_all_others()
            self.a_pair_has_one_open()
        self.is_checked = True

    def a_contact_way_is_seen_after_two_yeses_and_no_sooner(self):
        for reader in PEOPLE:
            expected = {
                (who, each)
                for who in PEOPLE
                for each in Visibility.values
                if who == reader
                or each == Visibility.NETWORK
                or (each == Visibility.CONNECTIONS and {reader, who} in self.connected)
            }
            for world in self.worlds:
                assert world.contact_ways(reader) == expected

    def a_no_reads_as_silence_to_all_others(self):
        for reader in {who for told in self.told for who in told.pair}:
            own_no = {number for number, told in enumerate(self.told) if reader in told.no}
            here, there = (world.readings(reader, own_no) for world in self.worlds)
            assert here == there
        here, there = (world.kept_apart() for world in self.worlds)
        assert here == there

    def a_pair_has_one_open(self):
        rows = Introduction.objects.filter(state__in=OPEN).values_list("asker", "other")
        assert max(Counter(map(frozenset, rows)).values(), default=0) <= 1


def answering(number: int, who: int, said: str) -> Callable[[World], None]:
    """Somebody answers an introduction, which returns nothing, for what is kept may differ."""

    def do(world: World) -> None:
        introduction_answer(
            viewer=world.viewers[who], introduction_id=world.asks[number], answer=said
        )

    return do


def blocking(service: Callable[..., object], one: int, other: int) -> Callable[[World], None]:
    """Somebody blocks somebody, or takes that back."""

    def do(world: World) -> None:
        service(viewer=world.viewers[one], other_id=world.people[other].pk)

    return do


@pytest.mark.django_db
def test_no_sequence_of_steps_tells_what_is_private():
    run_state_machine_as_test(
        Introductions, settings=settings(max_examples=15, stateful_step_count=20)
    )


YES, NO = Answer.YES, Answer.NO


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("is_proposed", "steps"),
    [
        (False, [("answer", 0, 1, NO), ("withdraw", 0, False), ("ask", (0, 1), False)]),
        (False, [("answer", 0, 1, NO), ("ask_back", 0), ("days_pass", 14, False), ("ask_back", 0)]),
        (False, [("answer", 0, 1, NO), ("days_pass", 180, True), ("ask", (0, 1), False)]),
        (True, [("answer", 0, 0, NO), ("answer", 0, 1, YES), ("days_pass", 14, True)]),
        (True, [("answer", 0, 0, NO), ("block", 0, 1), ("unblock", 0, 1), ("ask_back", 0)]),
        (True, [("answer", 0, 0, YES), ("answer", 0, 1, YES), ("block", 0, 1)]),
        (False, [("hold", 0), ("days_pass", 7, True), ("release", 0), ("answer", 0, 1, YES)]),
        (
            True,
            [("answer", 0, 0, YES), ("answer", 0, 1, YES), ("block", 0, 1), ("answer", 0, 1, YES)],
        ),
        (False, [("block", 0, 1), ("days_pass", 14, False), ("answer", 0, 1, NO)]),
        (False, [("days_pass", 14, False), ("answer", 0, 1, YES), ("ask_back", 0)]),
    ],
)
def test_steps_that_would_tell_most_tell_nothing(is_proposed, steps):
    """What only a lucky run of the test above would come upon."""
    machine = Introductions()
    machine.begin(is_proposed)
    try:
        for step in steps:
            machine.happens(step)
            machine.nothing_private_shows()
    finally:
        machine.teardown()


def test_each_event_leads_somewhere_and_no_state_has_two_ways():
    """Of one event, by one person, there is one next state; what has ended for all stays so."""
    assert {row.event for row in TABLE} == set(Event)
    ways = Counter((state, row.event, row.who) for row in TABLE for state in row.states)
    assert set(ways.values()) == {1}
    before = {state for event in Event for state in states_before(event)}
    assert before == {State.AWAITING, State.HELD, State.DECLINED}
    assert {row.next for row in TABLE} == set(State)
