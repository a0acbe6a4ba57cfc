"""What executing may take, and what comes out when it fails."""

import json
import logging
import threading
from dataclasses import replace

import pytest
from django.db import connection
from django.urls import resolve
from graphql import build_schema, get_named_type, get_nullable_type, is_list_type, is_object_type

from backend.api.guard.budget import spend
from backend.api.guard.cost import Tariff
from backend.api.guard.errors import Refusal
from backend.api.guard.limits import MEMBER, ListSize
from backend.api.guard.view import GuardedView, signed_in
from tests.api import example as tiny
from tests.api.endpoints import MEMBER_API, code
from tests.people import member


def test_a_slip_is_masked_and_found_in_the_log_without_its_words(example, caplog):
    with caplog.at_level(logging.ERROR, logger="counterpart.guard"):
        response = example.ask("{ secret nobodyElse: __typename }")
    assert response.status_code == 200
    assert response.json()["data"] == {"secret": None, "nobodyElse": "Query"}
    (error,) = response.json()["errors"]
    assert code(response) == "INTERNAL"
    assert error["path"] == ["secret"]
    correlation = error["extensions"]["correlationId"]
    assert correlation in error["message"]
    (record,) = caplog.records
    assert record.msg["correlation"] == correlation
    assert record.msg["kind"] == "builtins.ValueError"
    assert record.msg["path"] == "secret"
    assert "Elm Street" not in caplog.text + response.content.decode()


@pytest.mark.parametrize("field", ["secret", "library", "nobody"])
def test_whatever_nobody_foresaw_is_internal(example, field):
    response = example.ask(f"{{ {field} }}")
    assert (response.status_code, code(response)) == (200, "INTERNAL")
    assert "Elm Street" not in response.content.decode()


def test_errors_for_people_pass(example):
    response = example.ask("{ typed domain }")
    typed, domain = response.json()["errors"]
    assert typed["message"].startswith("Groups can't be found just now")
    assert typed["extensions"] == {"code": "SUGGESTIONS_UNAVAILABLE"}
    assert typed["path"] == ["typed"]
    assert domain["message"] == "Only members can do this."
    assert domain["extensions"] == {"code": "FORBIDDEN", "reason": "NOT_ALLOWED", "field": "name"}


def test_errors_of_many_fields_are_told_ten_times_at_most(example):
    fields = " ".join(f"a{n}: secret" for n in range(15))
    assert len(example.ask(f"{{ {fields} }}").json()["errors"]) == 10


def test_a_failure_of_the_guard_itself_is_masked(example, caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE guard_budget RENAME TO elsewhere")
    response = example.ask("{ __typename }")
    assert (response.status_code, code(response)) == (500, "INTERNAL")
    assert "guard_budget" not in response.content.decode()


def test_out_of_time(db, rf):
    view = GuardedView(
        name="slow",
        schema=tiny.schema(),
        limits=replace(MEMBER, seconds=0.12),
        authorize=signed_in,
        context=lambda request: request,
        sizes=tiny.SIZES,
        prices={},
    )
    body = json.dumps({"query": "{ slow { name } }"})
    rf.cookies["csrftoken"] = token = "a" * 32
    headers = {"X-CSRFToken": token}
    request = rf.post("/slow", body, content_type="application/json", headers=headers)
    request.user = member().user
    content = json.loads(view(request).content)
    assert content["data"] is None
    assert content["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
    assert content["extensions"]["cost"]["requested"] == 1


def test_more_rows_than_reckoned_with_are_not_shown(example):
    response = example.ask("{ tooMany { name } }")
    assert code(response) == "INTERNAL"
    assert response.json()["data"] == {"tooMany": None}


NESTED = """{ officials(first: 50) { edges { node { name
    peers(first: 50) { edges { node { name } } } } } } }"""


def test_pages_within_pages_multiply(example):
    response = example.ask(NESTED)
    assert (response.status_code, code(response)) == (400, "TOO_COSTLY")
    assert "2,601" in response.json()["errors"][0]["message"]


EDGES = """fragment E on OfficialConnection { edges { ...N } }
    fragment N on OfficialEdge { node { name work { line } } }"""


def test_the_directory_within_places_within_the_directory(db):
    response = MEMBER_API.client().ask("""{ officials(first: 50) { edges { node { locality {
        officials(first: 50) { edges { node { name } } } } } } } }""")
    assert (response.status_code, code(response)) == (400, "TOO_COSTLY")


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ __typename }", 1),
        ("{ officials { totalCount } }", 1),
        ("{ officials { edges { node { name } } } }", 21),
        ("{ officials(first: 3) { pageInfo { hasNextPage } edges { node { name } } } }", 4),
        ("query($n: Int) { officials(first: $n) { edges { node { name } } } }", 21),
        ("{ officials(last: 3) { edges { node { name } } } }", 21),
        ("{ officials(first: null) { edges { node { name } } } }", 51),
        (f"{{ officials(first: 3) {{ ...E }} }} {EDGES}", 1 + 3 * (1 + 3)),
        (f"{{ a: officials(first: 3) {{ ...E }} b: officials(first: 5) {{ ...E }} }} {EDGES}",
         1 + 3 * (1 + 3) + 1 + 5 * (1 + 3)),
        ("{ officials(first: 2) { edges { node { dear } } } }", 1 + 2 * (1 + 40)),
        ('mutation { rename(name: "a") { name } }', 11),
        ('mutation { a: rename(name: "a") { name } b: rename(name: "b") { name } }', 22),
    ],
)  # fmt: skip
def test_costs(example, query, cost):
    response = example.ask(query)
    assert response.json()["extensions"]["cost"]["requested"] == cost


def test_the_budget_refills_and_never_overflows(db):
    user_id = member().user.pk
    limits = replace(MEMBER, cost=100, refill=10)
    assert spend(user_id=user_id, endpoint="a", cost=70, limits=limits).remaining == 30
    with pytest.raises(Refusal) as refused:
        spend(user_id=user_id, endpoint="a", cost=70, limits=limits)
    assert (refused.value.status, refused.value.retry_after) == (429, 4)
    assert spend(user_id=user_id, endpoint="b", cost=70, limits=limits).remaining == 30
    _age(user_id, seconds=5)
    assert 10 <= spend(user_id=user_id, endpoint="a", cost=70, limits=limits).remaining <= 11
    _age(user_id, seconds=3_600)
    assert spend(user_id=user_id, endpoint="a", cost=1, limits=limits).remaining == 99
    _age(user_id, seconds=-3_600)
    assert spend(user_id=user_id, endpoint="a", cost=1, limits=limits).remaining == 98


def _age(user_id, *, seconds):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE guard_budget SET at = at - make_interval(secs => %s) WHERE user_id = %s",
            (seconds, user_id),
        )


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_cannot_spend_the_same_points():
    user_id = member().user.pk
    limits = replace(MEMBER, cost=100, refill=0)
    spend(user_id=user_id, endpoint="a", cost=1, limits=limits)
    passed = []

    def ten():
        try:
            for _ in range(10):
                spend(user_id=user_id, endpoint="a", cost=9, limits=replace(limits, refill=1))
                passed.append(9)
        except Refusal:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 11


def test_the_budgets_are_not_logged(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'guard_budget'")
        assert cursor.fetchone() == ("u",)


def tariff(sdl, **sizes):
    """A tariff of a schema in a few words."""
    return Tariff(build_schema(sdl), page=50, sizes=sizes, prices={})


@pytest.mark.parametrize(
    ("sdl", "field"),
    [
        ("type Query { a: [Int] }", "Query.a"),
        ("type Query { a: [Query!]! }", "Query.a"),
        ("type Query { a: C } type C { edges: [Query] }", "C.edges"),
        ("type Query { a(first: Int): C b: C } type C { edges: [Query] }", "C.edges"),
        ("type Query { a(first: Int): C } type C { nodes: [Query] }", "C.nodes"),
        ("interface I { a: [Int] } type Query implements I { a: [Int] }", "I.a"),
    ],
)
def test_a_list_without_a_bound_is_refused_when_the_view_is_made(sdl, field):
    with pytest.raises(ValueError, match=field):
        tariff(sdl)


def test_sizes_must_name_fields(db):
    size = ListSize(at_most=5, usual=1)
    with pytest.raises(ValueError, match=r"Query\.b"):
        tariff("type Query { a: [Int] }", **{"Query.a": size, "Query.b": size})
    tariff("type Query { a: [Int] }", **{"Query.a": size})


def test_a_walk_over_each_schema_finds_no_list_without_a_bound(endpoint):
    view = resolve(endpoint.path).func
    kinds = [
        kind
        for name, kind in view.schema.type_map.items()
        if is_object_type(kind) and not name.startswith("__")
    ]
    cut = {
        get_named_type(field.type).name
        for kind in kinds
        for field in kind.fields.values()
        if "first" in field.args
    }
    for kind in kinds:
        for name, field in kind.fields.items():
            if is_list_type(get_nullable_type(field.type)):
                size = view.tariff.sizes.get(f"{kind.name}.{name}")
                connection_rows = name == "edges" and kind.name in cut
                assert connection_rows or (size and 1 <= size.usual <= size.at_most <= 500)
