"""Places alike for an issue through the member API: which facts count, what is unknown, pages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.directory.models import Issue, Locality, LocalityFact, Official
from backend.matching.places.fact_weights import fact_weights
from backend.playbook.models import Adoption, Policy
from tests.api.members import data, errors, gid, signed_in
from tests.people import fact, issue, member, overlap, place, staff, work
from tests.projecting import project

pytestmark = pytest.mark.django_db

ALIKE = """query A($issue: ID!, $first: Int, $after: String) { viewer {
  alikePlaces(issueId: $issue, first: $first, after: $after) {
    version note yours { name } weightsIssue { slug }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { likeness locality { id name }
      adopted { title adoptedOn source policy { name } }
      facts { name label yours theirs yourYear theirYear source theirSource share known }
    } } } } }"""


@pytest.fixture
def housing():
    """The area, by the slug that the table of facts has."""
    return Issue.objects.create(slug="affordable-housing", name="Affordable housing")


@pytest.fixture
def tucson(db):
    tucson = place("Tucson", "az", population=500_000)
    fact(tucson, "renter_share", 0.5, year=2022)
    fact(tucson, "median_rent", 1_000)
    return tucson


def alike(person, on, **variables):
    return data(signed_in(person), ALIKE, issue=gid(on), **variables)["viewer"]["alikePlaces"]


def names(page):
    return [edge["node"]["locality"]["name"] for edge in page["edges"]]


def facts(page, name):
    (node,) = [e["node"] for e in page["edges"] if e["node"]["locality"]["name"] == name]
    return {each["name"]: each for each in node["facts"]}


def test_named_facts_with_share_source_and_year(graph, ana, counsel):
    omaha = place("Omaha", "ne", population=500_000)
    fact(omaha, "renter_share", 0.44, year=2023, source="Another survey")
    fact(omaha, "renter_share", 0.9, year=2010)
    policy = Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)
    for year in (2019, 2023):
        Adoption.objects.create(
            policy=policy,
            locality=omaha,
            title=f"Ordinance {year}",
            adopted_on=date(year, 3, 14),
            source="City clerk",
        )
    project(graph)
    page = alike(ana, counsel)
    assert page["yours"] == {"name": "Tucson"}
    assert page["weightsIssue"] == {"slug": "affordable-housing"}
    assert page["version"] == fact_weights().version
    assert page["note"] is None
    (edge,) = page["edges"]
    assert edge["node"]["adopted"] == {
        "title": "Ordinance 2023",
        "adoptedOn": "2023-03-14",
        "source": "City clerk",
        "policy": {"name": "Counsel in evictions"},
    }
    found = facts(page, "Omaha")
    assert list(found)[:2] == ["RENTER_SHARE", "MEDIAN_RENT"]
    assert found["RENTER_SHARE"] | {"share": None} == {
        "name": "RENTER_SHARE",
        "label": "Homes that are rented",
        "yours": 0.5,
        "theirs": 0.44,
        "yourYear": 2022,
        "theirYear": 2023,
        "source": "A survey",
        "theirSource": "Another survey",
        "share": None,
        "known": True,
    }
    # 3 of 8 for renters, a fifth of the way to nothing alike; 1 of 8 for as many people.
    assert edge["node"]["likeness"] == pytest.approx(3 / 8 * 0.8 + 1 / 8)
    assert found["RENTER_SHARE"]["share"] == pytest.approx(2.4 / 3.4)
    assert sum(each["share"] for each in found.values()) == pytest.approx(1)


def test_what_overlaps_ones_own_place_is_not_alike_whatever_brings_it(graph, ana, counsel):
    tucson = Locality.objects.get(name="Tucson")
    county, other = place("Pima County", population=600_000), place("Oro Valley", population=47_000)
    overlap(county, tucson)
    overlap(county, other)
    policy = Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)
    for each in (county, other):
        fact(each, "renter_share", 0.5)
        adopted = {"policy": policy, "locality": each, "source": "Clerk"}
        Adoption.objects.create(title="Ordinance", adopted_on=date(2024, 1, 1), **adopted)
        work(member(f"Of {each.name}", at=each), counsel)
    project(graph)
    assert names(alike(ana, counsel)) == ["Oro Valley"]


def test_a_missing_fact_is_shown_as_unknown_and_never_alike(graph, ana, counsel):
    known = place("Known", population=600_000)
    place("Unknown", population=600_000)
    fact(known, "median_rent", 1_900)
    project(graph)
    page = alike(ana, counsel)
    assert names(page) == ["Known", "Unknown"]
    rent = facts(page, "Unknown")["MEDIAN_RENT"]
    assert (rent["yours"], rent["theirs"], rent["theirYear"]) == (1_000, None, None)
    assert (rent["known"], rent["share"]) == (False, 0)
    income = facts(page, "Known")["MEDIAN_INCOME"]
    assert (income["yours"], income["theirs"], income["known"], income["share"]) == (
        *(None, None),
        *(False, 0),
    )
    LocalityFact.objects.filter(locality=known).delete()
    without = alike(ana, counsel)
    assert {e["node"]["likeness"] for e in without["edges"]} == {
        page["edges"][1]["node"]["likeness"]
    }


def test_the_issue_decides_which_facts_count(graph, ana, counsel):
    jobs = Issue.objects.create(slug="good-jobs", name="Good jobs")
    tucson = Locality.objects.get(name="Tucson")
    fact(tucson, "union_share", 0.1)
    renters, unions = place("Renters", population=None), place("Unions", population=None)
    fact(renters, "renter_share", 0.5)
    fact(renters, "union_share", 0.24)
    fact(unions, "renter_share", 0.79)
    fact(unions, "union_share", 0.1)
    project(graph)
    assert names(alike(ana, counsel)) == ["Renters", "Unions"]
    assert names(alike(ana, jobs)) == ["Unions", "Renters"]
    other = alike(ana, issue("Bees"))
    assert other["weightsIssue"] is None
    assert other["note"] == "No other place is known to be like yours for this issue."


def test_an_adopter_far_from_the_nearest_is_found_through_the_graph(
    graph, ana, counsel, monkeypatch
):
    monkeypatch.setattr("backend.matching.places.nearest.NEAREST", 1)
    far = place("Far", population=300_000)
    for number in range(4):
        place(f"Between {number}", population=400_000 + number)
    worker = place("Worker", population=310_000)
    work(member("Maya", at=worker), counsel)
    policy = Policy.objects.create(slug="rtc", name="Counsel", issue=counsel)
    Adoption.objects.create(
        policy=policy, locality=far, title="1", adopted_on=date(2021, 1, 1), source="Clerk"
    )
    project(graph)
    page = alike(ana, counsel, first=10)
    assert names(page) == ["Between 3", "Worker", "Far"]
    assert page["edges"][2]["node"]["adopted"]["title"] == "1"
    # What the tables don't bear out any more is gone, though the graph has it still.
    Adoption.objects.update(status="overturned")
    assert alike(ana, counsel, first=10)["edges"][2]["node"]["adopted"] is None


def test_pages_follow_one_another(graph, ana, counsel):
    for number in range(5):
        place(f"Place {number}", population=490_000 - number)
    project(graph)
    first = alike(ana, counsel, first=3)
    assert names(first) == ["Place 0", "Place 1", "Place 2"]
    assert first["pageInfo"]["hasNextPage"] is True
    rest = alike(ana, counsel, first=3, after=first["pageInfo"]["endCursor"])
    assert names(rest) == ["Place 3", "Place 4"]
    assert rest["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": True,
        "endCursor": rest["edges"][-1]["cursor"],
    }
    assert alike(ana, counsel, after=gid(place("Elsewhere")))["edges"] == []


def test_who_has_no_place_is_told_so(graph, ana, counsel):
    for nobody in (member("No Office"), staff()):
        page = alike(nobody, counsel)
        assert page["edges"] == []
        assert page["yours"] is None
        assert page["note"].startswith("Places are compared with the one you serve")
    LocalityFact.objects.all().delete()
    Locality.objects.update(population=None)
    ana.user.language = "es"
    ana.user.save()
    project(graph)
    assert alike(ana, counsel)["note"].startswith("De su lugar no se conoce todavía")


def test_labels_are_in_the_viewers_language(graph, ana, counsel):
    place("Omaha", "ne", population=500_000)
    ana.user.language = "es"
    ana.user.save()
    project(graph)
    assert facts(alike(ana, counsel), "Omaha")["MEDIAN_RENT"]["label"] == "Alquiler mediano"


@pytest.mark.parametrize(
    ("variables", "field"),
    [
        ({"issue": "nonsense"}, "issueId"),
        ({"issue": "SXNzdWU6OTk5OTk5"}, "issueId"),
        ({"after": "nonsense"}, "after"),
    ],
)
def test_a_question_that_cannot_be_names_its_field(graph, ana, counsel, variables, field):
    (error,) = errors(signed_in(ana), ALIKE, **({"issue": gid(counsel)} | variables))
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert error["extensions"]["field"] == field


def test_statements_do_not_grow_with_the_list(graph, ana, counsel):
    for number in range(30):
        other = place(f"Place {number:02}", population=490_000 - number)
        fact(other, "renter_share", 0.4)
        work(member(f"Person {number}", at=other), counsel)
    project(graph)
    asker = signed_in(ana)

    def statements(first):
        with CaptureQueriesContext(connection) as captured:
            page = data(asker, ALIKE, issue=gid(counsel), first=first)["viewer"]["alikePlaces"]
        assert len(page["edges"]) == first
        return len(captured)

    few = statements(2)
    assert statements(25) == few <= 15


def test_without_the_graph_there_is_a_typed_error(ana, counsel, settings):
    settings.NEO4J_URI = ""
    answer = signed_in(ana).ask(ALIKE, {"issue": gid(counsel)}).json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "SUGGESTIONS_UNAVAILABLE"
    assert error["path"] == ["viewer", "alikePlaces"]
    assert error["message"].startswith("Places can't be compared just now.")
    assert answer["data"]["viewer"] == {"alikePlaces": None}


def test_a_hidden_member_can_ask_and_leaves_no_trace(graph, ana, counsel):
    omaha = place("Omaha", "ne", population=500_000)
    work(member("Hidden Peer", at=omaha, hidden=True), counsel)
    before = alike(ana, counsel)
    Official.objects.filter(name="Hidden Peer").delete()
    assert alike(ana, counsel) == before
