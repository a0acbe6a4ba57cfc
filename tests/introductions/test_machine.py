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
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from backend.accounts.models import Role
from backend.core.errors import DomainError
from backend.directory.models import ContactWay, Issue, Official, Visibility
from backend.directory.selectors.details import contact_ways_of
from backend.directory.selectors.officials import visible_officials
from backend.introductions.machine import TABLE, Event, states_before
from backend.introductions.models import OPEN, Introduction, State
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
PAIRS = [(one, other) for one in PEOPLE for other in PEOPLE if one != other]
NOES = ("no", "not_now")
# Up to the day before an ask expires, that day, and the end of the bar behind it.
WAITS = (1, 13, 14, 180)


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
        looking = self.viewers[reader]
        found = contact_ways_of(looking, list(visible_officials(looking)))
        return {
            (self.number[who], way.visibility)
            for who, ways in found.items()
            if who in self.number
            for way in ways
        }

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
class Told:
    """What was said of one introduction, kept without looking at any table."""

    pair: tuple[int, int]
    asked: tuple[int, ...]
    yes: set[int]
    no: set[int] = field(default_factory=set)


class Introductions(RuleBasedStateMachine):
    """What people and staff do, in both worlds; and a no, in the first alone."""

    introductions = Bundle("introductions")

    @initialize()
    def begin(self) -> None:
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.clock = pytest.MonkeyPatch()
        self.now = timezone.now()
        self.wait(0)
        about = issue("Rent")
        self.worlds = [World(about), World(about)]
        self.broker, self.admin = staff_viewer(), staff_viewer(Role.ADMIN)
        self.told: list[Told] = []
        self.connected: set[frozenset[int]] = set()
        self.hidden: set[int] = set()
        self.is_checked = False

    def teardown(self) -> None:
        self.clock.undo()
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def wait(self, days: int) -> None:
        """Stop the clock, so many days later."""
        self.is_checked = False
        now = self.now = self.now + timedelta(days=days)
        self.clock.setattr(timezone, "now", lambda: now)

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

    def begun(self, number: object, told: Told):
        """Keep what was said by asking, unless it was refused or is there already."""
        if number != len(self.told):
            return multiple()
        self.told.append(told)
        return number

    @rule(target=introductions, pair=st.sampled_from(PAIRS))
    def request(self, pair):
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
        return self.begun(number, Told(pair, asked=(other,), yes={one}))

    @rule(target=introductions, pair=st.sampled_from(PAIRS))
    def propose(self, pair):
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
        return self.begun(number, Told(pair, asked=pair, yes=set()))

    @rule(number=introductions, who=st.sampled_from(PEOPLE))
    def say_yes(self, number, who):
        told, say = self.told[number], answering(number, who, "yes")
        if who in told.no:
            assert self.one(say, self.worlds[0]) is not None
        elif self.both(say) is None and who not in told.yes:
            assert who in told.asked
            told.yes.add(who)
            if told.yes == set(told.pair):
                self.connected.add(frozenset(told.pair))

    @rule(number=introductions, who=st.sampled_from(PEOPLE), said=st.sampled_from(NOES))
    def say_no(self, number, who, said):
        told = self.told[number]
        if self.one(answering(number, who, said), self.worlds[0]) is None:
            assert who in told.asked
            told.no.add(who)

    @rule(number=introductions, who=st.sampled_from([*PEOPLE, None]))
    def withdraw(self, number, who):
        self.both(
            lambda world: (
                introduction_withdraw(
                    viewer=self.broker if who is None else world.viewers[who],
                    introduction_id=world.asks[number],
                ).state
            )
        )

    @rule(pair=st.sampled_from(PAIRS))
    def block(self, pair):
        if self.both(blocking(block_add, pair)) is None:
            self.connected.discard(frozenset(pair))
            for told in self.told:
                if set(told.pair) == set(pair):
                    told.yes.clear()

    @rule(pair=st.sampled_from(PAIRS))
    def unblock(self, pair):
        self.both(blocking(block_remove, pair))

    @rule(number=introductions, step=st.sampled_from([introduction_hold, introduction_release]))
    def hold_or_release(self, number, step):
        # Staff are told that one was declined: it isn't open to be held.
        if not self.told[number].no:
            by = self.broker if step is introduction_hold else self.admin
            self.both(lambda world: step(viewer=by, introduction_id=world.asks[number]).state)

    @rule(who=st.sampled_from(PEOPLE))
    def turn_safety_switch(self, who):
        self.is_checked = False
        self.hidden ^= {who}
        for world in self.worlds:
            person = Official.objects.filter(pk=world.people[who].pk)
            person.update(hidden=who in self.hidden)

    @rule(days=st.sampled_from(WAITS))
    def days_pass(self, days):
        self.wait(days)

    @rule()
    def expire(self):
        self.is_checked = introduction_expire_due() == 0 and self.is_checked

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
                if who == reader or each in self.open_to(reader, who)
            }
            for world in self.worlds:
                assert world.contact_ways(reader) == expected

    def open_to(self, reader: int, who: int) -> set[str]:
        if frozenset((reader, who)) in self.connected:
            return {Visibility.NETWORK, Visibility.CONNECTIONS}
        return set() if who in self.hidden else {Visibility.NETWORK}

    def a_no_reads_as_silence_to_all_others(self):
        for reader in PEOPLE:
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


def blocking(service: Callable[..., object], pair: tuple[int, int]) -> Callable[[World], None]:
    """Somebody blocks somebody, or takes that back."""
    one, other = pair

    def do(world: World) -> None:
        service(viewer=world.viewers[one], other_id=world.people[other].pk)

    return do


@pytest.mark.django_db
def test_no_sequence_of_steps_tells_what_is_private():
    run_state_machine_as_test(
        Introductions, settings=settings(max_examples=15, stateful_step_count=20)
    )


def test_each_event_leads_somewhere_and_no_state_has_two_ways():
    """Of one event, by one person, there is one next state; what has ended for all stays so."""
    assert {row.event for row in TABLE} == set(Event)
    ways = Counter((state, row.event, row.who) for row in TABLE for state in row.states)
    assert set(ways.values()) == {1}
    before = {state for event in Event for state in states_before(event)}
    assert before == {State.AWAITING, State.HELD, State.DECLINED}
    assert {row.next for row in TABLE} == set(State)
