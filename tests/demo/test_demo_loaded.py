"""What the loaded network holds, and becoming one of its people."""

import json
from collections import Counter

import pytest
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from backend.accounts.models import User
from backend.core.clock import today
from backend.demo.network import make_network
from backend.directory.models import (
    Connection,
    Locality,
    LocalityFact,
    Official,
    Term,
)
from backend.introductions.models import Block, Feedback, Introduction, State
from backend.introductions.selectors.asks import capped, open_asks_received
from backend.playbook.models import Adoption, Event, Expert, Preemption

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_loaded")]
# These tests run in development mode, where the demo's addresses don't exist.
urlpatterns = [path("demo/", include("backend.demo.urls"))]
in_demo = pytest.mark.urls(__name__)


def test_what_has_gone_on_between_them_keeps_the_rules():
    states = Counter(Introduction.objects.values_list("state", flat=True))
    assert set(states) == set(State.values)
    assert sum(states.values()) >= 40
    everybody = list(Official.objects.values_list("pk", flat=True))
    assert max(open_asks_received(everybody).values()) == 3
    assert len(capped(everybody)) >= 1
    sent = Counter(Introduction.objects.filter(ended_at=None).values_list("asker", flat=True))
    assert max(sent.values()) <= 3
    for made in Introduction.objects.select_related("asker", "other"):
        assert not made.asker.hidden
        assert not made.other.hidden
        assert made.state != State.AWAITING or made.expires_on > today()
        assert made.ended_at is None or made.asked_at <= made.ended_at <= timezone.now()
        connected = Connection.objects.filter(first=min(made.pair), second=max(made.pair))
        assert connected.exists() == (made.state == State.CONNECTED)
    assert Block.objects.count() == 5
    assert set(Feedback.objects.values_list("kind", flat=True)) == {
        "saved",
        "already_know",
        "not_relevant",
    }


def test_nobody_meets_whom_they_keep_away():
    for block in Block.objects.all():
        pair = [block.blocker_id, block.blocked_id]
        assert not Introduction.objects.filter(asker__in=pair, other__in=pair).exists()
        assert not Connection.objects.filter(first__in=pair, second__in=pair).exists()


def test_every_event_was_attended_and_some_experts_keep_to_themselves():
    assert Event.objects.count() == 15
    for event in Event.objects.all():
        assert event.attendance.count() >= 2, event.name
        assert event.issues.exists()
        assert event.on < today()
    assert 3 <= Expert.objects.filter(consented_on=None).count() < Expert.objects.count() == 27


def test_invented_figures_say_so_and_some_are_unknown():
    places = Locality.objects.count()
    assert set(LocalityFact.objects.values_list("source", flat=True)) == {"Invented for the demo"}
    for name in LocalityFact.objects.values_list("name", flat=True).distinct().order_by("name"):
        known = LocalityFact.objects.filter(name=name).count()
        assert 0.7 * places < known < places, name


def test_no_place_has_adopted_what_its_state_forbade():
    for ban in Preemption.objects.all():
        adopted = Adoption.objects.filter(policy=ban.policy, locality__state=ban.state)
        assert not adopted.filter(adopted_on__gte=ban.since).exists(), ban.source


def test_the_last_day_of_a_term_is_in_it():
    people = {f"demo/{person.key}": person for person in make_network(today()).people}
    for term in Term.objects.select_related("official"):
        person = people[term.official.source_key]
        assert term.during.lower == person.start
        assert (term.during.upper - person.until).days == 1


@in_demo
def test_the_people_of_the_page():
    answer = Client().get("/demo/people")
    assert answer.status_code == 200
    people = answer.json()["people"]
    assert people[0] == {
        "id": "ana-villareal",
        "name": "Ana Villareal",
        "title": "Council member",
        "place": "Tucson, Arizona",
        "blurb": "She is drafting a tenants' right to counsel and needs someone who has done it.",
        "initials": "AV",
        "role": "member",
    }
    assert Counter(person["role"] for person in people) == {
        "member": 6,
        "broker": 1,
        "reader": 1,
        "admin": 1,
    }


def post(client, body, token=None):
    headers = {"X-CSRFToken": token} if token else {}
    return client.post("/demo/sign-in", body, content_type="application/json", headers=headers)


@in_demo
@pytest.mark.parametrize("key", ["ana-villareal", "priya-raman"])
def test_signing_in_takes_a_new_session(key):
    client = Client()
    client.session.save()
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    answer = post(client, json.dumps({"id": key}))
    assert answer.status_code == 204
    assert client.cookies["sessionid"].value != session.session_key
    user = User.objects.get(pk=client.session["_auth_user_id"])
    assert user.email == f"{key}@members.example"


@in_demo
def test_becoming_somebody_else_forgets_who_one_was():
    client = Client()
    post(client, '{"id": "ana-villareal"}')
    session = client.session
    session["secret"] = "of Ana"
    session.save()
    post(client, '{"id": "priya-raman"}')
    assert "secret" not in client.session


@in_demo
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Nobody with this id"), ("es-MX,en;q=0.5", "No se puede elegir a nadie")],
)
def test_who_nobody_is_is_told_in_the_browsers_language(language, said):
    client = Client(headers={"Accept-Language": language})
    assert post(client, '{"id": "nobody"}').json()["errors"][0]["message"].startswith(said)


@in_demo
def test_a_page_elsewhere_cannot_sign_anybody_in():
    client = Client(enforce_csrf_checks=True)
    assert post(client, '{"id": "ana-villareal"}').status_code == 403
    token = "a" * 32
    client.cookies["csrftoken"] = token
    assert post(client, '{"id": "ana-villareal"}', token).status_code == 204


@in_demo
@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "7", '"ana-villareal"', "{}", '{"id": 7}', '{"id": null}', "[" * 900),
        '{"id": "' + "x" * 2_000 + '"}',
        b"\xff\xfe{",
    ],
)
def test_bad_bodies_are_named(body):
    answer = post(Client(), body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"


@in_demo
def test_only_the_featured_can_be_chosen():
    somebody = Official.objects.filter(user=None).first()
    User.objects.create_user("guest@members.example", invented=True)
    for key in ("nobody", str(somebody.pk), somebody.source_key, "guest", "1", "ANA-VILLAREAL"):
        client = Client()
        answer = post(client, json.dumps({"id": key}))
        assert answer.status_code == 404
        assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
        assert "sessionid" not in client.cookies


@in_demo
def test_a_real_account_cannot_be_taken_over():
    """The address of a featured person, held by somebody who isn't invented, opens nothing."""
    User.objects.filter(email="ana-villareal@members.example").update(invented=False)
    assert post(Client(), '{"id": "ana-villareal"}').status_code == 404


def test_outside_the_demo_the_addresses_do_not_exist():
    assert Client().get("/demo/people").status_code == 404
    assert post(Client(), '{"id": "ana-villareal"}').status_code == 404
