"""How many statements the member API makes: as many for fifty rows as for five."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.directory.models import Activity, Affiliation, ContactWay, Issue, Organization
from tests.api.members import signed_in
from tests.people import issue, member, place, work

pytestmark = pytest.mark.django_db

PLACE_AND_OFFICE = """query P($first: Int) { officials(first: $first) { edges { node {
    name title locality { name stateName population } office { name kind } } } } }"""
WHOLE = """query W($first: Int) { officials(first: $first) { totalCount edges { node {
    name initials pronouns biography languages inOffice paused title
    locality { name } office { name }
    work { stage issue { name } seeks { kind } offers { kind } }
    organizations { name places } contactWays { value }
} } } }"""
TREE = """query T($first: Int) { officials(first: $first) { edges { node { work { issue {
    name officialCount parent { name } } } organizations { issues { name } } } } } }"""
ISSUES = """query I($first: Int) { issues(first: $first) { edges { node {
    name officialCount parent { name } children { name officialCount } } } } }"""
ORGANIZATIONS = """query O($first: Int) { organizations(first: $first) { edges { node {
    name places issues { name parent { name } } } } } }"""


@pytest.fixture
def network():
    """Fifty of everything that is listed."""
    housing = issue("Housing")
    for number in range(50):
        at = place(f"Place {number}")
        person = member(f"Person {number:02}", at=at, profile_visibility="connections")
        below = issue(f"Issue {number}", housing)
        work(person, below, seeks=("talk",), offers=("testimony",))
        ContactWay.objects.create(official=person, kind="phone", value="555-0100")
        organization = Organization.objects.create(name=f"Group {number:02}", kind="community")
        Activity.objects.create(organization=organization, issue=below, locality=at)
        Affiliation.objects.create(official=person, organization=organization)
    return person


def statements(asker, query, first):
    """How many statements a page costs, and that it holds so many rows."""
    with CaptureQueriesContext(connection) as captured:
        response = asker.ask(query, {"first": first})
    answer = response.json()
    assert "errors" not in answer, answer["errors"]
    (connection_,) = answer["data"].values()
    assert len(connection_["edges"]) == first
    return len(captured)


@pytest.mark.parametrize(
    ("query", "most"),
    [
        # Session, user, their official and the budget come before: four statements.
        (PLACE_AND_OFFICE, 7),
        (WHOLE, 15),
        (TREE, 15),
        (ISSUES, 8),
        (ORGANIZATIONS, 9),
    ],
    ids=["place and office", "whole", "tree", "issues", "organizations"],
)
def test_as_many_statements_for_fifty_rows_as_for_five(network, query, most):
    few = statements(signed_in(network), query, 5)
    many = statements(signed_in(member()), query, 50)
    assert many == few <= most


def test_facets_cost_the_same_for_any_network(network):
    query = "{ officials(first: 1) { edges { node { name } } facets { value count } } }"

    def count():
        with CaptureQueriesContext(connection) as captured:
            assert "errors" not in signed_in(member()).ask(query).json()
        return len(captured)

    before = count()
    for number in range(20):
        work(member(at=place(f"More {number}", "ny")), Issue.objects.order_by("?").first())
    assert count() == before


def test_a_directory_with_everything_is_within_the_budget(network):
    asked = signed_in(network).ask(WHOLE, {"first": 20}).json()
    assert asked["extensions"]["cost"]["requested"] <= 1_000
