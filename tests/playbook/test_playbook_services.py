"""Events, experts, preemptions and facts: staff keep them, and who may read of whom."""

from datetime import date, timedelta

import pytest

from backend.core.clock import newest_day, today
from backend.directory.models import LocalityFact, Organization
from backend.directory.selectors.by_id import facts_get
from backend.directory.services.facts import locality_fact_save
from backend.outbox.models import OutboxEntry
from backend.playbook import selectors
from backend.playbook.models import Attendance, Event, Expert, Policy, Preemption
from backend.playbook.services.events import attendance_note, event_add
from backend.playbook.services.experts import expert_add, expert_consent
from backend.playbook.services.preemptions import preemption_add, preemption_end
from tests.people import member, place, staff_viewer, viewer
from tests.refusals import problems_of, violates

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def organizer():
    return staff_viewer()


@pytest.fixture
def policy(rent):
    return Policy.objects.create(slug="cap", name="Rent cap", issue=rent)


def code(call):
    return {(problem.field, problem.code) for problem in problems_of(call)}


def told():
    """What the graph was told of since the last time."""
    entries = OutboxEntry.objects.order_by("pk").values_list("aggregate", "aggregate_id")
    found = list(entries)
    OutboxEntry.objects.all().delete()
    return found


def test_an_event_and_who_was_there(organizer, rent):
    home, ana, bo = place(), member("Ana"), member("Bo")
    add = lambda **given: event_add(  # noqa: E731
        **{
            "viewer": organizer,
            "name": " Spring meeting ",
            "on": date(2026, 4, 18),
            "issue_ids": [rent.pk],
            "locality_id": home.pk,
        }
        | given
    )
    event = add()
    assert (event.name, event.is_online, list(event.issues.all())) == (
        "Spring meeting",
        False,
        [rent],
    )
    assert told() == [("Event", event.pk)]
    assert code(add) == {("name", "CONFLICT")}
    assert code(lambda: add(name=" ")) == {("name", "REQUIRED")}
    assert code(lambda: add(issue_ids=[])) == {("issueIds", "NOT_FOUND")}
    assert code(lambda: add(issue_ids=[rent.pk, 987_654])) == {("issueIds", "NOT_FOUND")}
    assert code(lambda: add(locality_id=987_654)) == {("localityId", "NOT_FOUND")}
    assert code(lambda: add(viewer=viewer(ana))) == {(None, "NOT_ALLOWED")}
    assert add(name="Call", locality_id=None).is_online
    told()

    note = lambda who, **given: attendance_note(  # noqa: E731
        **{"viewer": organizer, "event_id": event.pk, "official_ids": [each.pk for each in who]}
        | given
    )
    assert note([ana]) == 1
    assert told() == [("Official", ana.pk), ("Event", event.pk)]
    assert note([ana, bo]) == 1
    assert Attendance.objects.count() == 2
    record = member("Rec", membership="record", user=None)
    assert code(lambda: note([record])) == {("officialIds", "NOT_FOUND")}
    assert code(lambda: note([ana], event_id=987_654)) == {("eventId", "NOT_FOUND")}
    assert code(lambda: note([ana], viewer=viewer(ana))) == {(None, "NOT_ALLOWED")}
    assert list(selectors.events_get([event.pk, 987_654])) == [event.pk]


def test_an_event_is_online_or_at_a_place(rent):
    day = date(2026, 4, 18)
    violates("event_online_or", lambda: Event.objects.create(name="x", on=day))
    violates(
        "event_online_or",
        lambda: Event.objects.create(name="x", on=day, is_online=True, locality=place()),
    )


def test_members_hear_of_experts_only_while_they_consent(organizer, rent):
    union = Organization.objects.create(name="Union", kind="community")
    ana = viewer(member("Ana"))
    add = lambda **given: expert_add(  # noqa: E731
        **{
            "viewer": organizer,
            "organization_id": union.pk,
            "name": "Xenia Wise",
            "title": "Counsel",
            "issue_ids": [rent.pk],
        }
        | given
    )
    expert = add()

    def heard_of():
        return [list(selectors.experts_get(each, [expert.pk])) for each in (ana, organizer)]

    assert heard_of() == [[], [expert.pk]]
    for given, expected in ((True, [expert.pk]), (True, [expert.pk]), (False, [])):
        expert_consent(viewer=organizer, expert_id=expert.pk, given=given)
        assert heard_of() == [expected, [expert.pk]]
    assert told() == [("Expert", expert.pk)] * 3
    assert "Xenia" not in str(expert)
    assert code(add) == {("name", "CONFLICT")}
    assert code(lambda: add(name="")) == {("name", "REQUIRED")}
    assert code(lambda: add(name="Y", organization_id=987_654)) == {("organizationId", "NOT_FOUND")}
    assert code(lambda: add(viewer=ana)) == {(None, "NOT_ALLOWED")}
    consent = lambda **given: expert_consent(  # noqa: E731
        **{"viewer": organizer, "expert_id": expert.pk, "given": True} | given
    )
    assert code(lambda: consent(viewer=ana)) == {(None, "NOT_ALLOWED")}
    assert code(lambda: consent(expert_id=987_654)) == {("expertId", "NOT_FOUND")}
    assert Expert.objects.count() == 1


def test_a_preemption_begins_and_ends(organizer, policy, rent):
    add = lambda **given: preemption_add(  # noqa: E731
        **{
            "viewer": organizer,
            "state": "az",
            "policy_id": policy.pk,
            "since": date(2000, 1, 1),
            "precision": "year",
            "source": "A statute",
        }
        | given
    )
    made = add()
    assert told() == [("Preemption", made.pk)]
    assert code(add) == {("state", "CONFLICT")}
    assert code(lambda: add(state="zz", source=" ")) == {
        ("state", "INVALID"),
        ("source", "REQUIRED"),
    }
    assert code(lambda: add(policy_id=987_654)) == {("policyId", "NOT_FOUND")}
    assert code(lambda: add(since=newest_day() + DAY)) == {("since", "INVALID")}
    assert code(lambda: add(viewer=viewer(member()))) == {(None, "NOT_ALLOWED")}
    assert selectors.preemptions_in("az", [rent.pk]) == [made]
    assert selectors.preemptions_in("tx", [rent.pk]) == []

    end = lambda on, **given: preemption_end(  # noqa: E731
        **{"viewer": organizer, "preemption_id": made.pk, "on": on} | given
    )
    assert code(lambda: end(date(2000, 1, 1))) == {("on", "INVALID")}
    assert code(lambda: end(newest_day() + DAY)) == {("on", "INVALID")}
    assert code(lambda: end(today(), preemption_id=987_654)) == {("preemptionId", "NOT_FOUND")}
    end(today())
    assert told() == [("Preemption", made.pk)]
    assert selectors.preemptions_in("az", [rent.pk]) == []
    assert add(since=date(2020, 1, 1)).pk != made.pk
    assert set(selectors.preemptions_get([made.pk])) == {made.pk}


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("preemption_state_known", {"state": "zz"}),
        ("preemption_precision_known", {"precision": "week"}),
        ("preemption_ends_after", {"ended_on": date(2000, 1, 1)}),
        ("preemption_has_a_source", {"source": ""}),
    ],
)
def test_a_preemption_is_possible_and_sourced(policy, constraint, fields):
    given = {"state": "az", "policy": policy, "since": date(2000, 1, 1), "source": "A statute"}
    violates(constraint, lambda: Preemption.objects.create(**given | fields))


def test_a_newer_figure_takes_the_place_of_an_older_one(organizer):
    home = place()
    save = lambda **given: locality_fact_save(  # noqa: E731
        **{
            "viewer": organizer,
            "locality_id": home.pk,
            "name": "renter_share",
            "value": 0.5,
            "year": 2020,
            "source": "A survey",
        }
        | given
    )
    old = save()
    assert told() == [("PlaceFact", old.pk), ("Locality", home.pk)]
    assert save(value=0.55).pk == old.pk
    told()
    new = save(year=2022)
    assert sorted(told()) == [("Locality", home.pk), ("PlaceFact", old.pk), ("PlaceFact", new.pk)]
    assert facts_get([old.pk])[old.pk].value == 0.55
    assert code(lambda: save(value=50.0)) == {("value", "INVALID")}
    assert code(lambda: save(value=float("nan"))) == {("value", "INVALID")}
    assert code(lambda: save(name="median_rent", value=float("inf"))) == {("value", "INVALID")}
    assert code(lambda: save(name="mood", year=22, source="")) == {
        ("name", "INVALID"),
        ("year", "INVALID"),
        ("source", "REQUIRED"),
    }
    assert code(lambda: save(locality_id=987_654)) == {("localityId", "NOT_FOUND")}
    assert code(lambda: save(viewer=viewer(member()))) == {(None, "NOT_ALLOWED")}
    assert LocalityFact.objects.count() == 2
