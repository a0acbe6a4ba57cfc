"""Changing one's own profile and work through the member API."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from backend.audit.models import AuditEntry
from backend.directory.models import Official, Work
from backend.outbox.models import OutboxEntry
from tests.api.endpoints import code
from tests.api.members import data, gid, own, signed_in
from tests.people import issue, member, staff, work

pytestmark = pytest.mark.django_db

PROFILE = """mutation P($input: UpdateProfileInput!) { updateProfile(input: $input) {
  official { id name pronouns biography languages paused hidden profileVisibility version }
  version errors { field code message } } }"""
SAVE = """mutation S($input: SaveWorkInput!) { saveWork(input: $input) {
  work { id stage priority since line issue { name } seeks { kind line } offers { kind line } }
  version errors { field code message } } }"""
REMOVE = """mutation R($input: RemoveWorkInput!) { removeWork(input: $input) {
  removedId version errors { field code message } } }"""

HOSTILE = [
    "'}) MATCH (n) DETACH DELETE n //",
    "'; DROP TABLE directory_official; --",
    "<script>alert('hi')</script>",
    "{{7*7}} ${7*7}",
    "Zoë Ñandú 李 🏙",
]


@pytest.fixture
def ana(ana):
    ana.biography = "Before."
    ana.save()
    return ana


def nothing_written() -> bool:
    return not OutboxEntry.objects.exists() and not AuditEntry.objects.exists()


def problems(payload) -> list[tuple[str | None, str]]:
    assert all(error["message"] for error in payload["errors"])
    return [(error["field"], error["code"]) for error in payload["errors"]]


def test_fields_left_out_or_null_stay_as_they_are(me, ana):
    asked = {"pronouns": "ella", "paused": True, "name": None, "profileVisibility": "STAFF"}
    payload = data(me, PROFILE, input=own(ana) | asked)["updateProfile"]
    assert payload["errors"] == []
    assert payload["official"] == {
        "id": gid(ana),
        "name": "Ana Villareal",
        "pronouns": "ella",
        "biography": "Before.",
        "languages": [],
        "paused": True,
        "hidden": False,
        "profileVisibility": "STAFF",
        "version": 2,
    }
    assert OutboxEntry.objects.filter(aggregate="Official", aggregate_id=ana.pk).exists()
    assert AuditEntry.objects.get().fields == ["paused", "profile_visibility", "pronouns"]


def test_everything_of_a_profile_can_be_changed(me, ana):
    asked = {
        "name": "Ana V.",
        "biography": "",
        "languages": ["ES", "en"],
        "hidden": True,
        "language": "es",
    }
    official = data(me, PROFILE, input=own(ana) | asked)["updateProfile"]["official"]
    assert (official["name"], official["biography"], official["languages"]) == (
        "Ana V.",
        None,
        ["es", "en"],
    )
    assert official["hidden"] is True
    assert data(me, "{ viewer { language } }") == {"viewer": {"language": "es"}}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"name": ""}, [("name", "REQUIRED")]),
        ({"name": " \t "}, [("name", "REQUIRED")]),
        ({"name": "\x00"}, [("name", "REQUIRED")]),
        ({"name": "a" * 10_000}, [("name", "TOO_LONG")]),
        ({"pronouns": "a" * 41}, [("pronouns", "TOO_LONG")]),
        ({"biography": "a" * 10_000}, [("biography", "TOO_LONG")]),
        ({"languages": ["english"]}, [("languages", "INVALID")]),
        (
            {"languages": [f"{a}{b}" for a in "abc" for b in "abcde"]},
            [("languages", "LIMIT_REACHED")],
        ),
        ({"language": "fr"}, [("language", "INVALID")]),
        ({"name": "", "pronouns": "a" * 99}, [("name", "REQUIRED"), ("pronouns", "TOO_LONG")]),
    ],
)
def test_a_profile_that_cannot_be_names_its_fields_and_writes_nothing(me, ana, given, found):
    payload = data(me, PROFILE, input=own(ana) | {"paused": True, **given})["updateProfile"]
    assert payload["official"] is None
    assert problems(payload) == found
    ana.refresh_from_db()
    assert (ana.name, ana.paused) == ("Ana Villareal", False)
    assert nothing_written()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_only_text(me, ana, counsel, text):
    payload = data(me, PROFILE, input=own(ana) | {"name": text})["updateProfile"]
    assert payload["official"]["name"] == text
    saved = data(
        me, SAVE, input=own(ana) | {"issueId": gid(counsel), "stage": "DRAFTING", "line": text}
    )
    assert saved["saveWork"]["work"]["line"] == text
    assert Official.objects.get().name == text


def changes(read, issue_id, work_id):
    """Each change to a record that was read so, as a document, its input and its root field."""
    return (
        (PROFILE, {**read, "name": "Overwritten", "language": "es"}, "updateProfile"),
        (SAVE, {**read, "issueId": issue_id, "stage": "ADOPTED"}, "saveWork"),
        (REMOVE, {**read, "workId": work_id}, "removeWork"),
    )


def test_a_tab_of_somebody_else_writes_nothing(ana, counsel):
    """Tab 1 read Ana's record; Susan has signed in from tab 2, and then tab 1 saves."""
    susan = member("Susan Test")
    work(susan, counsel)
    for query, given, field in changes(own(ana), gid(counsel), gid(susan.work.get())):
        payload = data(signed_in(susan), query, input=given)[field]
        assert problems(payload) == [(None, "OTHER_ACCOUNT")]
    assert set(Official.objects.values_list("name", "version")) == {
        ("Ana Villareal", 1),
        ("Susan Test", 1),
    }
    assert Work.objects.get().stage == "drafting"
    assert nothing_written()


def test_a_newer_version_is_not_overwritten(me, ana, counsel):
    made = work(ana, counsel)
    read = own(ana)
    payload = data(me, PROFILE, input=read | {"name": "Ana V."})["updateProfile"]
    assert (payload["version"], payload["official"]["version"]) == (2, 2)
    for query, given, field in changes(read, gid(counsel), gid(made)):
        assert problems(data(me, query, input=given)[field]) == [(None, "STALE")]
    assert Official.objects.get().name == "Ana V."
    made.refresh_from_db()
    assert made.stage == "drafting"


def test_each_change_answers_the_version_for_the_next_one(me, ana, counsel):
    made = work(ana, counsel)
    version = 1
    for query, given, field in changes({"ownerId": gid(ana)}, gid(counsel), gid(made)):
        version = data(me, query, input={**given, "version": version})[field]["version"]
    assert version == Official.objects.get().version == 4


def test_the_version_is_read_by_its_owner_alone(me, ana):
    query = "query V($id: ID!) { official(id: $id) { version } }"
    assert data(me, query, id=gid(ana))["official"] == {"version": 1}
    for other in (member("Other Person"), staff()):
        assert data(signed_in(other), query, id=gid(ana))["official"] == {"version": None}


def test_staff_have_no_profile_to_change(db):
    payload = data(
        signed_in(staff()), PROFILE, input={"ownerId": "", "version": 1, "name": "Boss"}
    )["updateProfile"]
    assert problems(payload) == [(None, "NOT_ALLOWED")]
    assert nothing_written()


def test_work_is_added_then_changed(me, ana, counsel):
    asked = {
        "issueId": gid(counsel),
        "stage": "DRAFTING",
        "priority": "HIGH",
        "since": "2024-02-01",
        "line": "With our attorney.",
        "seeks": [{"kind": "MODEL_TEXT", "line": "Any text"}, {"kind": "TALK"}],
        "offers": [{"kind": "TESTIMONY"}],
    }
    added = data(me, SAVE, input=own(ana) | asked)["saveWork"]
    assert added["errors"] == []
    made = ana.work.get()
    assert added["work"] == {
        "id": gid(made),
        "stage": "DRAFTING",
        "priority": "HIGH",
        "since": "2024-02-01",
        "line": "With our attorney.",
        "issue": {"name": "Right to counsel"},
        "seeks": [{"kind": "MODEL_TEXT", "line": "Any text"}, {"kind": "TALK", "line": ""}],
        "offers": [{"kind": "TESTIMONY", "line": ""}],
    }
    changed = data(me, SAVE, input=own(ana) | {"issueId": gid(counsel), "stage": "ADOPTED"})[
        "saveWork"
    ]
    assert changed["work"] == {
        "id": gid(made),
        "stage": "ADOPTED",
        "priority": "MEDIUM",
        "since": None,
        "line": "",
        "issue": {"name": "Right to counsel"},
        "seeks": [],
        "offers": [],
    }
    assert ana.work.count() == 1
    assert OutboxEntry.objects.filter(aggregate_id=ana.pk).count() == 2


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"issueId": "nonsense"}, [("issueId", "NOT_FOUND")]),
        ({"issueId": ""}, [("issueId", "NOT_FOUND")]),
        ({"issueId": "SXNzdWU6OTk5OTk5"}, [("issueId", "NOT_FOUND")]),
        ({"issueId": "T2ZmaWNpYWw6MQ=="}, [("issueId", "NOT_FOUND")]),
        ({"line": "a" * 10_000}, [("line", "TOO_LONG")]),
        ({"since": "2999-01-01"}, [("since", "INVALID")]),
        ({"seeks": [{"kind": "TALK"}, {"kind": "TALK"}]}, [("seeks", "CONFLICT")]),
        ({"offers": [{"kind": "TALK", "line": "a" * 161}]}, [("offers", "TOO_LONG")]),
    ],
)
def test_work_that_cannot_be_names_its_field_and_writes_nothing(me, ana, counsel, given, found):
    asked = {"issueId": gid(counsel), "stage": "DRAFTING", **given}
    payload = data(me, SAVE, input=own(ana) | asked)["saveWork"]
    assert payload["work"] is None
    assert problems(payload) == found
    assert not Work.objects.exists()
    assert nothing_written()


def test_a_form_wrong_in_a_thousand_places_is_still_answered(me, ana, counsel):
    lines = [{"kind": "TALK", "line": "a" * 161}] * 100
    asked = {"issueId": gid(counsel), "stage": "DRAFTING", "seeks": lines}
    payload = data(me, SAVE, input=own(ana) | asked)["saveWork"]
    assert len(payload["errors"]) == 40


@pytest.mark.parametrize(
    "given",
    [
        {"stage": "SLEEPING"},
        {"since": "soon"},
        {"since": "2024-02-31"},
        {"priority": 2},
        {"line": 7},
        {"line": None},
        {"issueId": None},
        {"unknown": 1},
    ],
)
def test_a_wrong_type_is_refused_and_writes_nothing(me, ana, counsel, given):
    response = me.ask(
        SAVE, {"input": {**own(ana), "issueId": gid(counsel), "stage": "DRAFTING", **given}}
    )
    assert (response.status_code, code(response)) == (400, "BAD_INPUT")
    assert nothing_written()


def test_the_thirty_first_issue_is_too_many(me, ana):
    for number in range(30):
        work(ana, issue(f"Issue {number}"))
    more = issue("One more")
    payload = data(me, SAVE, input=own(ana) | {"issueId": gid(more), "stage": "DRAFTING"})[
        "saveWork"
    ]
    assert problems(payload) == [("issueId", "LIMIT_REACHED")]
    assert ana.work.count() == 30


def test_work_is_removed(me, ana, counsel):
    made = work(ana, counsel, seeks=("talk",))
    payload = data(me, REMOVE, input=own(ana) | {"workId": gid(made)})["removeWork"]
    assert payload == {"removedId": gid(made), "version": 2, "errors": []}
    assert not Work.objects.exists()
    again = data(me, REMOVE, input=own(ana) | {"workId": gid(made)})["removeWork"]
    assert problems(again) == [("workId", "NOT_FOUND")]


def test_anothers_work_is_the_same_as_missing(me, ana, counsel):
    made = work(member("Other Person"), counsel)
    theirs = data(me, REMOVE, input=own(ana) | {"workId": gid(made)})["removeWork"]
    missing = data(me, REMOVE, input=own(ana) | {"workId": "V29yazo5OTk5OTk="})["removeWork"]
    assert theirs == missing
    assert Work.objects.exists()
    assert nothing_written()


@pytest.mark.parametrize(
    ("at", "newest"),
    [
        # 1 December in Guam, the evening of 30 November in New York.
        (datetime(2026, 11, 30, 21, 30, tzinfo=UTC), "2026-12-01"),
        # 30 November in New York since half past midnight, still the 29th in Hawaii.
        (datetime(2026, 11, 30, 5, 30, tzinfo=UTC), "2026-11-30"),
        (datetime(2026, 11, 30, 13, 59, tzinfo=UTC), "2026-11-30"),
        (datetime(2026, 11, 30, 14, 0, tzinfo=UTC), "2026-12-01"),
    ],
)
def test_a_day_that_has_come_somewhere_in_the_country_has_come(
    ana, counsel, monkeypatch, at, newest
):
    me = signed_in(ana)
    monkeypatch.setattr(timezone, "now", lambda: at)
    asked = {"issueId": gid(counsel), "stage": "DRAFTING", "since": newest}
    assert data(me, SAVE, input=own(ana) | asked)["saveWork"]["errors"] == []
    asked["since"] = (date.fromisoformat(newest) + timedelta(days=1)).isoformat()
    assert problems(data(me, SAVE, input=own(ana) | asked)["saveWork"]) == [("since", "INVALID")]


def test_nothing_changes_without_signing_in(me, counsel):
    me.client.logout()
    for query in (PROFILE, SAVE, REMOVE):
        assert me.ask(query, {"input": {}}).status_code == 401
    assert nothing_written()
