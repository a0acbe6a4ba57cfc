"""Two people, or two clicks, at the same moment: real threads with a connection each."""

from collections import Counter

import pytest

from backend.core.clock import today
from backend.core.errors import ErrorCode
from backend.directory.models import Connection
from backend.introductions.models import Block, Feedback, Introduction, State
from backend.introductions.services.answering import (
    introduction_answer,
    introduction_expire_due,
    introduction_withdraw,
)
from backend.introductions.services.asking import introduction_request
from backend.introductions.services.blocks import block_add
from backend.introductions.services.feedback import feedback_give
from tests.at_once import at_once
from tests.people import ask, issue, member, viewer

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 8


def request(asker, other, about):
    looking = viewer(asker)
    return lambda: (
        introduction_request(viewer=looking, other_id=other.pk, issue_id=about.pk, note="x").pk
    )


def requests(pairs, about):
    return [request(one, other, about) for one, other in pairs]


def answering(person, made, said="yes"):
    looking = viewer(person)
    return lambda: introduction_answer(viewer=looking, introduction_id=made.pk, answer=said)


def withdrawing(person, made):
    looking = viewer(person)
    return lambda: introduction_withdraw(viewer=looking, introduction_id=made.pk)


def test_a_yes_and_a_withdrawal_give_one_outcome():
    about, outcomes = issue("Rent"), Counter()
    for number in range(ROUNDS):
        one, other = member(f"One {number}"), member(f"Other {number}")
        made = ask(one, other, about)
        calls = [answering(other, made), withdrawing(one, made)]
        results = at_once(*(calls if number % 2 else calls[::-1]))
        made.refresh_from_db()
        outcomes[made.state] += 1
        assert made.state in {State.CONNECTED, State.WITHDRAWN}
        assert results.count(ErrorCode.CONFLICT) == 1
        connected = Connection.objects.filter(first__in=made.pair, second__in=made.pair).count()
        assert connected == (made.state == State.CONNECTED)
    assert outcomes.total() == ROUNDS


def test_a_double_click_makes_one_introduction():
    one, other, about = member("One"), member("Other"), issue("Rent")
    made = at_once(*requests([(one, other)] * 6, about))
    assert set(made) == {Introduction.objects.get().pk}


def test_two_who_ask_each_other_make_one_introduction():
    about = issue("Rent")
    for number in range(ROUNDS):
        one, other = member(f"One {number}"), member(f"Other {number}")
        results = at_once(*requests([(one, other), (other, one)], about))
        assert results.count(ErrorCode.CONFLICT) == 1
        assert Introduction.objects.filter(asker__in=[one, other]).count() == 1


def test_nobody_gets_past_the_caps():
    about, one = issue("Rent"), member("One")
    peers = [member(f"Peer {number}") for number in range(6)]
    results = at_once(*requests([(one, peer) for peer in peers], about))
    assert results.count(ErrorCode.LIMIT_REACHED) == 3
    assert Introduction.objects.filter(asker=one).count() == 3
    full = member("Full")
    results = at_once(*requests([(peer, full) for peer in peers], about))
    assert results.count(ErrorCode.CONFLICT) == 3
    assert Introduction.objects.filter(other=full).count() == 3


def test_two_who_say_yes_to_a_proposal_at_once_are_connected():
    about, organizer = issue("Rent"), member("Staff").user
    for number in range(ROUNDS):
        one, other = member(f"One {number}"), member(f"Other {number}")
        made = ask(one, other, about, proposed_by=organizer, asker_answer="")
        at_once(answering(one, made), answering(other, made), answering(other, made))
        made.refresh_from_db()
        assert made.state == State.CONNECTED
        assert Connection.objects.filter(first__in=made.pair, second__in=made.pair).count() == 1


def test_a_block_wins_over_a_yes_at_the_same_moment():
    about = issue("Rent")
    for number in range(ROUNDS):
        one, other = member(f"One {number}"), member(f"Other {number}")
        made = ask(one, other, about)
        looking = viewer(one)
        at_once(
            answering(other, made),
            lambda looking=looking, other=other: block_add(viewer=looking, other_id=other.pk),
        )
        made.refresh_from_db()
        assert made.state in {State.CONNECTED, State.WITHDRAWN}
    assert not Connection.objects.exists()


def test_a_block_and_an_ask_at_the_same_moment_leave_no_open_ask():
    about = issue("Rent")
    for number in range(ROUNDS):
        one, other = member(f"One {number}"), member(f"Other {number}")
        looking = viewer(other)
        at_once(
            *requests([(one, other)], about),
            lambda looking=looking, one=one: block_add(viewer=looking, other_id=one.pk),
        )
    assert Block.objects.count() == ROUNDS
    assert not Introduction.objects.filter(state=State.AWAITING).exists()


def test_blocks_and_feedback_are_once():
    one, other = member("One"), member("Other")
    mine, theirs = viewer(one), viewer(other)
    at_once(
        *(lambda: block_add(viewer=mine, other_id=other.pk) for _ in range(3)),
        *(lambda: block_add(viewer=theirs, other_id=one.pk) for _ in range(3)),
        *(lambda: feedback_give(viewer=mine, about_id=other.pk, kind="saved") for _ in range(3)),
    )
    assert (Block.objects.count(), Feedback.objects.count()) == (2, 1)


def test_two_workers_expire_an_ask_once():
    about = issue("Rent")
    for number in range(5):
        ask(member(f"One {number}"), member(f"Other {number}"), about, expires_on=today())
    assert sum(at_once(introduction_expire_due, introduction_expire_due)) == 5
