"""Who is seen by whom, and what the directory finds and counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.core.clock import today
from backend.core.errors import DomainError
from backend.core.languages import Language
from backend.directory.models import ContactWay, Membership, Stage, Visibility
from backend.directory.selectors.details import contact_ways_of, profiles_shown, work_of
from backend.directory.selectors.facets import FacetField, facets_find, official_counts
from backend.directory.selectors.officials import (
    OfficialFilter,
    OfficialOrder,
    PopulationBand,
    official_get,
    officials_find,
    visible_officials,
)
from backend.directory.selectors.terms import is_current, shown_terms
from tests.people import connect, issue, member, place, seat_of, staff_viewer, viewer, work

pytestmark = pytest.mark.django_db
EVERYBODY = OfficialFilter()


def names(page):
    return [person.name for person in page.rows]


@pytest.mark.parametrize(
    "fields",
    [
        {"membership": Membership.RECORD, "user": None},
        {"membership": Membership.INVITED},
        {"membership": Membership.LEFT},
        {"hidden": True},
    ],
)
def test_whoever_is_not_a_visible_member_is_nowhere(fields):
    me, counsel = member("Me"), issue("Right to counsel")
    before = facets_find(viewer(me), filters=EVERYBODY)
    gone = member("Gone Person", at=place(), **fields)
    work(gone, counsel)
    assert official_get(viewer(me), gone.pk) is None
    assert officials_find(viewer(me), search="gone", filters=EVERYBODY, first=5).total == 0
    assert facets_find(viewer(me), filters=EVERYBODY) == before
    assert official_counts(viewer(me), [counsel.pk]) == {counsel.pk: 0}


def test_safety_switch_leaves_oneself_connections_and_staff():
    hidden, friend, stranger = member("Hidden", hidden=True), member("Friend"), member("Stranger")
    connect(hidden, friend)
    seen_by = {
        "self": viewer(hidden),
        "friend": viewer(friend),
        "stranger": viewer(stranger),
        "staff": staff_viewer(),
    }
    found = {who: official_get(each, hidden.pk) is not None for who, each in seen_by.items()}
    assert found == {"self": True, "friend": True, "stranger": False, "staff": True}


def test_contact_ways_follow_their_visibility():
    person, friend, stranger = member("Person"), member("Friend"), member("Stranger")
    connect(person, friend)
    for visibility in Visibility:
        ContactWay.objects.create(
            official=person,
            kind="email",
            value=f"{visibility}@example.org",
            visibility=visibility,
        )

    def seen(by):
        return {way.visibility for way in contact_ways_of(by, [person])[person.pk]}

    assert seen(viewer(stranger)) == {"network"}
    assert seen(viewer(friend)) == {"network", "connections"}
    assert seen(viewer(person)) == seen(staff_viewer()) == {"network", "connections", "staff"}


def test_profiles_follow_their_visibility():
    me, friend = member("Me"), member("Friend", profile_visibility=Visibility.CONNECTIONS)
    shy = member("Shy", profile_visibility=Visibility.CONNECTIONS)
    private = member("Private", profile_visibility=Visibility.STAFF)
    connect(me, friend)
    assert profiles_shown(viewer(me), [me, friend, shy, private]) == {me.pk, friend.pk}
    assert private.pk in profiles_shown(staff_viewer(), [private])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pena", ["Ana Peñalosa"]),
        ("PEÑALOSA tucson", ["Ana Peñalosa"]),
        ("tenant law", ["Ana Peñalosa"]),
        ("ariz", ["Ana Peñalosa"]),
        ("az", ["Ana Peñalosa"]),
        ("oregon", ["Bo Lee"]),
        ("ana portland", []),
        ("'; DROP TABLE directory_official; --", []),
        ("<script>", []),
        ("& | ! ( :*", []),
        ("   ", ["Ana Peñalosa", "Bo Lee"]),
    ],
)
def test_search_finds_by_name_place_and_issue(text, found):
    ana = member("Ana Peñalosa", at=place("Tucson", "az"))
    member("Bo Lee", at=place("Portland", "or"))
    work(ana, issue("Right to counsel", synonyms=("tenant lawyers",)))
    page = officials_find(viewer(ana), search=text, filters=EVERYBODY, first=5)
    assert names(page) == found


def test_issue_and_stage_are_looked_for_on_the_same_work():
    one, other = member("One"), member("Other")
    counsel, trusts = issue("Right to counsel"), issue("Land trusts")
    work(one, counsel, Stage.DRAFTING)
    work(one, trusts, Stage.ADOPTED)
    work(other, counsel, Stage.ADOPTED)
    filters = OfficialFilter(issue_ids=(counsel.pk,), stages=("adopted",))
    assert names(officials_find(viewer(one), filters=filters, first=5)) == ["Other"]


def test_facets_count_or_within_and_across_and_a_parent_counts_people_once():
    housing = issue("Housing")
    counsel, trusts = issue("Right to counsel", housing), issue("Land trusts", housing)
    ana = member("Ana", at=place("Tucson", "az", population=540_000))
    bo = member("Bo", at=place("Ajo", "az", population=3_000))
    cy = member("Cy", at=place("Salem", "or", population=170_000))
    for person in (ana, bo):
        work(person, counsel)
    work(ana, trusts, Stage.ADOPTED)
    work(cy, trusts)
    facets = facets_find(viewer(ana), filters=OfficialFilter(states=("AZ",)))
    counts = {(facet.field, facet.label): facet.count for facet in facets}
    assert counts[FacetField.ISSUE, "Housing"] == 2
    assert counts[FacetField.ISSUE, "Right to counsel"] == 2
    assert counts[FacetField.ISSUE, "Land trusts"] == 1
    assert counts[FacetField.STATE, "Arizona"] == 2
    assert counts[FacetField.STATE, "Oregon"] == 1
    assert counts[FacetField.STAGE, "Adopted"] == 1
    bands = {facet.value: facet.count for facet in facets if facet.field == "population_band"}
    assert bands == {PopulationBand.UNDER_10K: 1, PopulationBand.OVER_250K: 1}
    selected = [facet.value for facet in facets if facet.selected]
    assert selected == ["az"]


def test_facets_are_called_in_the_viewers_language():
    ana = member("Ana", at=place("Tucson", "az", population=540_000))
    work(ana, issue("Right to counsel"), Stage.ADOPTED)
    called = {
        language: {
            facet.label
            for facet in facets_find(
                replace(viewer(ana), language=language), filters=OfficialFilter()
            )
        }
        for language in Language
    }
    names = {"Right to counsel", "Arizona"}
    assert called[Language.ENGLISH] == names | {"Adopted", "Council", "Over 250,000"}
    assert called[Language.SPANISH] == names | {"Aprobada", "Concejo", "Más de 250,000"}


@pytest.mark.parametrize("order", list(OfficialOrder))
def test_pages_hold_everybody_once(order):
    people = [
        member(f"Person {number % 3}", at=place(f"Town {number % 2}"), joined_on=date(2024, 1, 1))
        for number in range(7)
    ]
    after, seen = None, []
    while True:
        page = officials_find(
            viewer(people[0]), filters=EVERYBODY, order=order, first=2, after=after
        )
        seen += [person.pk for person in page.rows]
        assert page.total == 7
        if not page.has_next:
            break
        after = page.cursors[-1]
    assert sorted(seen) == [person.pk for person in people]


@pytest.mark.parametrize("cursor", ["", "!", "bnVsbA==", "WyJhIiwgImIiXQ==", "e30=", "W10=" * 900])
def test_a_foreign_cursor_is_named(cursor):
    me = member()
    with pytest.raises(DomainError) as caught:
        officials_find(viewer(me), filters=EVERYBODY, first=2, after=cursor)
    assert caught.value.problems[0].field == "after"


def test_the_present_term_is_shown_before_the_next_and_the_last():
    home, person = place(), member()
    day = timedelta(days=1)
    past = seat_of(person, home, since=date(2015, 1, 1), until=date(2019, 1, 1))
    assert shown_terms([person])[person.pk] == past
    coming = seat_of(person, home, since=today() + day, until=None)
    assert shown_terms([person])[person.pk] == coming
    assert not is_current(coming)
    present = seat_of(person, home, since=date(2021, 1, 1), until=today() + day)
    assert shown_terms([person])[person.pk] == present
    assert is_current(present)


@pytest.mark.parametrize("people", [2, 12])
def test_statements_do_not_grow_with_the_rows(people):
    me, counsel = member("Me", at=place()), issue("Right to counsel")
    for number in range(people):
        work(member(f"Person {number}", at=place()), counsel, seeks=("talk",))
    looking = viewer(me)
    with CaptureQueriesContext(connection) as statements:
        page = officials_find(looking, filters=EVERYBODY, first=50)
        assert len(page.rows) == people + 1
        shown_terms(page.rows)
        assert sum(len(each) for each in work_of(page.rows).values()) == people
        contact_ways_of(looking, page.rows)
        facets_find(looking, filters=EVERYBODY)
    assert len(statements) == 13


def test_visible_officials_of_somebody_who_is_no_official():
    member("One")
    outsider = staff_viewer()
    assert visible_officials(outsider).count() == 1
