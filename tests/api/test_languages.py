"""Whatever either address says of what was asked, it says in the language of whoever asks."""

import json

import pytest
from django.test import Client

from tests.api.endpoints import EXAMPLE, MEMBER_API, NAMES, STAFF_API, Asker
from tests.api.members import own, signed_in
from tests.people import member, staff

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.urls")]

SPANISH = {"Accept-Language": "es-MX,es;q=0.9,en;q=0.8"}
SAVE = """mutation S($input: SaveWorkInput!) { saveWork(input: $input) {
  errors { field code message } } }"""


def message(response) -> str:
    return response.json()["errors"][0]["message"]


def asked(asker: Asker, body: object = None, **headers: str) -> str:
    content = {"query": NAMES} if body is None else body
    return message(asker.post(json.dumps(content), **headers))


@pytest.mark.parametrize("endpoint", [EXAMPLE, MEMBER_API, STAFF_API], ids=lambda each: each.path)
def test_who_is_not_signed_in_is_told_in_the_browsers_language(endpoint):
    nobody = Asker(Client(), endpoint.path)
    assert asked(nobody) == "Please sign in first."
    assert asked(nobody, **SPANISH) == "Inicie sesión primero."


@pytest.mark.parametrize(
    ("body", "spanish"),
    [
        ([], "No se aceptan lotes: envíe una petición a la vez."),
        ({"query": "{ a: x " + "b: x " * 15 + "}"}, "demasiados alias: como máximo 15"),
        ({"query": "{ officials(first: 51) { totalCount } }"}, "de 1 a 50 filas"),
        ({"query": "{ domain }"}, "Esto solo pueden hacerlo los miembros."),
        ({"query": "{ typed }"}, "Por ahora no se pueden formar grupos"),
        ({"query": "{ secret }"}, "Algo salió mal aquí."),
    ],
)
def test_a_member_is_told_in_their_own(body, spanish):
    asker = EXAMPLE.client()
    assert spanish not in asked(asker, body)
    assert spanish in asked(asker, body, **SPANISH)
    user = member("Luz Ortega").user
    user.language = "es"
    user.save()
    asker.client.force_login(user)
    assert spanish in asked(asker, body, **{"Accept-Language": "en"})


def test_what_is_wrong_in_a_form_is_told_in_their_own(ana, counsel):
    me = signed_in(ana)
    wrong = own(ana) | {"issueId": "none of ours", "stage": "DRAFTING", "line": "x" * 281}
    english = me.ask(SAVE, {"input": wrong}).json()["data"]["saveWork"]["errors"]
    ana.user.language = "es"
    ana.user.save()
    spanish = me.ask(SAVE, {"input": wrong}).json()["data"]["saveWork"]["errors"]
    assert [each["message"] for each in english] == [
        "At most 280 characters, please; these are 281."
    ]
    assert [each["message"] for each in spanish] == ["Como máximo 280 caracteres; estos son 281."]


def test_staff_are_told_in_theirs(db):
    priya = Asker(Client(), STAFF_API.path)
    priya.client.force_login(staff())
    assert asked(priya, **SPANISH).startswith("Inicie sesión con su segundo factor")
    me = STAFF_API.client()
    body = {"query": '{ officials(first: 5, state: "Ohio") { edges { node { name } } } }'}
    assert asked(me, body).startswith("There is no such state.")
    assert asked(me, body, **SPANISH).startswith("No existe ese estado.")
