"""What members and staff can write, what is refused, and that a refusal writes nothing."""

from datetime import date, timedelta

import pytest

from backend.audit.models import AuditEntry
from backend.core.clock import today
from backend.core.errors import DomainError
from backend.directory.models import Official, Seat, Term, Work
from backend.directory.services.profile import profile_update
from backend.directory.services.terms import term_add
from backend.directory.services.work import HelpLine, work_remove, work_save
from backend.outbox.models import OutboxEntry
from tests.people import as_read, issue, member, place, seat_of, staff_viewer, viewer, work

pytestmark = pytest.mark.django_db
HOSTILE = [
    "Robert'); DROP TABLE directory_official;--",
    "x'}) DETACH DELETE n //",
    "<img src=x onerror=alert(1)>",
    "名前 Ñandú 🌵",
]


def problems(call):
    with pytest.raises(DomainError) as caught:
        call()
    assert not OutboxEntry.objects.exists()
    assert not AuditEntry.objects.exists()
    return {(problem.field, problem.code) for problem in caught.value.problems}


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_literals(name):
    me = member()
    profile_update(viewer=viewer(me), **as_read(me), changes={"name": name})
    assert Official.objects.get(pk=me.pk).name == name


def test_a_change_reaches_the_outbox_and_the_trail_without_its_values():
    me = member()
    profile_update(
        viewer=viewer(me), **as_read(me), changes={"biography": "Secret words"}, language="es"
    )
    entry = OutboxEntry.objects.get()
    assert (entry.aggregate, entry.aggregate_id) == ("Official", me.pk)
    audited = AuditEntry.objects.get()
    assert audited.fields == ["biography", "language"]
    assert audited.actor_id == me.user_id
    assert viewer(Official.objects.get(pk=me.pk)).language == "es"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": " \t\x00 "}, {("name", "REQUIRED")}),
        ({"name": "x" * 10_000}, {("name", "TOO_LONG")}),
        ({"biography": "x" * 2_001}, {("biography", "TOO_LONG")}),
        ({"languages": ["english"]}, {("languages", "INVALID")}),
        (
            {"languages": [f"a{letter}" for letter in "abcdefghijk"]},
            {("languages", "LIMIT_REACHED")},
        ),
        ({"profile_visibility": "all"}, {("profileVisibility", "INVALID")}),
        ({"name": "", "pronouns": "x" * 41}, {("name", "REQUIRED"), ("pronouns", "TOO_LONG")}),
    ],
)
def test_a_wrong_profile_names_every_field_and_writes_nothing(changes, found):
    me = member("Before")
    assert (
        problems(lambda: profile_update(viewer=viewer(me), **as_read(me), changes=changes)) == found
    )
    assert Official.objects.get(pk=me.pk).name == "Before"


def test_work_is_added_then_changed_then_removed():
    me, counsel = member(), issue("Right to counsel")
    first = work_save(
        viewer=viewer(me),
        **as_read(me),
        issue_id=counsel.pk,
        stage="drafting",
        seeks=[HelpLine("talk", " a ")],
    )
    again = work_save(
        viewer=viewer(me),
        **as_read(me),
        issue_id=counsel.pk,
        stage="adopted",
        offers=[HelpLine("model_text")],
    )
    assert first.pk == again.pk
    assert [(each.direction, each.kind) for each in again.help.all()] == [("offers", "model_text")]
    work_remove(viewer=viewer(me), **as_read(me), work_id=first.pk)
    assert not Work.objects.exists()
    assert OutboxEntry.objects.filter(aggregate="Official", aggregate_id=me.pk).count() == 3


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"issue_id": 0}, {("issueId", "NOT_FOUND")}),
        ({"issue_id": None}, {("issueId", "NOT_FOUND")}),
        ({"stage": "won"}, {("stage", "INVALID")}),
        ({"priority": 9}, {("priority", "INVALID")}),
        ({"since": date(2999, 1, 1)}, {("since", "INVALID")}),
        ({"line": "x" * 281}, {("line", "TOO_LONG")}),
        ({"seeks": [HelpLine("money")]}, {("seeks", "INVALID")}),
        ({"offers": [HelpLine("talk"), HelpLine("talk")]}, {("offers", "CONFLICT")}),
    ],
)
def test_wrong_work_names_its_field_and_writes_nothing(given, found):
    me, counsel = member(), issue("Right to counsel")
    right = {"issue_id": counsel.pk, "stage": "drafting"}
    assert (
        problems(lambda: work_save(viewer=viewer(me), **as_read(me), **{**right, **given})) == found
    )
    assert not Work.objects.exists()


def test_nobody_removes_the_work_of_another():
    me, other = member(), member("Other")
    theirs = work(other, issue("Right to counsel"))
    found = problems(lambda: work_remove(viewer=viewer(me), **as_read(me), work_id=theirs.pk))
    assert found == problems(
        lambda: work_remove(viewer=viewer(me), **as_read(me), work_id=theirs.pk + 99)
    )
    assert Work.objects.filter(pk=theirs.pk).exists()


def test_work_has_a_ceiling():
    me = member()
    for number in range(30):
        work(me, issue(f"Issue {number}"))
    one_more = issue("One more")
    found = problems(
        lambda: work_save(viewer=viewer(me), **as_read(me), issue_id=one_more.pk, stage="drafting")
    )
    assert found == {("issueId", "LIMIT_REACHED")}


def changes_of(me, counsel, **read):
    """Each change to one's own record, from a page that was read so."""
    read = {"viewer": viewer(me), **as_read(me), **read}
    made = me.work.first() or work(me, counsel)
    return (
        lambda: profile_update(**read, changes={"name": "Overwritten"}),
        lambda: work_save(**read, issue_id=counsel.pk, stage="adopted"),
        lambda: work_remove(**read, work_id=made.pk),
    )


def test_a_page_of_somebody_else_writes_nothing():
    """One window read Ana's record, and another has signed in as Susan or as staff."""
    ana, susan, counsel = member("Ana"), member("Susan"), issue("Right to counsel")
    for looking in (viewer(susan), staff_viewer()):
        for change in changes_of(ana, counsel, viewer=looking):
            assert problems(change) == {(None, "OTHER_ACCOUNT")}
    assert set(Official.objects.values_list("name", "version")) == {("Ana", 1), ("Susan", 1)}
    assert Work.objects.get().stage == "drafting"


def test_an_older_version_writes_nothing():
    me, counsel = member("Before"), issue("Right to counsel")
    for version in (0, 2, 2**40):
        for change in changes_of(me, counsel, version=version):
            assert problems(change) == {(None, "STALE")}
    assert Official.objects.get().name == "Before"
    assert Work.objects.get().stage == "drafting"


def test_each_change_makes_the_next_version():
    me, counsel = member(), issue("Right to counsel")
    for number in range(3):
        changes_of(me, counsel)[number]()
        assert as_read(me)["version"] == number + 2


def test_staff_have_no_profile_to_change():
    looking = staff_viewer()
    nobody = {"owner_id": None, "version": 1}
    assert problems(lambda: profile_update(viewer=looking, **nobody, changes={"name": "X"})) == {
        (None, "NOT_ALLOWED")
    }


def test_a_term_that_ends_before_it_starts_is_refused():
    person = member(at=place())
    seat = Seat.objects.get()
    refused = problems(
        lambda: term_add(
            viewer=staff_viewer(),
            official=person,
            seat=seat,
            first_day=date(2024, 5, 2),
            last_day=date(2024, 5, 1),
        )
    )
    assert refused == {("lastDay", "INVALID")}


def test_two_people_in_one_seat_are_refused_and_neighbours_are_not():
    home, holder, successor = place(), member("Holder"), member("Successor")
    seat = seat_of(holder, home, since=date(2020, 1, 1), until=date(2024, 1, 1)).seat
    looking = staff_viewer()

    def seat_successor(first_day):
        return term_add(
            viewer=looking, official=successor, seat=seat, first_day=first_day, last_day=None
        )

    assert problems(lambda: seat_successor(date(2023, 12, 31))) == {("seat", "CONFLICT")}
    assert seat_successor(date(2024, 1, 1)).pk
    assert Term.objects.count() == 2


def test_only_staff_seat_people():
    me = member(at=place())
    refused = problems(
        lambda: term_add(
            viewer=viewer(me),
            official=me,
            seat=Seat.objects.get(),
            first_day=today(),
            last_day=None,
        )
    )
    assert refused == {(None, "NOT_ALLOWED")}


def test_a_last_day_counts_until_it_is_over_in_hawaii():
    person, home = member(), place()
    seat = seat_of(member("Other"), home, until=date(2020, 2, 1)).seat
    made = term_add(
        viewer=staff_viewer(),
        official=person,
        seat=seat,
        first_day=date(2020, 2, 1),
        last_day=today(),
    )
    assert made.during.upper == today() + timedelta(days=1)
