"""The member API: what each query answers."""

from datetime import date, timedelta

import pytest

from backend.core.clock import today
from backend.directory.models import Activity, Affiliation, Help, Organization
from backend.playbook.models import Adoption, Policy
from tests.api.members import data, gid, signed_in
from tests.people import issue, member, place, seat_of, staff, work

pytestmark = pytest.mark.django_db

OFFICIALS = """query Officials($first: Int, $after: String, $search: String,
    $filter: OfficialFilter, $orderBy: OfficialOrder! = NAME) {
  officials(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { name } }
    facets { field value label count selected parent }
  }
}"""
OFFICIAL = """query Official($id: ID!) { official(id: $id) {
  id name initials pronouns biography languages invented title inOffice inOfficeSince termEnds
  locality { id name state stateName kind divisionId population populationYear }
  office { id name kind seatCount }
  work { id stage priority since line issue { id name parent { name } } seeks { kind line }
    offers { kind line } }
  organizations { name kind website places issues { name } }
} }"""


def names(asker, **variables):
    found = data(asker, OFFICIALS, **variables)["officials"]
    return [edge["node"]["name"] for edge in found["edges"]]


def test_viewer_as_a_member(me, ana):
    answer = data(me, "{ viewer { role displayName language official { id name } } }")
    assert answer["viewer"] == {
        "role": "MEMBER",
        "displayName": "Ana Villareal",
        "language": "en",
        "official": {"id": gid(ana), "name": "Ana Villareal"},
    }


def test_viewer_as_staff():
    answer = data(signed_in(staff()), "{ viewer { role displayName official { id } } }")
    assert answer["viewer"] == {"role": "BROKER", "displayName": "Priya Test", "official": None}


def test_the_browser_names_the_language_until_they_choose(me, ana):
    asked = {"query": "{ viewer { language } }"}
    spanish = me.client.post(
        "/graphql", asked, content_type="application/json", headers={"Accept-Language": "es-MX,en"}
    )
    assert spanish.json()["data"]["viewer"]["language"] == "es"
    ana.user.language = "en"
    ana.user.save()
    english = me.client.post(
        "/graphql", asked, content_type="application/json", headers={"Accept-Language": "es-MX,en"}
    )
    assert english.json()["data"]["viewer"]["language"] == "en"


def test_everything_about_an_official(me):
    salem = place("Salem", "or", population=177_000)
    maya = member(
        "Maya Okafor Reyes",
        pronouns="she/her",
        biography="Nurse.",
        languages=["en", "ig"],
        invented=True,
    )
    seat_of(maya, salem, since=date(2021, 1, 4), until=today() + timedelta(days=10))
    housing = issue("Housing")
    counsel = issue("Right to counsel", housing)
    made = work(
        maya, counsel, "implementing", offers=("talk",), since=date(2022, 3, 1), line="Rolling out."
    )
    Help.objects.filter(work=made).update(line="Any Friday")
    friends = Organization.objects.create(
        name="Homes Now", kind="community", website="https://homes.example"
    )
    Activity.objects.create(organization=friends, issue=counsel, state="or")
    Activity.objects.create(organization=friends, issue=housing)
    Affiliation.objects.create(official=maya, organization=friends)
    found = data(me, OFFICIAL, id=gid(maya))["official"]
    assert found == {
        "id": gid(maya),
        "name": "Maya Okafor Reyes",
        "initials": "MR",
        "pronouns": "she/her",
        "biography": "Nurse.",
        "languages": ["en", "ig"],
        "invented": True,
        "title": "Council member",
        "inOffice": True,
        "inOfficeSince": "2021-01-04",
        "termEnds": (today() + timedelta(days=9)).isoformat(),
        "locality": {
            "id": gid(salem),
            "name": "Salem",
            "state": "OR",
            "stateName": "Oregon",
            "kind": "place",
            "divisionId": salem.division_id,
            "population": 177_000,
            "populationYear": 2020,
        },
        "office": found["office"] | {"name": "City Council", "kind": "COUNCIL", "seatCount": 7},
        "work": [
            {
                "id": gid(made),
                "stage": "IMPLEMENTING",
                "priority": "MEDIUM",
                "since": "2022-03-01",
                "line": "Rolling out.",
                "issue": {
                    "id": gid(counsel),
                    "name": "Right to counsel",
                    "parent": {"name": "Housing"},
                },
                "seeks": [],
                "offers": [{"kind": "TALK", "line": "Any Friday"}],
            }
        ],
        "organizations": [
            {
                "name": "Homes Now",
                "kind": "COMMUNITY",
                "website": "https://homes.example",
                "places": ["National", "Oregon"],
                "issues": [{"name": "Housing"}, {"name": "Right to counsel"}],
            }
        ],
    }


def test_an_official_of_whom_little_is_known(me):
    unseated = member("Cher")
    found = data(me, OFFICIAL, id=gid(unseated))["official"]
    assert found["initials"] == "C"
    assert found["locality"] is found["office"] is found["title"] is None
    assert found["pronouns"] is found["biography"] is None
    assert (found["inOffice"], found["work"], found["organizations"]) == (False, [], [])


def test_an_unknown_first_day_is_not_told(me):
    maya = member("Maya Okafor")
    term = seat_of(maya, place())
    term.start_is_known = False
    term.save()
    assert data(me, OFFICIAL, id=gid(maya))["official"]["inOfficeSince"] is None


def test_pages_of_the_directory_follow_one_another(me):
    for letter in "BCDE":
        member(f"{letter} Person")
    seen, after = [], None
    for _ in range(3):
        page = data(me, OFFICIALS, first=2, after=after)["officials"]
        seen += [edge["node"]["name"][0] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        assert page["totalCount"] == 5
    assert seen == list("ABCDE")
    assert page["pageInfo"]["hasNextPage"] is False
    assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]


def test_filters_are_what_facets_say(me, ana):
    salem = place("Salem", "or", population=20_000)
    housing = issue("Housing")
    counsel = issue("Right to counsel", housing)
    work(ana, counsel, "drafting")
    ben = member("Ben Oregon", at=salem)
    work(ben, housing, "adopted")
    page = data(me, OFFICIALS)["officials"]
    shown = {(each["field"], each["value"]): each for each in page["facets"]}
    assert shown["ISSUE", gid(housing)]["count"] == 2
    assert shown["ISSUE", gid(counsel)]["parent"] == gid(housing)
    assert shown["STATE", "OR"]["label"] == "Oregon"
    assert shown["STAGE", "ADOPTED"]["count"] == 1
    assert shown["OFFICE_TYPE", "COUNCIL"]["count"] == 2
    assert shown["POPULATION_BAND", "FROM_10K_TO_50K"]["count"] == 1
    fields = {
        "ISSUE": "issueIds",
        "STAGE": "stages",
        "STATE": "states",
        "OFFICE_TYPE": "officeTypes",
        "POPULATION_BAND": "populationBands",
    }
    for each in page["facets"]:
        narrowed = data(me, OFFICIALS, filter={fields[each["field"]]: [each["value"]]})
        assert narrowed["officials"]["totalCount"] == each["count"], each
        chosen = [one for one in narrowed["officials"]["facets"] if one["selected"]]
        assert [one["value"] for one in chosen] == [each["value"]]


def test_issue_and_stage_are_matched_on_the_same_work(me, ana):
    one, other = issue("One"), issue("Other")
    work(ana, one, "drafting")
    work(ana, other, "adopted")
    assert names(me, filter={"issueIds": [gid(one)], "stages": ["ADOPTED"]}) == []
    assert names(me, filter={"issueIds": [gid(other)], "stages": ["ADOPTED"]}) == ["Ana Villareal"]


@pytest.mark.parametrize("order", ["NAME", "PLACE", "RECENT"])
def test_every_order_works_with_a_cursor(me, order):
    member("Ben", at=place("Albany", "ny"), joined_on=today())
    first = data(me, OFFICIALS, first=1, orderBy=order)["officials"]
    second = data(me, OFFICIALS, first=1, orderBy=order, after=first["pageInfo"]["endCursor"])[
        "officials"
    ]
    got = {page["edges"][0]["node"]["name"] for page in (first, second)}
    assert got == {"Ana Villareal", "Ben"}


def test_search_folds_accents(me):
    member("Inés Peñalosa")
    assert names(me, search="penalosa ines") == ["Inés Peñalosa"]


def test_a_place_with_its_officials_and_adoptions(me, ana):
    tucson = ana.terms.get().seat.office.locality
    policy = Policy.objects.create(slug="p", name="Zero-fare buses", issue=issue("Transit"))
    decided = {"policy": policy, "locality": tucson, "source": "The clerk"}
    old = Adoption.objects.create(title="Old", adopted_on=date(2020, 1, 1), **decided)
    Adoption.objects.create(
        title="New", adopted_on=date(2023, 3, 1), adapted_from=old, precision="month", **decided
    )
    Adoption.objects.create(title="Undated", adopted_on=None, precision="", **decided)
    found = data(
        me,
        """query Place($id: ID!) { locality(id: $id) {
          officials { totalCount edges { node { name } } facets { value } }
          adoptions { totalCount edges { node { title adoptedOn precision status source evidenceUrl
            policy { name issue { name } } locality { name }
            adaptedFrom { title adaptedFrom { title } } } } } } }""",
        id=gid(tucson),
    )["locality"]
    assert found["officials"]["edges"] == [{"node": {"name": "Ana Villareal"}}]
    assert found["officials"]["facets"] == []
    newest = found["adoptions"]["edges"][0]["node"]
    assert newest == {
        "title": "New",
        "adoptedOn": "2023-03-01",
        "precision": "MONTH",
        "status": "ADOPTED",
        "source": "The clerk",
        "evidenceUrl": None,
        "policy": {"name": "Zero-fare buses", "issue": {"name": "Transit"}},
        "locality": {"name": "Tucson"},
        "adaptedFrom": {"title": "Old", "adaptedFrom": None},
    }
    undated = found["adoptions"]["edges"][-1]["node"]
    assert (undated["title"], undated["adoptedOn"], undated["precision"]) == ("Undated", None, None)


ISSUES = """query Issues($first: Int, $after: String, $search: String) {
  issues(first: $first, after: $after, search: $search) { totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { name officialCount parent { name } children { name officialCount } } } } }"""


def test_the_issue_tree_comes_parents_first(me, ana):
    housing, climate = issue("Housing"), issue("Climate")
    work(ana, issue("Counsel", housing))
    found = data(me, ISSUES)["issues"]
    assert [edge["node"]["name"] for edge in found["edges"]] == ["Climate", "Housing", "Counsel"]
    assert found["edges"][1]["node"] == {
        "name": "Housing",
        "officialCount": 1,
        "parent": None,
        "children": [{"name": "Counsel", "officialCount": 1}],
    }
    first = data(me, ISSUES, first=2)["issues"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (3, True)
    rest = data(me, ISSUES, first=2, after=first["pageInfo"]["endCursor"])["issues"]
    assert [edge["node"]["name"] for edge in rest["edges"]] == ["Counsel"]
    assert data(me, ISSUES, search="clim")["issues"]["totalCount"] == 1
    one = data(me, "query I($id: ID!) { issue(id: $id) { slug } }", id=gid(climate))
    assert one["issue"]["slug"] == climate.slug


def test_organizations_by_issue_and_name(me):
    housing = issue("Housing")
    homes = Organization.objects.create(name="Homes Now", kind="national")
    Organization.objects.create(name="Riders", kind="national")
    Activity.objects.create(organization=homes, issue=issue("Counsel", housing))
    query = """query O($search: String, $issue: ID) {
        organizations(search: $search, issueId: $issue) {
          totalCount edges { node { id name } } } }"""
    everybody = data(me, query)["organizations"]
    assert [edge["node"]["name"] for edge in everybody["edges"]] == ["Homes Now", "Riders"]
    on_housing = data(me, query, issue=gid(housing))["organizations"]
    assert [edge["node"]["name"] for edge in on_housing["edges"]] == ["Homes Now"]
    assert data(me, query, search="ride")["organizations"]["totalCount"] == 1
    one = data(me, "query O($id: ID!) { organization(id: $id) { name } }", id=gid(homes))
    assert one["organization"]["name"] == "Homes Now"


def test_node_finds_every_kind(me, ana):
    climate = issue("Climate")
    tucson = ana.terms.get().seat.office.locality
    policy = Policy.objects.create(slug="p", name="Trees", issue=climate)
    adoption = Adoption.objects.create(
        policy=policy, locality=tucson, title="1", adopted_on=date(2020, 1, 1), source="Clerk"
    )
    rows = [
        ana,
        work(ana, climate),
        tucson,
        tucson.offices.get(),
        climate,
        Organization.objects.create(name="Homes", kind="national"),
        policy,
        adoption,
    ]
    query = "query N($id: ID!) { node(id: $id) { __typename id } }"
    for row in rows:
        assert data(me, query, id=gid(row))["node"] == {
            "__typename": type(row).__name__,
            "id": gid(row),
        }
