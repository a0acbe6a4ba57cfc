"""Blocks, feedback, and whom they and asks keep out of each other's suggestions."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from backend.audit.models import AuditEntry
from backend.core.clock import today
from backend.directory.models import Connection, Official
from backend.introductions.models import Block, Feedback, Introduction, State
from backend.introductions.selectors.asks import Standing, capped, standing
from backend.introductions.selectors.eligibility import suggestible_to
from backend.introductions.selectors.exclusions import (
    acting_towards,
    asks_ending,
    exclusions_of,
    saved_by,
)
from backend.introductions.services.answering import introduction_answer
from backend.introductions.services.blocks import block_add, block_remove
from backend.introductions.services.feedback import feedback_give, feedback_take_back
from backend.outbox.models import OutboxEntry
from tests.people import ask, in_office, viewer
from tests.refusals import problems_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def block(one, other):
    return block_add(viewer=viewer(one), other_id=other.pk)


def code(call):
    (problem,) = problems_of(call)
    return problem.field, problem.code


def apart(one, other):
    """Whether the two are kept out of each other's suggestions, each way."""
    return tuple(
        not suggestible_to(a.pk).filter(pk=b.pk).exists() for a, b in ((one, other), (other, one))
    )


def test_a_block_works_both_ways_once_and_can_be_taken_back(ana, bo):
    made = block(ana, bo)
    assert block(ana, bo).pk == made.pk
    assert OutboxEntry.objects.count() == 2
    assert apart(ana, bo) == (True, True)
    block(bo, ana)
    block_remove(viewer=viewer(ana), other_id=bo.pk)
    assert apart(ana, bo) == (True, True)
    assert code(lambda: block_remove(viewer=viewer(ana), other_id=bo.pk)) == (
        "officialId",
        "NOT_FOUND",
    )
    block_remove(viewer=viewer(bo), other_id=ana.pk)
    assert apart(ana, bo) == (False, False)
    assert "block" not in {field for each in AuditEntry.objects.all() for field in each.fields}


def test_a_block_ends_what_is_between_them_as_a_no_would(ana, bo, rent):
    made = ask(ana, bo, rent)
    block(bo, ana)
    made.refresh_from_db()
    assert (made.state, made.other_answer) == (State.DECLINED, "no")
    assert standing(made, ana.pk) == Standing.WAITING


@pytest.mark.parametrize("no_before", [True, False])
def test_who_asked_and_blocks_takes_the_ask_back_whatever_was_said(ana, bo, rent, no_before):
    made = ask(ana, bo, rent)
    if no_before:
        introduction_answer(viewer=viewer(bo), introduction_id=made.pk, answer="no")
    block(ana, bo)
    made.refresh_from_db()
    assert standing(made, ana.pk) == Standing.WITHDRAWN


def test_a_block_ends_a_proposal_that_was_agreed_to(ana, bo, rent):
    made = ask(ana, bo, rent, proposed_by=in_office().user, asker_answer="yes")
    block(ana, bo)
    made.refresh_from_db()
    assert (made.state, made.asker_answer) == (State.DECLINED, "no")


def test_a_block_ends_a_connection(ana, bo):
    first, second = sorted((ana, bo), key=lambda each: each.pk)
    Connection.objects.create(first=first, second=second)
    block(bo, ana)
    assert not Connection.objects.exists()


def test_whom_one_can_block(ana, bo, rent):
    Official.objects.filter(pk=bo.pk).update(hidden=True)
    for nobody in (bo.pk, ana.pk, 987_654, None):
        asked = code(lambda nobody=nobody: block_add(viewer=viewer(ana), other_id=nobody))
        assert asked == ("officialId", "NOT_FOUND")
    # Somebody who asks and then hides can be kept away.
    ask(bo, ana, rent)
    assert block(ana, bo).pk


def test_the_newest_opinion_stands(ana, bo):
    give = lambda **given: feedback_give(  # noqa: E731
        **{"viewer": viewer(ana), "about_id": bo.pk, "kind": "saved"} | given
    )
    first = give(kind="not_relevant", why=" Another field ")
    assert (first.why, apart(ana, bo)) == ("Another field", (True, False))
    assert give(kind="already_know").pk == first.pk
    assert (Feedback.objects.get().why, apart(ana, bo)) == ("", (True, False))
    assert give().kind == "saved"
    assert apart(ana, bo) == (False, False)
    assert [(mark.official, mark.other) for mark in saved_by([ana.pk, bo.pk])] == [(ana.pk, bo.pk)]
    feedback_take_back(viewer=viewer(ana), about_id=bo.pk)
    assert not Feedback.objects.exists()
    take = lambda: feedback_take_back(viewer=viewer(ana), about_id=bo.pk)  # noqa: E731
    assert code(take) == ("officialId", "NOT_FOUND")
    assert code(lambda: give(kind="meh")) == ("kind", "INVALID")
    assert code(lambda: give(why="Nice")) == ("why", "INVALID")
    assert code(lambda: give(kind="not_relevant", why="x" * 281)) == ("why", "TOO_LONG")
    assert code(lambda: give(about_id=ana.pk)) == ("officialId", "NOT_FOUND")
    assert code(lambda: give(about_id=None)) == ("officialId", "NOT_FOUND")
    Official.objects.filter(pk=bo.pk).update(hidden=True)
    assert code(give) == ("officialId", "NOT_FOUND")


@pytest.mark.parametrize("ending", ["awaiting", "declined", "withdrawn", "expired"])
def test_every_ending_bars_the_pair_until_the_same_day(ana, bo, rent, ending, monkeypatch):
    made = ask(ana, bo, rent)
    fields = {"state": ending}
    if ending == "declined":
        fields["other_answer"] = "no"
    if ending != "awaiting":
        fields["ended_at"] = timezone.now()
    Introduction.objects.update(**fields)
    (found,) = exclusions_of([ana.pk, bo.pk])
    assert (found.official, found.other, found.until) == (ana.pk, bo.pk, made.excluded_until)
    now, seen = timezone.now(), []
    for day in (0, 13, 14, 193, 194):
        monkeypatch.setattr(timezone, "now", lambda day=day: now + day * DAY)
        seen.append((apart(ana, bo), len(exclusions_of([ana.pk]))))
    assert seen == [((True, True), 1)] * 4 + [((False, False), 0)]


def test_the_connected_are_not_suggested_and_strangers_are(ana, bo, rent):
    assert apart(ana, bo) == (False, False)
    first, second = sorted((ana, bo), key=lambda each: each.pk)
    Connection.objects.create(first=first, second=second)
    assert apart(ana, bo) == (True, True)
    assert apart(ana, in_office("Cy")) == (False, False)


def test_at_the_cap_nobody_is_suggested(ana, bo, rent):
    for number in range(3):
        assert apart(ana, bo) == (False, False)
        ask(in_office(f"Asker {number}"), bo, rent)
    assert apart(ana, bo) == (True, False)
    assert capped([ana.pk, bo.pk]) == {bo.pk}


def test_who_turns_when(ana, bo, rent):
    ask(ana, bo, rent, expires_on=today() + 2 * DAY)
    both = {ana.pk, bo.pk}

    def during(after, until):
        return asks_ending(after=today() + after * DAY, until=today() + until * DAY)

    assert during(1, 2) == during(181, 182) == both
    assert during(2, 181) == during(182, 999) == set()


def test_reads_cost_the_same_for_many(ana, bo, rent, django_assert_num_queries):
    everybody = [ana, bo, *(in_office(f"M{number}") for number in range(10))]
    for one, other in pairwise(everybody):
        ask(one, other, rent)
        Block.objects.create(blocker=other, blocked=one)
        Feedback.objects.create(official=one, about=other, kind="already_know")
    for some in (everybody[:2], everybody):
        ids = [each.pk for each in some]
        with django_assert_num_queries(1):
            assert len(exclusions_of(ids)) >= 3
        with django_assert_num_queries(4):
            assert acting_towards(ids)
        with django_assert_num_queries(1):
            capped(ids)
        with django_assert_num_queries(1):
            assert not list(suggestible_to(ana.pk).filter(pk__in=ids[1:2]))
