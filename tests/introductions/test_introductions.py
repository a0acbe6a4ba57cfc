"""Asking, answering and taking back: what is written, what is refused, and what stays secret."""

from datetime import timedelta

import pytest
from django.utils import timezone

from backend.accounts.models import Role
from backend.audit.models import AuditEntry
from backend.core.clock import today
from backend.core.errors import DomainError
from backend.core.languages import Language
from backend.directory.models import Connection, Membership, Official
from backend.introductions.models import Introduction, State
from backend.introductions.selectors.asks import (
    Standing,
    capped,
    is_capped,
    open_asks_received,
    sent,
    standing,
)
from backend.introductions.selectors.eligibility import suggestible_to
from backend.introductions.services.answering import (
    introduction_answer,
    introduction_expire_due,
    introduction_hold,
    introduction_release,
    introduction_withdraw,
)
from backend.introductions.services.asking import introduction_propose, introduction_request
from backend.introductions.services.blocks import block_add
from backend.outbox.models import OutboxEntry
from tests.people import member, place, staff_viewer, viewer
from tests.refusals import problems_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def ask(asker, other, about, note="May I ask how you did it?"):
    return introduction_request(
        viewer=viewer(asker), other_id=other.pk, issue_id=about.pk, note=note
    )


def propose(one, other, about, by=None):
    return introduction_propose(
        viewer=by or staff_viewer(),
        first_id=one.pk,
        second_id=other.pk,
        issue_id=about.pk,
        note="You two should talk.",
    )


def answer(person, introduction, said="yes"):
    return introduction_answer(viewer=viewer(person), introduction_id=introduction.pk, answer=said)


def withdraw(person, introduction):
    return introduction_withdraw(viewer=viewer(person), introduction_id=introduction.pk)


def refused(call):
    (problem,) = problems_of(call)
    return problem.field, problem.code, problem.message.text(Language.ENGLISH)


def code(call):
    return refused(call)[:2]


@pytest.fixture
def it_is(monkeypatch):
    """Turns the clock to noon, so many days from the real day."""
    now = timezone.now()

    def turn(days):
        monkeypatch.setattr(timezone, "now", lambda: now + days * DAY)

    return turn


def test_a_yes_connects_and_tells_the_graph_of_both(ana, bo, rent):
    made = ask(ana, bo, rent)
    assert (made.state, made.asker_answer, made.other_answer) == ("awaiting", "yes", "")
    assert (made.expires_on - today()).days == 14
    assert (made.excluded_until - made.expires_on).days == 180
    assert not Connection.objects.exists()

    answer(bo, made)

    made.refresh_from_db()
    assert made.state == State.CONNECTED
    assert made.answered_at == made.ended_at is not None
    assert Connection.objects.get().first_id == min(ana.pk, bo.pk)
    told = OutboxEntry.objects.values_list("aggregate", "aggregate_id")
    assert sorted(told) == sorted([("Official", ana.pk), ("Official", bo.pk)] * 2)
    trail = AuditEntry.objects.values_list("action", "subject", "subject_id", "actor_id")
    assert list(trail) == [
        ("introduction.request", "Introduction", made.pk, ana.user_id),
        ("introduction.answer", "Introduction", made.pk, bo.user_id),
    ]


def test_the_trail_and_the_rows_name_hold_no_note(ana, bo, rent):
    made = ask(ana, bo, rent, note="A private matter")
    assert AuditEntry.objects.get().fields == ["issue", "note"]
    assert "private" not in str(made)


def test_the_same_again_is_once(ana, bo, rent):
    made = ask(ana, bo, rent)
    assert ask(ana, bo, rent, note="Again").pk == made.pk
    answer(bo, made)
    before = OutboxEntry.objects.count()
    assert answer(bo, made).state == State.CONNECTED
    assert (OutboxEntry.objects.count(), Introduction.objects.count()) == (before, 1)
    assert Connection.objects.count() == 1


@pytest.mark.parametrize("ending", ["silence", "no", "not_now"])
def test_a_no_reads_like_silence(ana, bo, rent, it_is, ending):
    """Whatever the asker can read or try is the same on every day, for every ending."""
    made = ask(ana, bo, rent)
    if ending != "silence":
        answer(bo, made, ending)
    seen = []
    for day in (0, 13, 14, 15, 100, 193, 194):
        it_is(day)
        if day == 15:
            introduction_expire_due()
        made.refresh_from_db()
        slots = sent(ana.pk).count()
        try:
            again = ask(ana, bo, rent).pk == made.pk
        except DomainError as error:
            again = error.text(Language.ENGLISH)
        seen.append((day, standing(made, ana.pk), slots, again))
    before = f"You have asked them before. You can ask again from {made.excluded_until:%B %-d, %Y}."
    assert seen == [
        (0, Standing.WAITING, 1, True),
        (13, Standing.WAITING, 1, True),
        (14, Standing.NOT_AVAILABLE, 0, before),
        (15, Standing.NOT_AVAILABLE, 0, before),
        (100, Standing.NOT_AVAILABLE, 0, before),
        (193, Standing.NOT_AVAILABLE, 0, before),
        (194, Standing.NOT_AVAILABLE, 0, False),  # a new ask
    ]


@pytest.mark.parametrize("ending", ["silence", "no"])
def test_taking_back_tells_nothing_either(ana, bo, rent, ending):
    made = ask(ana, bo, rent)
    if ending == "no":
        answer(bo, made, "no")
    made = withdraw(ana, made)
    assert withdraw(ana, made).state == made.state == State.WITHDRAWN
    assert standing(made, ana.pk) == Standing.WITHDRAWN
    assert sent(ana.pk).count() == 0
    assert code(lambda: ask(ana, bo, rent)) == ("officialId", "CONFLICT")
    assert made.excluded_until == made.expires_on + 180 * DAY


def test_the_one_who_said_no_reads_their_no(ana, bo, rent):
    made = answer(bo, ask(ana, bo, rent), "not_now")
    assert standing(made, bo.pk) == Standing.DECLINED_BY_YOU
    withdraw(ana, made)
    made.refresh_from_db()
    assert standing(made, bo.pk) == Standing.DECLINED_BY_YOU


def test_whoever_was_asked_may_ask_once_the_ask_has_expired(ana, bo, rent, it_is):
    answer(bo, ask(ana, bo, rent), "not_now")
    field, problem, message = refused(lambda: ask(bo, ana, rent))
    assert (field, problem) == ("officialId", "CONFLICT")
    assert "already" in message
    it_is(14)
    assert ask(bo, ana, rent).state == State.AWAITING


def test_an_answer_is_final_and_in_time(ana, bo, rent, it_is):
    made = answer(bo, ask(ana, bo, rent), "no")
    assert code(lambda: answer(bo, made)) == (None, "CONFLICT")
    late = ask(ana, member("Cy"), rent)
    it_is(14)
    assert code(lambda: answer(late.other, late)) == (None, "CONFLICT")
    assert code(lambda: withdraw(ana, late)) == (None, "CONFLICT")
    assert not Connection.objects.exists()


def test_a_withdrawn_ask_cannot_be_answered_and_a_connection_not_withdrawn(ana, bo, rent):
    made = ask(ana, bo, rent)
    withdraw(ana, made)
    assert code(lambda: answer(bo, made)) == (None, "CONFLICT")
    other = ask(ana, member("Cy"), rent)
    answer(other.other, other)
    assert code(lambda: withdraw(ana, other)) == (None, "CONFLICT")


def test_nobody_else_can_answer_or_withdraw(ana, bo, rent):
    made = ask(ana, bo, rent)
    stranger = member("Eve")
    for call in (
        lambda: answer(stranger, made),
        lambda: answer(ana, made),
        lambda: withdraw(bo, made),
        lambda: withdraw(stranger, made),
        lambda: introduction_withdraw(viewer=staff_viewer(), introduction_id=made.pk),
        lambda: introduction_withdraw(viewer=viewer(ana), introduction_id=made.pk + 99),
        lambda: introduction_withdraw(viewer=viewer(ana), introduction_id=None),
    ):
        assert code(call) == (None, "NOT_FOUND")
    wrong = lambda: answer(bo, made, "maybe")  # noqa: E731
    assert code(wrong) == ("answer", "INVALID")


@pytest.mark.parametrize("change", [{"hidden": True}, {"membership": Membership.LEFT}])
def test_an_asker_who_is_gone_has_asked_nothing(ana, bo, rent, change):
    made = ask(ana, bo, rent)
    Official.objects.filter(pk=ana.pk).update(**change)
    assert code(lambda: answer(bo, made)) == (None, "NOT_FOUND")


def test_who_can_ask_whom(ana, bo, rent):
    hidden, left = member("Hid", hidden=True), member("Left", membership=Membership.LEFT)
    record = Official.objects.create(name="Rec")
    assert code(lambda: ask(ana, ana, rent)) == ("officialId", "INVALID")
    gone = {refused(lambda each=each: ask(ana, each, rent)) for each in (hidden, left, record)}
    assert gone == {("officialId", "NOT_FOUND", "There is no such member.")}
    assert code(lambda: ask(hidden, ana, rent)) == (None, "NOT_ALLOWED")
    assert code(lambda: ask(left, ana, rent)) == (None, "NOT_ALLOWED")
    request = lambda **given: introduction_request(  # noqa: E731
        **{"viewer": viewer(ana), "other_id": bo.pk, "issue_id": rent.pk, "note": "x"} | given
    )
    assert code(lambda: request(other_id=None)) == ("officialId", "NOT_FOUND")
    assert code(lambda: request(issue_id=None)) == ("issueId", "NOT_FOUND")
    assert code(lambda: request(note=" \x00 ")) == ("note", "REQUIRED")
    assert code(lambda: request(note="x" * 1_001)) == ("note", "TOO_LONG")
    assert code(lambda: request(viewer=staff_viewer())) == (None, "NOT_ALLOWED")


def test_three_asks_and_no_more(ana, rent):
    for number in range(3):
        made = ask(ana, member(f"Peer {number}"), rent)
    other = member("One more")
    assert code(lambda: ask(ana, other, rent)) == (None, "LIMIT_REACHED")
    answer(made.other, made, "no")
    assert code(lambda: ask(ana, other, rent)) == (None, "LIMIT_REACHED")
    withdraw(ana, made)
    assert ask(ana, other, rent).pk


def test_whoever_takes_no_asks_is_not_told_apart(ana, rent):
    paused, full, keeps_away = member("P", paused=True), member("F"), member("K")
    for number in range(3):
        assert not is_capped(full.pk)
        ask(member(f"Asker {number}"), full, rent)
    assert capped([full.pk, paused.pk]) == {full.pk}
    block_add(viewer=viewer(keeps_away), other_id=ana.pk)
    answers = {refused(lambda who=who: ask(ana, who, rent)) for who in (paused, full, keeps_away)}
    assert len(answers) == 1
    assert next(iter(answers))[1] == "CONFLICT"


def test_answering_frees_the_slot_of_who_was_asked(rent):
    full = member("F")
    asks = [ask(member(f"Asker {number}"), full, rent) for number in range(3)]
    answer(full, asks[0], "no")
    assert not is_capped(full.pk)


def test_a_held_ask_keeps_the_slot_that_it_takes_again_when_released(rent):
    full, other = member("F", at=place("Ajo", "az")), member("One more", at=place("Reno", "nv"))
    asks = [ask(member(f"Asker {number}"), full, rent) for number in range(3)]
    hold(asks[0])
    assert is_capped(full.pk)
    assert not suggestible_to(other.pk).filter(pk=full.pk).exists()
    assert code(lambda: ask(other, full, rent)) == ("officialId", "CONFLICT")
    release(asks[0])
    assert open_asks_received([full.pk])[full.pk] == 3
    answer(full, asks[0], "no")
    assert suggestible_to(other.pk).filter(pk=full.pk).exists()


def test_an_expired_ask_takes_no_slot_whoever_has_marked_it(ana, bo, rent, it_is):
    for number in range(3):
        ask(member(f"Asker {number}"), bo, rent)
    it_is(14)
    assert not is_capped(bo.pk)
    assert introduction_expire_due() == 3
    assert introduction_expire_due() == 0
    assert set(Introduction.objects.values_list("state", flat=True)) == {"expired"}
    assert AuditEntry.objects.filter(action="introduction.expire", actor_id=None).count() == 3


def test_a_proposal_needs_both(ana, bo, rent):
    made = propose(ana, bo, rent)
    assert [standing(made, each.pk) for each in (ana, bo)] == [Standing.TO_ANSWER] * 2
    assert sent(ana.pk).count() == 0
    made = answer(ana, made)
    assert made.state == State.AWAITING
    assert standing(made, ana.pk) == Standing.WAITING
    assert answer(bo, made).state == State.CONNECTED
    assert Connection.objects.count() == 1


def test_the_no_of_one_is_not_told_to_the_other_who_still_answers(ana, bo, rent, it_is):
    made = answer(ana, propose(ana, bo, rent), "no")
    assert made.state == State.DECLINED
    assert standing(made, bo.pk) == Standing.TO_ANSWER
    made = answer(bo, made)
    assert (made.state, standing(made, bo.pk)) == (State.DECLINED, Standing.WAITING)
    assert not Connection.objects.exists()
    it_is(14)
    assert standing(made, bo.pk) == Standing.NOT_AVAILABLE


def test_staff_take_back_what_staff_proposed(ana, bo, rent):
    made = propose(ana, bo, rent)
    assert code(lambda: withdraw(ana, made)) == (None, "NOT_FOUND")
    taken = introduction_withdraw(viewer=staff_viewer(), introduction_id=made.pk)
    assert taken.state == State.WITHDRAWN


def test_whom_staff_cannot_propose(ana, bo, rent):
    assert code(lambda: propose(ana, ana, rent)) == ("secondId", "INVALID")
    assert code(lambda: propose(ana, member(hidden=True), rent)) == ("secondId", "NOT_FOUND")
    assert code(lambda: propose(member(paused=True), bo, rent)) == ("firstId", "CONFLICT")
    assert code(lambda: propose(ana, bo, rent, by=viewer(bo))) == (None, "NOT_ALLOWED")
    made = ask(ana, bo, rent)
    assert code(lambda: propose(bo, ana, rent)) == (None, "CONFLICT")
    answer(bo, made)
    assert code(lambda: propose(bo, ana, rent)) == (None, "CONFLICT")
    block_add(viewer=viewer(ana), other_id=bo.pk)
    assert code(lambda: propose(bo, ana, rent)) == (None, "CONFLICT")


def hold(introduction, by=None):
    return introduction_hold(viewer=by or staff_viewer(), introduction_id=introduction.pk)


def release(introduction, by=None):
    by = by or staff_viewer(Role.ADMIN)
    return introduction_release(viewer=by, introduction_id=introduction.pk)


def test_whoever_is_held_has_not_been_asked(ana, bo, rent):
    made = hold(ask(ana, bo, rent))
    assert code(lambda: answer(bo, made)) == (None, "NOT_FOUND")
    assert sent(ana.pk).count() == 1
    assert standing(made, ana.pk) == Standing.WAITING
    assert code(lambda: ask(bo, ana, rent)) == ("officialId", "CONFLICT")
    member_paused = member(paused=True)
    assert problems_of(lambda: ask(bo, ana, rent)) == problems_of(
        lambda: ask(bo, member_paused, rent)
    )


def test_what_is_held_is_released_once_with_the_day_that_it_had(ana, bo, rent, it_is):
    made = ask(ana, bo, rent)
    assert hold(made).state == hold(made).state == State.HELD
    it_is(13)
    released = release(made)
    assert (released.state, released.expires_on) == (State.AWAITING, made.expires_on)
    release(made)
    trail = AuditEntry.objects.values_list("action", flat=True)
    assert list(trail) == [f"introduction.{each}" for each in ("request", "hold", "release")]
    assert answer(bo, made).state == State.CONNECTED
    assert code(lambda: hold(made)) == code(lambda: release(made)) == (None, "CONFLICT")


def test_who_said_yes_reads_no_hold(ana, bo, rent):
    made = answer(ana, propose(ana, bo, rent))
    hold(made)
    held = answer(ana, made)
    assert standing(held, ana.pk) == Standing.WAITING
    assert code(lambda: answer(ana, made, "no")) == (None, "CONFLICT")


def test_who_holds_and_who_releases(ana, bo, rent):
    made = ask(ana, bo, rent)
    for who in (viewer(ana), viewer(bo), staff_viewer(Role.READER)):
        assert code(lambda who=who: hold(made, who)) == (None, "NOT_ALLOWED")
    hold(made)
    for who in (viewer(ana), viewer(bo), staff_viewer()):
        assert code(lambda who=who: release(made, who)) == (None, "NOT_ALLOWED")
    nothing = lambda: introduction_hold(viewer=staff_viewer(), introduction_id=None)  # noqa: E731
    assert code(nothing) == (None, "NOT_FOUND")


@pytest.mark.parametrize("is_held", [True, False])
def test_an_ask_that_is_over_is_in_nobodys_way_though_no_task_has_marked_it(
    ana, bo, rent, it_is, is_held
):
    made = ask(ana, bo, rent)
    if is_held:
        hold(made)
    it_is(14)
    if is_held:
        assert code(lambda: release(made)) == (None, "CONFLICT")
    again = ask(bo, ana, rent)
    made.refresh_from_db()
    assert (made.state, again.state) == (State.EXPIRED, State.AWAITING)


@pytest.mark.parametrize("said", ["", "no"])
def test_a_held_ask_ends_as_any_does(ana, bo, rent, said):
    made = hold(ask(ana, bo, rent))
    if said:
        block_add(viewer=viewer(bo), other_id=ana.pk)
    else:
        withdraw(ana, made)
    made.refresh_from_db()
    assert made.state == (State.DECLINED if said else State.WITHDRAWN)
    assert made.other_answer == said
