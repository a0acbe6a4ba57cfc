"""The group finder through the staff API: who is chosen and why, who never is, what is lacking."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import User
from backend.audit.models import AuditEntry
from backend.core.clock import this_week, today
from backend.directory.models import Issue, Membership, Official, Work
from backend.introductions.models import Block, Impression
from backend.matching.groups.find import group_for
from backend.playbook.models import Adoption, Policy
from tests.api.endpoints import code
from tests.people import ask, issue, member, overlap, place, seat_of, viewer, work
from tests.projecting import project
from tests.refusals import refused_as

pytestmark = pytest.mark.django_db

GROUP = """query G($issue: String!, $stage: Stage) { group(issue: $issue, stage: $stage) {
  issue { slug } stage states whole note
  people { officialId name title office { name locality { name state } } issue { name }
    stage priority offers fit reasons } } }"""
STATES = ("az", "ny", "oh", "wi", "ca", "tx", "nm")


@pytest.fixture
def people(counsel):
    """Seven in seven states, each a little better than the next."""
    found = []
    for number, state in enumerate(STATES):
        at = place(f"Place {number}", state, population=20_000)
        person = member(f"Person {number}", at=at)
        offers = ("talk", "testimony", "legal_memo")[: max(0, 3 - number)]
        work(person, counsel, "drafting", offers=offers, priority=3 if number < 5 else 1)
        found.append(person)
    return found


def asked(asker, on, stage="DRAFTING"):
    response = asker.ask(GROUP, {"issue": on.slug, "stage": stage})
    assert "errors" not in response.json(), response.content
    return response.json()["data"]["group"]


def names(group):
    return [each["name"] for each in group["people"]]


def test_five_from_three_states_and_why(graph, priya, people, counsel):
    policy = Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)
    Adoption.objects.create(
        policy=policy,
        locality=people[0].terms.get().seat.office.locality,
        title="Ordinance 2023-114",
        adopted_on=date(2023, 3, 14),
        source="City clerk",
    )
    Work.objects.filter(official=people[0]).update(since=date(2021, 5, 1))
    project(graph)
    group = asked(priya, counsel)
    assert names(group)[:3] == ["Person 0", "Person 1", "Person 2"]
    assert {*names(group)} == {f"Person {number}" for number in range(5)}
    assert (group["states"], group["whole"], group["note"]) == (5, True, None)
    first = group["people"][0]
    assert first["office"] == {
        "name": "City Council",
        "locality": {"name": "Place 0", "state": "AZ"},
    }
    assert (first["stage"], first["priority"]) == ("DRAFTING", "HIGH")
    assert sorted(first["offers"]) == ["LEGAL_MEMO", "TALK", "TESTIMONY"]
    where = (
        "Serves in Place 0, Arizona: the only one from this state, in a place of "
        "10,000 to 50,000 people."
    )
    assert first["reasons"] == [
        "Is drafting a measure on “Right to counsel”, on it since 2021, a high priority.",
        "Offers a talk, testimony, and a legal memo.",
        "Place 0 adopted “Counsel in evictions” in 2023 (City clerk).",
        where,
    ]
    assert first["fit"] > group["people"][1]["fit"]


def test_staff_are_told_why_in_their_own_language(graph, priya, people, counsel):
    policy = Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)
    for person, on, precision in ((people[0], date(2023, 3, 14), "day"), (people[1], None, "")):
        Adoption.objects.create(
            policy=policy,
            locality=person.terms.get().seat.office.locality,
            title="Ordinance",
            adopted_on=on,
            precision=precision,
            source="City clerk",
        )
    Work.objects.filter(official=people[0]).update(since=date(2021, 5, 1), stage="defending")
    Work.objects.filter(official__in=people[5:]).delete()
    User.objects.update(language="es")
    project(graph)
    found = {each["name"]: each["reasons"] for each in asked(priya, counsel)["people"]}
    assert found["Person 0"] == [
        (
            "Defiende una medida sobre «Right to counsel», desde 2021, con prioridad alta "
            "(no es la etapa «en redacción»)."
        ),
        "Ofrece una conversación, un testimonio y un memorando jurídico.",
        "Place 0 adoptó «Counsel in evictions» en 2023 (City clerk).",
        (
            "Sirve en Place 0, Arizona: nadie más del grupo es de este estado "
            "(habitantes del lugar: de 10,000 a 50,000)."
        ),
    ]
    assert "Place 1 adoptó «Counsel in evictions» (City clerk)." in found["Person 1"]


def test_each_look_is_noted(graph, priya, people, counsel):
    project(graph)
    asked(priya, counsel)
    entries = AuditEntry.objects.filter(action="official.look")
    assert {each.subject_id for each in entries} == {each.pk for each in people[:5]}
    assert entries[0].fields == ["name", "terms", "work"]


def test_the_stage_that_was_asked_for_comes_first_and_others_say_so(graph, priya, people, counsel):
    Work.objects.filter(official__in=people[:5]).update(stage="defending")
    project(graph)
    group = asked(priya, counsel)
    assert {"Person 5", "Person 6"} <= {*names(group)}
    said = {each["name"]: each["reasons"][0] for each in group["people"]}
    assert said["Person 0"].endswith("(not the stage “drafting”).")
    assert "not the stage" not in said["Person 5"]
    assert len(names(asked(priya, counsel, stage=None))) == 5


def test_no_two_are_of_places_that_overlap_or_of_one_place(graph, priya, people, counsel):
    first, second, third = (each.terms.get().seat.office.locality for each in people[:3])
    overlap(first, second)
    also = place("Also served", "oh", population=20_000)
    seat_of(people[3], also)
    overlap(also, third)
    twin = member("Twin", at=people[4].terms.get().seat.office.locality)
    work(twin, counsel, "drafting", priority=3)
    project(graph)
    found = names(asked(priya, counsel))
    assert len(found) == 5
    for pair in ({"Person 0", "Person 1"}, {"Person 2", "Person 3"}, {"Person 4", "Twin"}):
        assert not pair <= {*found}


def test_work_below_the_issue_counts(graph, priya, people, counsel):
    project(graph)
    group = asked(priya, counsel.parent)
    assert group["people"][0]["issue"] == {"name": "Right to counsel"}
    assert group["whole"] is True


# --- the graph lags: everybody is checked in the tables


def _set(**fields):
    return lambda person: Official.objects.filter(pk=person.pk).update(**fields)


def _end_term(person):
    term = person.terms.get()
    term.during = type(term.during)(date(2020, 1, 1), today())
    term.save()


def _have_three_asks(person):
    for number in range(3):
        ask(member(f"Asker {number}"), person, Issue.objects.first())


def _be_on_twelve_lists(person):
    for number in range(12):
        Impression.objects.create(
            official=member(f"Reader {number}"), shown=person, week=this_week()
        )


def _stop_working_on_it(person):
    Work.objects.filter(official=person).delete()


@pytest.mark.parametrize(
    "change",
    [
        *(_set(hidden=True), _set(paused=True), _set(membership=Membership.LEFT)),
        *(_set(membership=Membership.RECORD, user=None), _end_term, Official.delete),
        *(_have_three_asks, _be_on_twelve_lists, _stop_working_on_it),
    ],
)
def test_a_stale_graph_brings_nobody_who_is_not_free(graph, priya, people, counsel, change):
    project(graph)
    assert "Person 0" in names(asked(priya, counsel))
    change(people[0])
    group = asked(priya, counsel)
    assert "Person 0" not in names(group)
    assert group["whole"] is True


def test_nobody_sits_with_whom_they_blocked_or_with_their_own_body(graph, priya, people, counsel):
    Block.objects.create(blocker=people[1], blocked=people[0])
    beside = member("Same Body")
    work(beside, counsel, "drafting", offers=("talk", "testimony", "legal_memo"), priority=3)
    seat_of(beside, people[0].terms.get().seat.office.locality)
    project(graph)
    group = asked(priya, counsel)
    assert len({"Person 0", "Same Body"} & {*names(group)}) <= 1
    assert not {"Person 0", "Person 1"} <= {*names(group)}
    assert group["whole"] is True


# --- what is lacking is said


def test_fewer_states_are_said(graph, priya, counsel):
    for number in range(6):
        state = "az" if number else "ny"
        work(member(f"Person {number}", at=place(f"Place {number}", state)), counsel)
    project(graph)
    group = asked(priya, counsel)
    assert (len(group["people"]), group["states"], group["whole"]) == (5, 2, False)
    assert group["note"] == (
        "Not 5 people in 3 states: 5 people in 2 states. 6 people in all can be asked today, and "
        "no more of them can sit together."
    )


def test_one_of_something_is_said_as_one(graph, priya, counsel):
    for number in range(2):
        work(member(f"Person {number}", at=place(f"Place {number}", "az")), counsel)
    project(graph)
    group = asked(priya, counsel)
    assert group["note"].startswith("Not 5 people in 3 states: 2 people in 1 state. 2 people in")
    assert "one of 2 from this state" in group["people"][0]["reasons"][-1]
    User.objects.update(language="es")
    group = asked(priya, counsel)
    assert group["note"] == (
        "No hay 5 personas de 3 estados: 2 personas de 1 estado. Hoy se puede preguntar a "
        "2 personas en total, y no pueden reunirse más de ellas."
    )
    assert "del grupo, 2 son de este estado" in group["people"][0]["reasons"][-1]


def test_nobody_is_said(graph, priya, people):
    project(graph)
    group = asked(priya, issue("Bees"))
    assert (group["people"], group["states"], group["whole"]) == ([], 0, False)
    assert group["note"].startswith("Nobody who works on “Bees” can be asked today")
    assert AuditEntry.objects.count() == 0
    User.objects.update(language="es")
    note = asked(priya, Issue.objects.get(name="Bees"))["note"]
    assert note.startswith("Hoy no se puede preguntar a nadie que trabaje en «Bees»")


# --- the edges


def test_an_unknown_issue_names_its_field(graph, priya):
    response = priya.ask(GROUP, {"issue": "no-such-issue"})
    assert code(response) == "BAD_INPUT"
    assert response.json()["errors"][0]["extensions"]["field"] == "issue"


def test_without_the_graph_there_is_a_typed_error(priya, people, counsel, settings):
    settings.NEO4J_URI = ""
    response = priya.ask(GROUP, {"issue": counsel.slug})
    assert code(response) == "SUGGESTIONS_UNAVAILABLE"
    assert response.json()["data"] == {"group": None}


def test_a_member_can_not_ask(graph, people, counsel):
    with refused_as("Only staff"):
        group_for(viewer(people[0]), issue_slug=counsel.slug, stage=None)


def test_statements_do_not_grow_with_the_network(graph, priya, people, counsel):
    def statements():
        with CaptureQueriesContext(connection) as captured:
            assert asked(priya, counsel)["whole"] is True
        return len(captured)

    project(graph)
    before = statements()
    for number in range(25):
        at = place(f"More {number}", STATES[number % len(STATES)])
        work(member(f"More {number}", at=at), counsel, offers=("talk",))
    project(graph)
    assert statements() == before <= 16
