"""Reasons that rest on events, laws, policies, figures and feedback: from tables to the page."""

from datetime import date

import pytest

from backend.directory.models import LocalityFact, Stage
from backend.introductions.models import Feedback
from backend.playbook.models import Adoption, Attendance, Event, Policy, Preemption
from tests.api.members import data, gid, signed_in
from tests.people import fact, member, place, work
from tests.projecting import project

pytestmark = pytest.mark.django_db

ASKED = """query S($issue: ID, $intent: Intent! = LEARN) { viewer {
  suggestedPeers(first: 3, issueId: $issue, intent: $intent) { edges { node {
    peer { name } score headline
    reasons { code text share evidence { kind label date source node { __typename } } } } } } } }"""


@pytest.fixture
def policy(counsel):
    return Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)


@pytest.fixture
def tucson(db):
    return place("Tucson", "az", population=None)


@pytest.fixture
def ana(ana, counsel):
    work(ana, counsel, Stage.DRAFTING)
    return ana


@pytest.fixture
def maya(counsel):
    at = place("Austin", "tx", population=None)
    return _works(counsel, "Maya Okafor", at, pronouns="she/her")


def _works(on, name, at, **fields):
    person = member(name, at=at, **fields)
    work(person, on, Stage.DRAFTING)
    return person


def _home(person):
    return person.terms.get().seat.office.locality


def _reason(graph, asker, code, **variables):
    """The one reason of a code that the only suggestion has, after everything is projected."""
    project(graph)
    return _read(asker, **variables).get(code)


def _read(asker, **variables):
    page = data(signed_in(asker), ASKED, **variables)["viewer"]["suggestedPeers"]
    (edge,) = page["edges"]
    reasons = edge["node"]["reasons"]
    assert sum(each["share"] for each in reasons) == pytest.approx(1)
    return {each["code"]: each for each in reasons}


def _shown(reason):
    return [
        (each["kind"], each["label"], each["source"], each["node"] and each["node"]["__typename"])
        for each in reason["evidence"]
    ]


def test_an_event_both_were_at(graph, ana, maya):
    event = Event.objects.create(name="Renters’ Rights Summit", on=date(2024, 5, 3), is_online=True)
    for person in (ana, maya):
        Attendance.objects.create(event=event, official=person)
    reason = _reason(graph, ana, "SHARED_EVENT")
    assert reason["text"] == "You were both at “Renters’ Rights Summit” in May 2024."
    assert _shown(reason) == [("EVENT", "Renters’ Rights Summit, May 3, 2024", None, None)]
    assert reason["evidence"][0]["date"] == "2024-05-03"
    # The graph does not know yet that she was not there after all.
    Attendance.objects.filter(official=maya).delete()
    assert "SHARED_EVENT" not in _read(ana)


def test_states_that_forbid_it(graph, ana, maya, counsel, policy):
    for state, year in (("tx", 1985), ("az", 1981)):
        Preemption.objects.create(
            state=state,
            policy=policy,
            since=date(year, 1, 1),
            precision="year",
            source=f"Code of {state}",
        )
    reason = _reason(graph, ana, "SAME_PREEMPTION", issue=gid(counsel))
    assert reason["text"] == (
        "Texas (since 1985) and Arizona (since 1981) both forbid “Counsel in evictions”."
    )
    assert _shown(reason) == [
        ("PREEMPTION", "Texas, since 1985", "Code of tx", None),
        ("PREEMPTION", "Arizona, since 1981", "Code of az", None),
    ]
    Preemption.objects.filter(state="az").update(ended_on=date(2020, 1, 1))
    assert "SAME_PREEMPTION" not in _read(ana, issue=gid(counsel))


def test_policies_both_places_adopted(graph, ana, maya, policy):
    for number, person in enumerate((ana, maya)):
        _adopted(policy, _home(person), date(2020 + number, 3, 14))
    reason = _reason(graph, ana, "SAME_POLICIES")
    assert reason["text"] == "Austin and Tucson have both adopted “Counsel in evictions”."
    assert _shown(reason) == [
        ("ADOPTION", "Austin: Ordinance 9, adopted March 14, 2021", "City clerk", "Adoption"),
        ("ADOPTION", "Tucson: Ordinance 9, adopted March 14, 2020", "City clerk", "Adoption"),
    ]
    Adoption.objects.filter(locality=_home(ana)).update(status="repealed")
    assert "SAME_POLICIES" not in _read(ana)


def _adopted(policy, at, on):
    return Adoption.objects.create(
        policy=policy, locality=at, title="Ordinance 9", adopted_on=on, source="City clerk"
    )


def test_a_place_near_one_that_adopted_it(graph, ana, maya, counsel, policy):
    austin = _home(maya)
    austin.latitude, austin.longitude = 30.27, -97.74
    austin.save()
    round_rock = place("Round Rock", "tx", population=None)
    round_rock.latitude, round_rock.longitude = 30.51, -97.68
    round_rock.save()
    _adopted(policy, round_rock, date(2022, 3, 14))
    asked = {"issue": gid(counsel), "intent": "COLLABORATE"}
    reason = _reason(graph, ana, "ALIKE_ADOPTERS", **asked)
    assert reason["text"] == (
        "Austin is about 15 miles from Round Rock, which adopted “Counsel in evictions” in "
        "March 2022."
    )
    assert _shown(reason) == [
        ("ADOPTION", "Round Rock: Ordinance 9, adopted March 14, 2022", "City clerk", "Adoption")
    ]
    Adoption.objects.all().delete()
    assert "ALIKE_ADOPTERS" not in _read(ana, **asked)


def test_everything_that_a_place_adopted_on_it_is_cited(graph, ana, maya, counsel, policy):
    for year in (2019, 2023):
        _adopted(policy, _home(maya), date(year, 3, 14))
    reason = _reason(graph, ana, "PLACE_ADOPTED", issue=gid(counsel))
    assert reason["text"] == "Austin adopted “Counsel in evictions” in March 2023."
    assert [each["date"] for each in reason["evidence"]] == ["2023-03-14", "2019-03-14"]


def test_figures_of_both_places(graph, ana, maya):
    for person, share in ((ana, 0.58), (maya, 0.61)):
        fact(_home(person), "renter_share", share)
    reason = _reason(graph, ana, "ALIKE_PLACE")
    assert reason["text"] == "Austin and Tucson are alike in part: 61% and 58% rent (2022)."
    assert _shown(reason) == [
        ("FACT", "Austin: 61% rent (2022)", "A survey", None),
        ("FACT", "Tucson: 58% rent (2022)", "A survey", None),
    ]
    LocalityFact.objects.all().delete()
    assert "ALIKE_PLACE" not in _read(ana)


def test_what_the_viewer_saved_is_told_to_nobody_else(graph, ana, maya):
    Feedback.objects.create(official=ana, about=maya, kind="saved")
    Feedback.objects.update(given_at="2026-05-03T12:00:00Z")
    reason = _reason(graph, ana, "SAVED")
    assert reason["text"] == "You saved this suggestion in May 2026."
    assert _shown(reason) == [("FEEDBACK", "May 3, 2026", None, None)]
    assert "SAVED" not in _read(maya)
