"""The member API: bad input is told at its field, and nobody gets in without signing in."""

import base64

import pytest

from tests.api.endpoints import code
from tests.api.members import data, errors, gid

pytestmark = pytest.mark.django_db

OFFICIALS = """query Officials($first: Int, $after: String, $search: String,
    $filter: OfficialFilter, $orderBy: OfficialOrder! = NAME) {
  officials(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
    edges { node { name } }
  }
}"""


def _sealed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "id_",
    [
        "",
        "nonsense",
        "T2ZmaWNpYWw6MQ",
        _sealed("Official:999999999"),
        _sealed("Official:99999999999999999999"),
        _sealed("Official:-1"),
        _sealed("Official:1 OR 1=1"),
        _sealed("Official:²"),
        _sealed("User:1"),
        _sealed("ContactWay:1"),
        _sealed("Official:"),
        base64.b64encode(b"\xff\xfe").decode(),
        "a" * 10_000,
        "é",
        "\x00",
    ],
)
@pytest.mark.parametrize("field", ["node", "official", "locality", "issue", "organization"])
def test_an_id_that_is_none_of_ours_is_the_same_as_missing(me, field, id_):
    query = f"query Q($id: ID!) {{ {field}(id: $id) {{ id }} }}"
    assert data(me, query, id=id_) == {field: None}


@pytest.mark.parametrize("field", ["locality", "issue", "organization"])
def test_an_id_of_another_kind_is_the_same_as_missing(me, ana, field):
    query = f"query Q($id: ID!) {{ {field}(id: $id) {{ id }} }}"
    assert data(me, query, id=gid(ana)) == {field: None}


@pytest.mark.parametrize(
    ("variables", "field"),
    [
        ({"search": "a" * 10_000}, "search"),
        ({"after": "nonsense"}, "after"),
        ({"after": _sealed('["a", 1e999]')}, "after"),
        ({"after": _sealed('["\\ud800", 1]')}, "after"),
        ({"after": _sealed('["1", 1]'), "orderBy": "RECENT"}, "after"),
        ({"filter": {"states": ["ZZ"]}}, "states"),
        ({"filter": {"states": ["Arizona"]}}, "states"),
        ({"filter": {"issueIds": ["nonsense"]}}, "issueIds"),
        ({"filter": {"issueIds": [_sealed("Official:1")]}}, "issueIds"),
        ({"filter": {"issueIds": [_sealed("Issue:999999")]}}, "issueIds"),
    ],
)
def test_a_directory_question_that_cannot_be_names_its_field(me, variables, field):
    (error,) = errors(me, OFFICIALS, **variables)
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert error["extensions"]["field"] == field


@pytest.mark.parametrize(
    "text",
    [
        "'; DROP TABLE directory_official; --",
        "<script>alert(1)</script>",
        "\x00 & | ! ( ) : * \\",
        "ﷺ" * 200,
        "%_",
        "MATCH (n) DETACH DELETE n",
    ],
)
def test_a_search_is_only_words(me, text):
    assert data(me, OFFICIALS, search=text)["officials"]["edges"] == []
    (edge,) = data(me, OFFICIALS)["officials"]["edges"]
    assert edge["node"]["name"] == "Ana Villareal"


@pytest.mark.parametrize("first", [0, -1, 51])
def test_pages_have_bounds(me, first):
    assert code(me.ask(OFFICIALS, {"first": first})) == "BAD_INPUT"


def test_a_wrong_type_is_refused(me):
    assert code(me.ask(OFFICIALS, {"filter": {"stages": ["SLEEPING"]}})) == "BAD_INPUT"
    assert code(me.ask(OFFICIALS, {"search": 7})) == "BAD_INPUT"


def test_nothing_without_signing_in(me):
    me.client.logout()
    for query in ("{ viewer { role } }", "{ officials { totalCount } }", "{ __typename }"):
        response = me.ask(query)
        assert response.status_code == 401
        assert code(response) == "UNAUTHENTICATED"


def test_a_user_who_may_not_sign_in_any_more_is_nobody(me, ana):
    ana.user.is_active = False
    ana.user.save()
    assert me.ask("{ viewer { role } }").status_code == 401
