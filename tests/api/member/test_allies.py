"""Allies around the viewer and a peer: where and on what they are active, and whom to talk to."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.core.clock import today
from backend.directory.models import Activity, Membership, Official, Organization
from backend.playbook.models import Expert
from tests.api.members import data, errors, gid, signed_in
from tests.people import connect, issue, member, place, seat_of, staff

pytestmark = pytest.mark.django_db

ALLIES = """query A($peer: ID!, $issue: ID!) { viewer { displayName
  allies(peerId: $peer, issueId: $issue) {
    organization { name kind places }
    activeOn { issue { name } relation reach side text }
    experts { id name title } } } }"""
NODE = "query N($id: ID!) { node(id: $id) { __typename id ... on Expert { name title } } }"


@pytest.fixture
def housing(db):
    return issue("Affordable housing")


@pytest.fixture
def rochester(db):
    return place("Rochester", "ny")


@pytest.fixture
def maya(rochester):
    return member("Maya Okafor", at=rochester)


def active(name, on, *, state="", at=None):
    """An organization that is active on an issue somewhere."""
    kind = "community" if state or at else "national"
    organization, _ = Organization.objects.get_or_create(name=name, defaults={"kind": kind})
    Activity.objects.create(organization=organization, issue=on, state=state, locality=at)
    return organization


def expert(organization, name, *on, consented=True):
    """Somebody of an organization."""
    person = Expert.objects.create(
        organization=organization,
        name=name,
        title="Organizer",
        consented_on=date(2024, 5, 1) if consented else None,
    )
    person.issues.set(on)
    return person


def allies(person, peer, on):
    return data(signed_in(person), ALLIES, peer=gid(peer), issue=gid(on))["viewer"]["allies"]


def names(found):
    return [each["organization"]["name"] for each in found]


def texts(found):
    return [one["text"] for each in found for one in each["activeOn"]]


def test_the_nearest_comes_first_and_says_why(ana, maya, counsel, tucson, rochester):
    active("Zz National", counsel)
    active("Yy State", counsel, state="ny")
    active("Xx Tenants", counsel, at=tucson)
    active("Ww Tenants", counsel, at=rochester)
    active("Nobody's State", counsel, state="oh")
    active("Nobody's Town", counsel, at=place("Toledo", "oh"))
    active("Bees", issue("Bees"), at=tucson)
    found = allies(ana, maya, counsel)
    assert names(found) == ["Ww Tenants", "Xx Tenants", "Yy State", "Zz National"]
    assert texts(found) == [
        "Active on right to counsel in Rochester, New York.",
        "Active on right to counsel in Tucson, Arizona.",
        "Active on right to counsel across New York.",
        "Active on right to counsel in the whole country.",
    ]
    assert [(o["reach"], o["side"]) for each in found for o in each["activeOn"]] == [
        ("LOCALITY", "THEIRS"),
        ("LOCALITY", "YOURS"),
        ("STATE", "THEIRS"),
        ("NATIONAL", "BOTH"),
    ]


def test_issues_above_and_below_count_and_are_said(ana, maya, housing, counsel, tucson):
    navigators = issue("Court navigators", counsel)
    active("Above", housing, at=tucson)
    active("Below", navigators, at=tucson)
    active("On it", counsel, at=tucson)
    active("Beside", issue("Land trusts", housing), at=tucson)
    found = allies(ana, maya, counsel)
    assert names(found) == ["On it", "Above", "Below"]
    assert texts(found)[1:] == [
        "Active on affordable housing, which right to counsel is a part of, in Tucson, Arizona.",
        "Active on court navigators, a part of right to counsel, in Tucson, Arizona.",
    ]
    assert [each["activeOn"][0]["relation"] for each in found] == ["SAME", "ABOVE", "BELOW"]


def test_an_organization_is_listed_once_with_all_it_does(ana, maya, housing, counsel, tucson):
    active("Tenants", housing, state="az")
    active("Tenants", counsel, at=tucson)
    active("Tenants", counsel)
    (one,) = allies(ana, maya, counsel)
    assert [each["reach"] for each in one["activeOn"]] == ["LOCALITY", "STATE", "NATIONAL"]


def test_two_places_of_one_state_are_both_reached(ana, counsel):
    phoenix = member("Phil", at=place("Phoenix", "az"))
    active("Statewide", counsel, state="az")
    (one,) = allies(ana, phoenix, counsel)
    assert one["activeOn"][0]["side"] == "BOTH"


def test_experts_are_named_only_while_they_consent(ana, maya, housing, counsel, tucson):
    tenants = active("Tenants", counsel, at=tucson)
    elsewhere = active("Elsewhere", counsel, at=place("Toledo", "oh"))
    told = expert(tenants, "Bo Above", housing)
    nearer = expert(tenants, "Zoe On It", counsel, housing)
    secret = expert(tenants, "Sam Secret", counsel, consented=False)
    expert(tenants, "Cy Other", issue("Bees"))
    expert(elsewhere, "Di Elsewhere", counsel)
    (one,) = allies(ana, maya, counsel)
    assert one["experts"] == [
        {"id": gid(nearer), "name": "Zoe On It", "title": "Organizer"},
        {"id": gid(told), "name": "Bo Above", "title": "Organizer"},
    ]
    asker = signed_in(ana)
    priya = staff()
    assert allies(priya, ana, counsel)[0]["experts"] == one["experts"]
    assert data(signed_in(priya), NODE, id=gid(secret))["node"] is None
    shown = data(asker, NODE, id=gid(told))["node"]
    assert shown == {"__typename": "Expert", "id": gid(told)} | {
        "name": "Bo Above",
        "title": "Organizer",
    }
    assert data(asker, NODE, id=gid(secret))["node"] is None
    Expert.objects.update(consented_on=None)
    (one,) = allies(ana, maya, counsel)
    assert one["experts"] == []
    assert data(asker, NODE, id=gid(told))["node"] is None


def test_it_is_told_in_the_viewers_language(ana, maya, counsel, tucson):
    active("Tenants", counsel, at=tucson)
    ana.user.language = "es"
    ana.user.save()
    assert texts(allies(ana, maya, counsel)) == ["Trabaja en right to counsel en Tucson, Arizona."]


def _hide(person):
    Official.objects.filter(pk=person.pk).update(hidden=True)


def _become_a_record(person):
    Official.objects.filter(pk=person.pk).update(membership=Membership.RECORD, user=None)


def _leave(person):
    Official.objects.filter(pk=person.pk).update(membership=Membership.LEFT)


@pytest.mark.parametrize("change", [_hide, _become_a_record, _leave, Official.delete])
def test_whoever_may_not_be_seen_is_as_if_missing(ana, maya, counsel, change):
    asked = {"peer": gid(maya), "issue": gid(counsel)}
    change(maya)
    (error,) = errors(signed_in(ana), ALLIES, **asked)
    (missing,) = errors(signed_in(ana), ALLIES, **asked | {"peer": "T2ZmaWNpYWw6OTk5OTk5"})
    assert error == missing
    assert error["extensions"]["field"] == "peerId"


def test_a_connection_still_sees_who_is_hidden(ana, maya, counsel, rochester):
    connect(ana, maya)
    _hide(maya)
    active("Tenants", counsel, at=rochester)
    assert names(allies(ana, maya, counsel)) == ["Tenants"]


def test_the_place_is_the_one_of_today(ana, maya, counsel, rochester):
    term = maya.terms.get()
    term.during = type(term.during)(date(2020, 1, 1), today())
    term.save()
    active("There", counsel, at=rochester)
    assert names(allies(ana, maya, counsel)) == ["There"]  # where they served last
    moved = place("Buffalo", "ny")
    seat_of(maya, moved, since=today())
    active("Here", counsel, at=moved)
    assert names(allies(ana, maya, counsel)) == ["Here"]


def test_staff_without_an_office_see_the_peers_place(maya, counsel, tucson, rochester):
    active("There", counsel, at=rochester)
    active("Not here", counsel, at=tucson)
    (one,) = allies(staff(), maya, counsel)
    assert one["activeOn"][0]["side"] == "THEIRS"


@pytest.mark.parametrize(
    ("variables", "field"),
    [
        ({"issue": "nonsense"}, "issueId"),
        ({"issue": "SXNzdWU6OTk5OTk5"}, "issueId"),
        ({"peer": "nonsense"}, "peerId"),
        ({"peer": "SXNzdWU6MQ=="}, "peerId"),
    ],
)
def test_a_question_that_cannot_be_names_its_field(ana, maya, counsel, variables, field):
    asked = {"peer": gid(maya), "issue": gid(counsel)} | variables
    answer = signed_in(ana).ask(ALLIES, asked).json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert error["extensions"]["field"] == field
    assert answer["data"]["viewer"] == {"displayName": "Ana Villareal", "allies": None}


def test_statements_do_not_grow_and_the_list_is_bounded(ana, maya, counsel, tucson):
    asker = signed_in(ana)

    def statements():
        with CaptureQueriesContext(connection) as captured:
            variables = {"peer": gid(maya), "issue": gid(counsel)}
            found = data(asker, ALLIES, **variables)["viewer"]["allies"]
        return len(captured), len(found)

    def add(numbers):
        for number in numbers:
            organization = active(f"Group {number:02}", counsel, at=tucson)
            for each in range(6):
                expert(organization, f"Expert {each}", counsel)

    add(range(1))
    few, one = statements()
    add(range(1, 15))
    assert statements() == (few, 10)
    assert (one, few <= 16) == (1, True)
    assert all(len(each["experts"]) == 4 for each in allies(ana, maya, counsel))
