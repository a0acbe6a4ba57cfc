"""What every answer carries, and the page that the web app starts from."""

from pathlib import Path

import pytest
from django.test import Client

INDEX = """<!doctype html><html><head><meta name="counterpart-mode" content="development" />
<title>Counterpart</title></head><body></body></html>"""


@pytest.fixture
def built(settings, tmp_path: Path) -> Path:
    settings.WEB_APP = tmp_path
    (tmp_path / "index.html").write_text(INDEX)
    return tmp_path


@pytest.mark.parametrize("address", ["/", "/directory", "/officials/T2ZmaWNpYWw6MQ==", "/graph"])
def test_the_page_for_every_address_of_the_web_app(built: Path, client: Client, address: str):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "csrftoken" in answer.cookies
    page = answer.content.decode()
    assert page.count("counterpart-mode") == 1
    assert '<meta name="counterpart-mode" content="development">' in page


def test_without_a_build_it_says_what_to_do(built: Path, client: Client):
    (built / "index.html").unlink()
    answer = client.get("/")
    assert answer.status_code == 503
    assert "has not been built yet: run “make demo”" in answer.content.decode()


@pytest.mark.parametrize("address", ["/static/app/nothing.js", "/demo/people"])
def test_the_page_is_not_given_for_what_is_missing(built: Path, client: Client, address: str):
    assert client.get(address).status_code == 404


def test_a_page_is_only_read(built: Path, client: Client):
    assert client.post("/directory").status_code == 405


def test_no_answer_may_be_indexed_framed_or_reach_elsewhere(built: Path, client: Client):
    for address in ("/", "/static/app/nothing.js", "/sign-out"):
        headers = client.get(address).headers
        assert headers["X-Robots-Tag"] == "noindex, nofollow"
        assert headers["X-Frame-Options"] == "DENY"
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy


@pytest.mark.django_db
def test_health(client: Client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_signing_out_ends_the_session_and_needs_the_pages_token(built: Path, django_user_model):
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_user("ada@example.org"))
    refused = client.post("/sign-out")
    assert refused.status_code == 403
    assert refused.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert refused.json()["errors"][0]["message"].startswith("This page has been open too long")
    spanish = client.post("/sign-out", headers={"Accept-Language": "es"})
    assert spanish.json()["errors"][0]["message"].startswith("Esta página lleva")
    client.force_login(django_user_model.objects.create_user("luz@example.org", language="es"))
    own = client.post("/sign-out", headers={"Accept-Language": "en"})
    assert own.json()["errors"][0]["message"].startswith("Esta página lleva")
    token = client.get("/").cookies["csrftoken"].value
    assert client.post("/sign-out", headers={"X-CSRFToken": token}).status_code == 204
    assert "_auth_user_id" not in client.session
