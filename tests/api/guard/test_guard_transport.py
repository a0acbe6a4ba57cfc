"""What may come over HTTP, at every endpoint."""

import json

import pytest
from django.test import Client
from django.urls import resolve

from backend.api.guard.budget import spend
from tests.api.endpoints import EXAMPLE, NAMES, STAFF_API, Asker, code, sign_in
from tests.people import staff


def test_a_plain_question_is_answered_with_its_cost(asker, endpoint):
    response = asker.ask(NAMES)
    assert response.status_code == 200
    assert "errors" not in response.json()
    cost = response.json()["extensions"]["cost"]
    assert cost == {
        "requested": 6,
        "remaining": endpoint.limits.cost - 6,
        "refill": endpoint.limits.refill,
    }
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "head", "options"])
def test_only_post_is_taken(asker, method):
    response = getattr(asker.client, method)(
        asker.path, {"query": NAMES} if method == "get" else ""
    )
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"


@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/graphql",
        "",
    ],
)
def test_only_json_is_taken(asker, content_type):
    response = asker.post(json.dumps({"query": NAMES}), content_type)
    assert response.status_code == 415
    assert code(response) == "BAD_INPUT"


def test_a_form_is_refused_before_it_is_read(endpoint):
    strict = endpoint.client(enforce_csrf_checks=True)
    strict.client.cookies["csrftoken"] = "a" * 32
    response = strict.post(b"--x\r\nbroken", "multipart/form-data; boundary=x")
    assert response.status_code == 415


def test_without_the_pages_token_it_is_refused(endpoint):
    strict = endpoint.client(enforce_csrf_checks=True)
    strict.client.cookies["csrftoken"] = "a" * 32
    response = strict.ask(NAMES)
    assert (response.status_code, code(response)) == (403, "FORBIDDEN")
    body = json.dumps({"query": NAMES})
    assert strict.post(body, **{"X-CSRFToken": "b" * 32}).status_code == 403
    assert strict.post(body, **{"X-CSRFToken": "a" * 32}).status_code == 200


def test_another_origin_is_refused(endpoint):
    strict = endpoint.client(enforce_csrf_checks=True)
    strict.client.cookies["csrftoken"] = "a" * 32
    headers = {"X-CSRFToken": "a" * 32, "Origin": "https://elsewhere.example"}
    response = strict.post(json.dumps({"query": NAMES}), **headers)
    assert response.status_code == 403


@pytest.mark.parametrize("query", [NAMES, "{ __schema { types { name } } }", "{ nonsense"])
def test_nobody_signed_in_is_told_nothing(endpoint, query):
    response = Asker(Client(enforce_csrf_checks=True), endpoint.path).ask(query)
    assert (response.status_code, code(response)) == (401, "UNAUTHENTICATED")


def test_a_member_may_not_use_the_staff_api(db):
    client = EXAMPLE.client().client
    response = Asker(client, STAFF_API.path).ask(NAMES)
    assert (response.status_code, code(response)) == (403, "FORBIDDEN")


def test_the_staff_api_waits_for_a_second_factor_in_the_demo_too(priya, settings):
    for settings.DEMO in (False, True):
        priya.client.force_login(staff())
        response = priya.ask(NAMES)
        assert (response.status_code, code(response)) == (403, "SECOND_FACTOR_REQUIRED")
        assert "second factor" in response.json()["errors"][0]["message"]
        sign_in(priya.client, staff())
        assert priya.ask(NAMES).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b" ",
        b"null",
        b"1",
        b'"text"',
        b"{",
        b"{}",
        b"\xff\xfe",
        b'{"query": NaN}',
        b'{"query": null}',
        b'{"query": ""}',
        b'{"query": 1}',
        b'{"query": ["{ __typename }"]}',
        b'{"query": "{ __typename }", "variables": []}',
        b'{"query": "{ __typename }", "variables": "{}"}',
        b'{"query": "{ __typename }", "operationName": 1}',
        b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}',
        b'{"query": "{ __typename }", "variables": {"a": ' + b"1" * 10_000 + b"}}",
        b'{"query": "{ __typename }", "id": 1}',
        b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 40 + b"]" * 40 + b"}}",
        b"[" * 30_000,
        b'{"query":' * 5_000,
        b"[" * 30_000 + b"]" * 30_000,
        b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 20_000 + b"]" * 20_000 + b"}}",
    ],
    ids=lambda body: repr(body[:40]),
)
def test_a_body_that_is_no_request(asker, body):
    response = asker.post(body)
    assert (response.status_code, code(response)) == (400, "BAD_INPUT")


def test_json_100_000_deep(asker, endpoint):
    for body in (b"[" * 100_000, b"[" * 100_000 + b"]" * 100_000):
        response = asker.post(body)
        assert response.status_code == (400 if len(body) <= endpoint.limits.body else 413)


def test_a_batch_is_refused(asker):
    response = asker.post(json.dumps([{"query": NAMES}] * 10))
    assert (response.status_code, code(response)) == (400, "BAD_INPUT")
    assert "atch" in response.json()["errors"][0]["message"]


def test_a_body_over_the_limit(asker, endpoint):
    frame = len(json.dumps({"query": "{ __typename }", "variables": {"a": ""}}))
    for spare, status in ((0, 200), (1, 413)):
        filling = "x" * (endpoint.limits.body - frame + spare)
        body = json.dumps({"query": "{ __typename }", "variables": {"a": filling}})
        response = asker.post(body)
        assert response.status_code == status, len(body)


def test_over_budget_it_says_when_to_come_back(asker, endpoint):
    user_id = int(asker.client.session["_auth_user_id"])
    name = resolve(endpoint.path).func.name
    spend(user_id=user_id, endpoint=name, cost=endpoint.limits.cost, limits=endpoint.limits)
    response = asker.ask("{ officials(first: 50) { edges { node { name } } } }")
    # A slow machine may have refilled the few points by now; then the next one is refused.
    for _ in range(50):
        if response.status_code == 429:
            break
        response = asker.ask("{ officials(first: 50) { edges { node { name } } } }")
    assert (response.status_code, code(response)) == (429, "RATE_LIMITED")
    assert int(response.headers["Retry-After"]) >= 1
    assert response.json()["extensions"]["cost"]["requested"] == 51
