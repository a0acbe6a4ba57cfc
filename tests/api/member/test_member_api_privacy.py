"""Who sees whom and what of them, in every field of the member API."""

import json

import pytest

from backend.audit.models import AuditEntry
from backend.core.clock import today
from backend.directory.models import ContactWay, Membership, Official
from tests.api.members import data, gid, signed_in
from tests.people import connect, member, place, seat_of, staff, work

pytestmark = pytest.mark.django_db

# Everything through which somebody could be found, counted or guessed.
EVERYWHERE = """query Everywhere($person: ID!, $work: ID!, $place: ID!, $issue: ID!,
    $search: String!, $filter: OfficialFilter!) {
  node(id: $person) { id ... on Official { name } }
  workNode: node(id: $work) { id ... on Work { line } }
  official(id: $person) { name contactWays { value } }
  officials { totalCount edges { cursor node { id name } } facets { value count } }
  found: officials(search: $search) { totalCount edges { node { id } } facets { value count } }
  narrowed: officials(filter: $filter, orderBy: PLACE) { totalCount edges { node { id } } }
  locality(id: $place) { officials { totalCount edges { node { name } } } }
  issue(id: $issue) { officialCount }
  issues(first: 5) { edges { node { officialCount children { officialCount } } } }
}"""


@pytest.fixture
def salem():
    return place("Salem", "or")


@pytest.fixture
def gone(salem, counsel):
    """Somebody with everything by which one is found; a member until a test changes that."""
    person = member("Zora Vanish", at=salem, joined_on=today())
    work(person, counsel, line="Find me")
    ContactWay.objects.create(
        official=person, kind="email", value="zora@example.org", visibility="network"
    )
    return person


@pytest.fixture
def everywhere(ana, gone, salem, counsel):
    """Asks for all of it as Ana; the data as it went over the line."""
    variables = {
        "person": gid(gone),
        "work": gid(gone.work.get()),
        "place": gid(salem),
        "issue": gid(counsel),
        "search": "zora",
        "filter": {"issueIds": [gid(counsel)]},
    }
    asker = signed_in(ana)
    return lambda: json.dumps(data(asker, EVERYWHERE, **variables))


@pytest.mark.parametrize(
    "fields",
    [
        {"membership": Membership.RECORD, "user": None},
        {"membership": Membership.INVITED},
        {"membership": Membership.LEFT},
        {"hidden": True},
    ],
    ids=["record", "invited", "left", "hidden"],
)
def test_whoever_is_not_there_is_nowhere_byte_for_byte(everywhere, gone, fields):
    assert "Zora" in everywhere()
    Official.objects.filter(pk=gone.pk).update(**fields)
    answered = everywhere()
    gone.delete()
    assert answered == everywhere()
    assert "zora" not in answered.lower()


def test_the_safety_switch_leaves_oneself_connections_and_staff(ana, gone):
    Official.objects.filter(pk=gone.pk).update(hidden=True)
    query = "query P($id: ID!) { official(id: $id) { name } }"
    assert data(signed_in(ana), query, id=gid(gone))["official"] is None
    connect(ana, gone)
    for who in (ana, gone, staff()):
        assert data(signed_in(who), query, id=gid(gone))["official"] == {"name": "Zora Vanish"}


CONTACTS = """query C($id: ID!) { official(id: $id) {
    contactWays { kind value visibility } paused hidden profileVisibility } }"""


def test_each_contact_way_has_its_own_visibility(ana, gone):
    for visibility in ("connections", "staff"):
        ContactWay.objects.create(
            official=gone, kind="phone", value=f"555-{visibility}", visibility=visibility
        )
    network = {"kind": "EMAIL", "value": "zora@example.org", "visibility": None}
    connections = {"kind": "PHONE", "value": "555-connections", "visibility": None}
    asker = signed_in(ana)
    before = data(asker, CONTACTS, id=gid(gone))["official"]
    assert before["contactWays"] == [network]
    assert before["paused"] is before["hidden"] is before["profileVisibility"] is None
    connect(ana, gone)
    assert data(asker, CONTACTS, id=gid(gone))["official"]["contactWays"] == [network, connections]
    for who in (gone, staff()):
        whole = data(signed_in(who), CONTACTS, id=gid(gone))["official"]
        assert [way["visibility"] for way in whole["contactWays"]] == [
            "NETWORK",
            "CONNECTIONS",
            "STAFF",
        ]
        assert (whole["paused"], whole["hidden"], whole["profileVisibility"]) == (
            False,
            False,
            "NETWORK",
        )


def test_one_sided_consent_shows_nothing(ana, gone):
    """A connection of somebody else's is none of mine."""
    ContactWay.objects.filter(official=gone).update(visibility="connections")
    connect(gone, member("Third Person"))
    assert data(signed_in(ana), CONTACTS, id=gid(gone))["official"]["contactWays"] == []


PROFILE = "query P($id: ID!) { official(id: $id) { name pronouns biography languages } }"


@pytest.mark.parametrize(
    ("visibility", "strangers", "connections"),
    [("network", True, True), ("connections", False, True), ("staff", False, False)],
)
def test_the_profile_is_apart_from_name_and_place(ana, visibility, strangers, connections):
    maya = member(
        "Maya Okafor",
        pronouns="she/her",
        biography="Nurse.",
        languages=["en"],
        profile_visibility=visibility,
    )
    shown = {
        "name": "Maya Okafor",
        "pronouns": "she/her",
        "biography": "Nurse.",
        "languages": ["en"],
    }
    kept = {"name": "Maya Okafor", "pronouns": None, "biography": None, "languages": []}
    asker = signed_in(ana)
    assert data(asker, PROFILE, id=gid(maya))["official"] == (shown if strangers else kept)
    connect(ana, maya)
    assert data(asker, PROFILE, id=gid(maya))["official"] == (shown if connections else kept)
    for who in (maya, staff()):
        assert data(signed_in(who), PROFILE, id=gid(maya))["official"] == shown


def test_work_of_the_hidden_is_no_node(ana, gone):
    made = gone.work.get()
    query = "query W($id: ID!) { node(id: $id) { id } }"
    assert data(signed_in(ana), query, id=gid(made))["node"] == {"id": gid(made)}
    Official.objects.filter(pk=gone.pk).update(hidden=True)
    assert data(signed_in(ana), query, id=gid(made))["node"] is None
    assert data(signed_in(gone), query, id=gid(made))["node"] == {"id": gid(made)}


def test_no_staff_operation_is_in_the_member_api(ana):
    response = signed_in(ana).ask(
        "{ officials { edges { node { source sourceKey membership } } } }"
    )
    assert response.status_code == 400
    response = signed_in(ana).ask("{ __schema { types { name } } }")
    assert response.status_code == 400


def test_a_former_officials_seat_tells_nothing_of_them(ana, gone, salem):
    """A successor in the same place is found; the one who left is not."""
    Official.objects.filter(pk=gone.pk).update(membership=Membership.LEFT)
    seat_of(member("New Person"), salem)
    query = "query L($id: ID!) { locality(id: $id) { officials { edges { node { name } } } } }"
    found = data(signed_in(ana), query, id=gid(salem))["locality"]["officials"]["edges"]
    assert found == [{"node": {"name": "New Person"}}]


def test_what_only_staff_see_is_noted_without_values(ana, gone):
    priya = staff()
    data(signed_in(priya), CONTACTS, id=gid(gone))
    data(signed_in(priya), PROFILE, id=gid(gone))
    assert not AuditEntry.objects.exists()
    ContactWay.objects.filter(official=gone).update(visibility="connections")
    Official.objects.filter(pk=gone.pk).update(profile_visibility="staff")
    for who in (ana, gone):
        data(signed_in(who), CONTACTS, id=gid(gone))
        data(signed_in(who), PROFILE, id=gid(gone))
    assert not AuditEntry.objects.exists()
    data(signed_in(priya), CONTACTS, id=gid(gone))
    data(signed_in(priya), PROFILE, id=gid(gone))
    noted = AuditEntry.objects.values_list("actor_id", "action", "subject_id", "fields")
    assert list(noted) == [
        (priya.pk, "official.look", gone.pk, ["contact_ways"]),
        (priya.pk, "official.look", gone.pk, ["profile"]),
    ]
