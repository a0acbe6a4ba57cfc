"""What a person reads of their introductions: the same of a no as of silence."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from backend.accounts.models import Role
from backend.core.clock import today
from backend.directory.models import Membership, Official
from backend.introductions.models import Introduction, State
from backend.introductions.selectors.asks import Standing
from backend.introductions.selectors.introductions import introductions_of
from backend.introductions.services.answering import (
    introduction_answer,
    introduction_expire_due,
    introduction_hold,
    introduction_release,
    introduction_withdraw,
)
from backend.introductions.services.asking import introduction_propose
from backend.introductions.services.blocks import block_add, block_remove
from tests.people import ask, connect, member, staff, staff_viewer, viewer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def read(person):
    return introductions_of(viewer(person))


def standings(person):
    return [each.standing for each in read(person)]


def answer(person, introduction, said):
    introduction_answer(viewer=viewer(person), introduction_id=introduction.pk, answer=said)


def test_each_reads_who_why_and_the_note(ana, bo, rent):
    made = ask(ana, bo, rent, note="How did you do it?")
    (mine,), (theirs,) = read(ana), read(bo)
    assert (mine.id, mine.other, mine.asked_by, mine.your_answer) == (made.pk, bo, "you", "yes")
    assert (theirs.id, theirs.other, theirs.asked_by, theirs.your_answer) == (
        made.pk,
        ana,
        "them",
        "",
    )
    assert mine.issue == theirs.issue == rent
    assert mine.note == theirs.note == "How did you do it?"
    assert (mine.standing, theirs.standing) == (Standing.WAITING, Standing.TO_ANSWER)
    assert read(member("Stranger")) == []
    assert introductions_of(staff_viewer()) == []


def test_the_asker_reads_one_and_the_same_of_silence_a_no_a_block_a_hold_and_a_late_task(
    ana, rent, monkeypatch
):
    """Each ending in a world of its own, of which only the ids and the other one's name differ."""
    now = timezone.now()
    others = {ending: member(ending) for ending in ("silence", "no", "not_now", "block", "hold")}
    made = {ending: ask(ana, other, rent, asked_at=now) for ending, other in others.items()}
    answer(others["no"], made["no"], "no")
    answer(others["not_now"], made["not_now"], "not_now")
    block_add(viewer=viewer(others["block"]), other_id=ana.pk)
    introduction_hold(viewer=staff_viewer(), introduction_id=made["hold"].pk)
    for day in (0, 13, 14, 15, 200):
        monkeypatch.setattr(timezone, "now", lambda day=day: now + day * DAY)
        if day == 15:
            introduction_expire_due()
        found = {replace(each, id=0, other=ana): each.standing for each in read(ana)}
        assert len(read(ana)) == len(others)
        waits = Standing.WAITING if day < 14 else Standing.NOT_AVAILABLE
        assert list(found.values()) == [waits]


def test_of_a_proposal_each_reads_their_own_answer_alone(ana, bo, rent):
    made = introduction_propose(
        viewer=staff_viewer(), first_id=ana.pk, second_id=bo.pk, issue_id=rent.pk, note="Meet."
    )
    answer(ana, made, "no")
    ((mine,), (theirs,)) = read(ana), read(bo)
    assert (mine.standing, theirs.standing) == (Standing.DECLINED_BY_YOU, Standing.TO_ANSWER)
    assert (mine.asked_by, theirs.asked_by) == ("staff", "staff")
    answer(bo, made, "yes")
    assert standings(bo) == [Standing.WAITING]


def test_both_read_a_connection_and_a_withdrawal_who_answered(ana, bo, rent):
    made = ask(ana, bo, rent)
    answer(bo, made, "yes")
    assert standings(ana) == standings(bo) == [Standing.CONNECTED]
    other = member("Cy")
    again = ask(ana, other, rent)
    introduction_withdraw(viewer=viewer(ana), introduction_id=again.pk)
    assert standings(ana) == [Standing.WITHDRAWN, Standing.CONNECTED]
    assert read(other) == []


@pytest.mark.parametrize("blocker", [0, 1])
def test_a_connection_that_a_block_has_ended_reads_the_same_to_both(ana, bo, rent, blocker):
    answer(bo, ask(ana, bo, rent), "yes")
    pair = (ana, bo)
    block_add(viewer=viewer(pair[blocker]), other_id=pair[1 - blocker].pk)
    assert standings(ana) == standings(bo) == [Standing.NOT_AVAILABLE]
    block_remove(viewer=viewer(pair[blocker]), other_id=pair[1 - blocker].pk)
    assert standings(ana) == standings(bo) == [Standing.NOT_AVAILABLE]


def test_what_is_held_is_not_there_for_whoever_has_not_answered(ana, bo, rent):
    made = ask(ana, bo, rent)
    introduction_hold(viewer=staff_viewer(), introduction_id=made.pk)
    assert (standings(ana), read(bo)) == ([Standing.WAITING], [])
    admin = staff_viewer(Role.ADMIN)
    introduction_release(viewer=admin, introduction_id=made.pk)
    assert standings(bo) == [Standing.TO_ANSWER]


def test_a_hold_that_expires_does_not_come_to_light(ana, bo, rent):
    ask(ana, bo, rent, state=State.HELD, expires_on=today())
    introduction_expire_due()
    assert Introduction.objects.get().state == State.EXPIRED
    assert (standings(ana), read(bo)) == ([Standing.NOT_AVAILABLE], [])


@pytest.mark.parametrize("change", [{"hidden": True}, {"membership": Membership.LEFT}])
def test_whoever_cannot_be_seen_has_no_introduction_with_anybody(ana, bo, rent, change):
    ask(ana, bo, rent)
    Official.objects.filter(pk=bo.pk).update(**change)
    assert read(ana) == []


def test_the_connected_are_still_seen_with_the_safety_switch_on(ana, bo, rent):
    answer(bo, ask(ana, bo, rent), "yes")
    Official.objects.filter(pk=bo.pk).update(hidden=True)
    assert standings(ana) == [Standing.CONNECTED]


def test_the_newest_first_in_one_statement_however_many(ana, rent, django_assert_num_queries):
    asker = viewer(ana)
    for number in range(12):
        other = member(f"Peer {number}")
        asked_at = timezone.now() - number * DAY
        proposed = {"proposed_by": staff(), "asker_answer": ""} if number % 2 else {}
        ask(ana, other, rent, asked_at=asked_at, **proposed)
        connect(ana, other)
    with django_assert_num_queries(1):
        found = [(each.other.name, each.issue.name) for each in introductions_of(asker)]
    assert found == [(f"Peer {number}", "Rent") for number in range(12)]
