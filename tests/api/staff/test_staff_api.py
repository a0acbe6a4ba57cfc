"""The staff API: everybody is in its list, each look is noted, and statements don't grow."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import build_schema

from backend.api.staff import schema
from backend.audit.models import AuditEntry
from backend.core.clock import today
from backend.core.errors import DomainError
from backend.directory.models import ContactWay, Membership, Official, Visibility
from backend.directory.selectors import staff as selectors
from tests.api.endpoints import code
from tests.people import issue, member, place, seat_of, viewer, work

NAMES = """query Names($search: String, $membership: Membership, $inOffice: Boolean, $state: String,
    $issue: String, $hidden: Boolean, $paused: Boolean, $first: Int, $after: String) {
  officials(search: $search, membership: $membership, inOffice: $inOffice, state: $state,
      issue: $issue, hidden: $hidden, paused: $paused, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { node { name } }
  }
}"""
WHOLE = """query Whole { officials(first: 100) { totalCount edges { cursor node {
    id name pronouns biography languages membership paused hidden profileVisibility invented source
    sourceKey joinedOn inOffice
    contactWays { kind value visibility }
    terms { starts ends startIsKnown seat office { name kind title seatCount locality { name state
        divisionId county population populationYear } } }
    work { stage priority since line issue { slug name } help { direction kind line } }
} } } }"""


def names(asker, **variables):
    """The names found with these filters."""
    response = asker.ask(NAMES, variables)
    assert "errors" not in response.json(), response.content
    return [edge["node"]["name"] for edge in response.json()["data"]["officials"]["edges"]]


@pytest.fixture
def people(db):
    """One of each kind."""
    tucson, salem = place("Tucson", "az"), place("Salem", "or")
    housing = issue("Housing")
    zoning = issue("Zoning", housing)
    ana = member("Ana Álvarez", at=tucson)
    work(ana, zoning, seeks=("talk",), offers=("legal_memo",))
    hidden = member("Bo Hidden", at=salem, hidden=True)
    work(hidden, issue("Transit"))
    member("Cy Paused", paused=True)
    record = Official.objects.create(name="Di Record", source="roster", source_key="1")
    seat_of(record, salem, since=today() - timedelta(400), until=today() - timedelta(30))
    Official.objects.create(name="Ed Left", membership=Membership.LEFT)
    return {"housing": housing, "zoning": zoning, "ana": ana, "record": record}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "ABCDE"),
        ({"search": "alvar"}, "A"),
        ({"search": "salem"}, "BD"),
        ({"search": "  "}, "ABCDE"),
        ({"membership": "RECORD"}, "D"),
        ({"membership": "MEMBER"}, "ABC"),
        ({"membership": None}, "ABCDE"),
        ({"inOffice": True}, "AB"),
        ({"inOffice": False}, "CDE"),
        ({"state": "OR"}, "BD"),
        ({"state": "or", "inOffice": True}, "B"),
        ({"hidden": True}, "B"),
        ({"hidden": False}, "ACDE"),
        ({"paused": True}, "C"),
        ({"search": "nobody"}, ""),
    ],
)
def test_filters(priya, people, filters, found):
    assert "".join(name[0] for name in names(priya, **filters)) == found


def test_an_issue_stands_for_those_below_it(priya, people):
    assert names(priya, issue=people["housing"].slug) == ["Ana Álvarez"]
    assert names(priya, issue=people["zoning"].slug) == ["Ana Álvarez"]


@pytest.mark.parametrize(
    ("filters", "field"),
    [
        ({"issue": "no-such-issue"}, "issue"),
        ({"state": "Oregon"}, "state"),
        ({"state": "zz"}, "state"),
        ({"search": "a" * 201}, "search"),
        ({"search": "a\x00b"}, "search"),
        ({"after": "nonsense"}, "after"),
        ({"after": base64.b64encode(b'["a", 1e999]').decode()}, "after"),
    ],
)
def test_a_filter_that_cannot_be_names_its_field(priya, people, filters, field):
    response = priya.ask(NAMES, filters)
    assert code(response) == "BAD_INPUT"
    assert response.json()["errors"][0]["extensions"]["field"] == field
    assert AuditEntry.objects.count() == 0


def test_pages_follow_one_another(priya, people):
    seen, after = [], None
    for _ in range(3):
        response = priya.ask(NAMES, {"first": 2, "after": after})
        found = response.json()["data"]["officials"]
        seen += [edge["node"]["name"][0] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        assert found["totalCount"] == 5
    assert seen == list("ABCDE")
    assert found["pageInfo"]["hasNextPage"] is False
    assert found["pageInfo"]["hasPreviousPage"] is True


def test_everything_about_a_person(priya, people):
    ContactWay.objects.create(
        official=people["ana"],
        kind="email",
        value="ana@example.org",
        visibility=Visibility.STAFF,
    )
    response = priya.ask(WHOLE)
    assert "errors" not in response.json(), response.content
    ana = response.json()["data"]["officials"]["edges"][0]["node"]
    assert base64.b64decode(ana["id"]) == f"Official:{people['ana'].pk}".encode()
    assert ana["membership"] == "MEMBER"
    assert ana["inOffice"] is True
    assert ana["contactWays"] == [
        {"kind": "EMAIL", "value": "ana@example.org", "visibility": "STAFF"}
    ]
    assert ana["terms"][0]["starts"] == "2020-01-06"
    assert ana["terms"][0]["ends"] is None
    assert ana["terms"][0]["office"]["locality"]["state"] == "AZ"
    assert ana["work"][0]["issue"]["name"] == "Zoning"
    assert {(each["direction"], each["kind"]) for each in ana["work"][0]["help"]} == {
        ("SEEKS", "TALK"),
        ("OFFERS", "LEGAL_MEMO"),
    }
    record = response.json()["data"]["officials"]["edges"][3]["node"]
    assert record["terms"][0]["ends"] == (today() - timedelta(31)).isoformat()
    assert record["inOffice"] is False


def test_each_look_is_noted_without_values(priya, people):
    names(priya, search="record")
    (entry,) = AuditEntry.objects.all()
    assert entry.actor_id == int(priya.client.session["_auth_user_id"])
    assert (entry.action, entry.subject) == ("official.look", "Official")
    assert entry.subject_id == people["record"].pk
    assert entry.fields == ["name"]


def test_fields_behind_fragments_and_aliases_are_noted(priya, people):
    response = priya.ask("""{ x: officials(search: "record") { ...P } }
        fragment P on OfficialConnection { edges { ... { n: node { ... on Official { way:
        contactWays { value } source } } } } }""")
    assert "errors" not in response.json()
    assert AuditEntry.objects.get().fields == ["contact_ways", "source"]


def test_a_number_alone_is_no_look(priya, people):
    response = priya.ask("{ officials { totalCount } }")
    assert response.json()["data"] == {"officials": {"totalCount": 5}}
    assert AuditEntry.objects.count() == 0


def test_a_look_that_cannot_be_noted_shows_nothing(priya, people):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry RENAME TO elsewhere")
    response = priya.ask(NAMES)
    assert code(response) == "INTERNAL"
    assert "Record" not in response.content.decode()


@pytest.mark.parametrize("query", [NAMES, WHOLE], ids=["names", "whole"])
def test_as_many_statements_for_a_hundred_people_as_for_one(priya, query):
    housing, tucson = issue("Housing"), place("Tucson")

    def somebody(number):
        person = member(f"Person {number:03}", at=tucson)
        work(person, housing, seeks=("talk",), offers=("testimony",))
        ContactWay.objects.create(official=person, kind="phone", value="555-0100")

    def statements():
        with CaptureQueriesContext(connection) as captured:
            response = priya.ask(query, {"first": 100} if query == NAMES else None)
        assert "errors" not in response.json(), response.content
        return len(captured), len(response.json()["data"]["officials"]["edges"])

    somebody(0)
    one = statements()
    for number in range(1, 100):
        somebody(number)
    hundred = statements()
    assert (one[1], hundred[1]) == (1, 100)
    assert one[0] == hundred[0]


def test_only_staff_get_anything_from_the_selectors(db):
    ana = viewer(member())
    with pytest.raises(DomainError):
        selectors.officials_for_staff(ana)
    with pytest.raises(DomainError):
        selectors.staff_page(ana, Official.objects.all(), fields=set(), first=1)


def test_the_exported_schema_is_valid_and_is_the_file_in_the_project():
    text = schema.export()
    build_schema(text)
    file = Path(__file__).parents[3] / "schema.staff.graphql"
    assert file.read_text(encoding="utf-8") == text, "Run “make schema” and look at the difference."
