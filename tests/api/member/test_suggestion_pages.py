"""Who asks for suggestions, page after page, and with what: through the member API."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.directory.models import Official, Organization, Stage
from tests.api.members import data, errors, signed_in
from tests.api.suggesting import SUGGESTED, names, suggested
from tests.people import member, place, staff, work
from tests.projecting import project

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana, counsel):
    work(ana, counsel, Stage.DRAFTING)
    return ana


@pytest.fixture
def maya(counsel):
    person = member("Maya Okafor", at=place("Salem", "or"))
    work(person, counsel, Stage.IMPLEMENTING)
    return person


def test_staff_without_an_office_are_told_that_it_is_for_members(graph, ana, maya):
    project(graph)
    page = data(signed_in(staff()), SUGGESTED)["viewer"]["suggestedPeers"]
    assert page["edges"] == []
    assert page["widened"].startswith("Suggestions are for members who hold an office.")
    assert page["weightsVersion"] == ""


def test_who_is_hidden_is_told_why_there_is_nobody(graph, ana, maya):
    project(graph)
    Official.objects.filter(pk=ana.pk).update(hidden=True)
    page = suggested(ana)
    assert page["edges"] == []
    assert page["widened"].startswith("Your safety switch is on")


def test_who_pauses_is_suggested_nobody(graph, ana, maya):
    project(graph)
    ana.paused = True
    ana.save()
    page = suggested(ana)
    assert page["edges"] == []
    assert page["widened"].startswith("You have paused suggestions")


def test_who_is_new_gets_an_answer(graph, ana, maya):
    project(graph)
    newcomer = member("New Person", at=place("Salem", "or"))
    page = suggested(newcomer)
    assert page["edges"] == []
    assert page["widened"].startswith("Nobody to suggest yet.")


# --- pages and bad input


@pytest.fixture
def many(graph, ana, counsel):
    """Fourteen peers, all alike."""
    for number in range(14):
        work(member(f"Peer {number:02}", at=place(f"Place {number}", "or")), counsel, "adopted")
    project(graph)


def test_pages_follow_one_another_and_are_the_same_each_time(many, ana):
    seen, after = [], None
    while True:
        page = suggested(ana, first=5, after=after)
        seen += names(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    # A list holds ten of the fourteen.
    assert len(seen) == len(set(seen)) == 10
    assert names(suggested(ana, first=10)) == seen
    scores = [edge["node"]["score"] for edge in suggested(ana, first=10)["edges"]]
    assert scores == sorted(scores, reverse=True)


def test_a_page_behind_somebody_who_dropped_out_says_so(many, ana):
    page = suggested(ana, first=2)
    Official.objects.filter(name=names(page)[-1]).update(hidden=True)
    (error,) = errors(signed_in(ana), SUGGESTED, first=2, after=page["pageInfo"]["endCursor"])
    assert error["extensions"]["field"] == "after"
    assert error["message"].startswith("Your suggestions have changed since.")


@pytest.mark.parametrize(
    ("variables", "field"),
    [
        ({"first": 11}, "first"),
        ({"after": "nonsense"}, "after"),
        ({"after": "cGVlcjo="}, "after"),
        ({"issue": "nonsense"}, "issueId"),
        ({"issue": "SXNzdWU6OTk5OTk5"}, "issueId"),
        ({"issue": "T2ZmaWNpYWw6MQ=="}, "issueId"),
    ],
)
def test_a_question_that_cannot_be_names_its_field(graph, ana, variables, field):
    response = signed_in(ana).ask(SUGGESTED, variables).json()
    (error,) = response["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert error["extensions"]["field"] == field
    assert response["data"]["viewer"] == {"displayName": "Ana Villareal", "suggestedPeers": None}


def test_names_full_of_cypher_are_only_names(graph, ana, maya, counsel):
    evil = "'}) MATCH (n) DETACH DELETE n // <b>"
    Official.objects.filter(pk=maya.pk).update(name=evil)
    Organization.objects.create(name=evil, kind="national")
    project(graph)
    assert names(suggested(ana)) == [evil]
    assert names(suggested(ana)) == [evil]


def test_statements_do_not_grow_with_the_list(many, ana):
    asker = signed_in(ana)

    def statements(first):
        with CaptureQueriesContext(connection) as captured:
            page = data(asker, SUGGESTED, first=first)["viewer"]["suggestedPeers"]
        assert len(page["edges"]) == first
        return len(captured)

    suggested(ana)  # which makes the list
    few = statements(2)
    assert statements(10) == few <= 18
