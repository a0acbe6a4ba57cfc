"""Exposure over the staff API: numbers for staff alone."""

import pytest

from backend.accounts.models import User
from backend.api.staff.schema import schema
from backend.audit.models import AuditEntry
from backend.core.clock import this_week
from backend.core.errors import DomainError
from backend.introductions.models import Impression
from tests.api.endpoints import STAFF_API, Asker
from tests.people import issue, member, place, viewer, work

pytestmark = pytest.mark.django_db

EXPOSURE = """query E($week: Date) { exposure(week: $week) {
    week eligible lists impressions atTheCap neverSuggested gini giniRandom largestShare
    bands { name members shareOfMembers shareOfExposure }
    states { name shareOfExposure } issues { name shareOfExposure } } }"""


@pytest.fixture
def shown():
    """Ana was suggested Maya."""
    ana, maya = member("Ana", at=place()), member("Maya", at=place("Salem", "or"))
    work(maya, issue("Rent"))
    Impression.objects.create(official=ana, shown=maya, week=this_week())
    return ana


def test_staff_read_the_week_in_numbers(priya, shown):
    answer = priya.ask(EXPOSURE, {"week": None}).json()
    assert "errors" not in answer, answer["errors"]
    found = answer["data"]["exposure"]
    assert found["week"] == this_week().isoformat()
    assert (found["eligible"], found["lists"], found["impressions"]) == (2, 1, 1)
    assert (found["neverSuggested"], found["largestShare"], found["gini"]) == (1, 1.0, 0.5)
    assert found["bands"] == [
        {
            "name": "Over 250,000",
            "members": 2,
            "shareOfMembers": 1.0,
            "shareOfExposure": 1.0,
        }
    ]
    assert [each["name"] for each in found["states"]] == ["Arizona", "Oregon"]
    assert found["issues"] == [{"name": "Rent", "shareOfExposure": 1.0}]
    # Numbers show nobody.
    assert not AuditEntry.objects.exists()


def test_sizes_of_places_are_called_in_the_readers_language(priya, shown):
    member("Noor", at=place("Unknown", "or", population=None))
    User.objects.update(language="es")
    found = priya.ask(EXPOSURE, {"week": None}).json()["data"]["exposure"]
    assert [each["name"] for each in found["bands"]] == [
        "Más de 250,000",
        "Población desconocida",
    ]


def test_any_day_names_its_week(priya, shown):
    found = priya.ask(EXPOSURE, {"week": "2026-01-01"}).json()["data"]["exposure"]
    assert (found["week"], found["lists"]) == ("2025-12-29", 0)


def test_members_read_nothing_of_it(shown):
    client = STAFF_API.client().client
    client.force_login(shown.user)
    assert Asker(client, STAFF_API.path).ask(EXPOSURE).status_code == 403
    answer = schema.execute(EXPOSURE, context_value=viewer(shown))
    assert isinstance(answer.errors[0].original_error, DomainError)
