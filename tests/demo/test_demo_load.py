"""Loading the invented network into a real PostgreSQL, and where it does not belong."""

import subprocess
import sys
from collections import Counter

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import include, path

from backend import demo
from backend.accounts.models import User
from backend.core.clock import today
from backend.demo.apps import DemoConfig
from backend.demo.load import load_network
from backend.demo.network import make_network
from backend.directory.models import (
    Activity,
    Affiliation,
    Connection,
    ContactWay,
    Help,
    Issue,
    Locality,
    LocalityFact,
    Office,
    Official,
    Organization,
    Seat,
    Term,
    Work,
)
from backend.introductions.models import Block, Feedback, Introduction
from backend.outbox.models import Aggregate, OutboxEntry
from backend.playbook.models import Adoption, Attendance, Event, Expert, Policy, Preemption
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.django_db
# These tests run in development mode, where the demo's addresses don't exist.
urlpatterns = [path("demo/", include("backend.demo.urls"))]
in_demo = pytest.mark.urls(__name__)
TABLES = (
    *(Locality, Issue, Organization, Activity, Policy, Adoption, Office, Seat, Term, Official),
    *(ContactWay, Work, Help, Affiliation, Connection, User, OutboxEntry),
    *(LocalityFact, Preemption, Event, Attendance, Expert, Introduction, Block, Feedback),
)


def rows():
    return {table: list(table.objects.order_by("pk").values()) for table in TABLES}


def load():
    return load_network(lambda step, done, total: None)


def test_everything_is_written_once_and_told_to_the_graph():
    steps = []
    counts = load_network(lambda step, done, total: steps.append((step, done, total)))
    assert steps[-1][1] == steps[-1][2]
    assert [done for _, done, _ in steps] == sorted(done for _, done, _ in steps)
    network = make_network(today())
    assert counts == {
        "places": len(network.places),
        "officials": len(network.people),
        "issues": len(network.issues),
        "work": sum(len(person.work) for person in network.people),
        "organizations": len(network.organizations),
        "policies": Policy.objects.count(),
        "adoptions": len(network.adoptions),
        "facts": len(network.facts),
        "preemptions": len(network.preemptions),
        "events": len(network.events),
        "experts": len(network.experts),
        "introductions": len(network.between.asks),
    }
    assert not Official.objects.filter(invented=False).exists()
    assert not Organization.objects.filter(invented=False).exists()
    assert not User.objects.filter(invented=False).exists()
    assert set(Adoption.objects.values_list("source", flat=True)) == {"Invented for the demo"}
    told = Counter(OutboxEntry.objects.values_list("aggregate", flat=True))
    assert told == {
        Aggregate.OFFICIAL: counts["officials"],
        Aggregate.LOCALITY: counts["places"],
        Aggregate.ISSUE: counts["issues"],
        Aggregate.ORGANIZATION: counts["organizations"],
        Aggregate.POLICY: counts["policies"],
        Aggregate.ADOPTION: counts["adoptions"],
        Aggregate.PLACE_FACT: counts["facts"],
        Aggregate.PREEMPTION: counts["preemptions"],
        Aggregate.EVENT: counts["events"],
        Aggregate.EXPERT: counts["experts"],
    }

    before = rows()
    assert load() == {}
    assert rows() == before


def test_a_place_from_the_national_list_gets_its_figures():
    division = "ocd-division/country:us/state:az/place:tucson"
    known = Locality.objects.create(
        division_id=division, name="Tucson", kind="place", state="az", geoid="0477000"
    )
    load()
    known.refresh_from_db()
    assert known.population > 500_000
    assert known.population_source
    assert Locality.objects.filter(division_id=division).count() == 1


def test_a_load_that_fails_leaves_nothing():
    def stop(step, done, total):
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_network(stop)
    assert not any(rows().values())


@in_demo
def test_an_empty_database_has_nobody_to_choose():
    assert Client().get("/demo/people").json() == {"people": []}


@pytest.mark.parametrize("mode", ["development", "production"])
def test_the_app_refuses_to_start_outside_the_demo(mode, settings):
    settings.DEMO = False
    settings.PRODUCTION = mode == "production"
    with pytest.raises(ImproperlyConfigured, match="COUNTERPART_MODE"):
        DemoConfig("backend.demo", demo).ready()


def test_the_demo_mode_has_them(tmp_path):
    program = (
        "import django; django.setup(); from django.urls import reverse; "
        "print(reverse('demo-people'), reverse('demo-sign-in'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            "DJANGO_SETTINGS_MODULE": "backend.config.settings",
            "COUNTERPART_MODE": "demo",
            "COUNTERPART_DATA": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert done.stdout.split() == ["/demo/people", "/demo/sign-in"]
