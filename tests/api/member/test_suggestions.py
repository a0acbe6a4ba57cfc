"""Suggested peers through the member API, on a real graph: reasons, evidence, checks."""

from datetime import date, timedelta

import pytest

from backend.core.clock import today
from backend.directory.models import (
    Affiliation,
    Help,
    Issue,
    Locality,
    Membership,
    Official,
    Organization,
    Stage,
    Work,
)
from backend.introductions.models import Block, Feedback
from backend.playbook.models import Adoption, Policy
from tests.api.members import gid
from tests.api.suggesting import names, only, reasons, suggested
from tests.people import ask, issue, member, place, seat_of, work
from tests.projecting import project

pytestmark = pytest.mark.django_db


@pytest.fixture
def tucson():
    Locality.objects.all().delete()
    return _located(place("Tucson", "az", population=540_000), 32.2, -110.9)


@pytest.fixture
def phoenix():
    return _located(place("Phoenix", "az", population=600_000), 33.4, -112.1)


@pytest.fixture
def ana(ana, counsel):
    work(ana, counsel, Stage.DRAFTING, seeks=("model_text",), offers=("testimony",))
    return ana


@pytest.fixture
def maya(phoenix, counsel):
    """A peer with every kind of reason."""
    person = member("Maya Okafor", at=phoenix, pronouns="she/her")
    made = work(
        person,
        counsel,
        Stage.IMPLEMENTING,
        offers=("model_text",),
        seeks=("testimony",),
        since=date(2021, 5, 1),
    )
    Help.objects.filter(work=made, kind="model_text").update(line="drafts of the landlord notice")
    policy = Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)
    Adoption.objects.create(
        policy=policy,
        locality=phoenix,
        title="Ordinance 2023-114",
        adopted_on=date(2023, 3, 14),
        source="City clerk",
    )
    return person


def _located(locality, latitude, longitude):
    locality.latitude, locality.longitude = latitude, longitude
    locality.save()
    return locality


def test_a_peer_with_every_reason_and_its_evidence(graph, ana, maya, counsel, phoenix):
    trees = issue("Trees")
    work(ana, trees)
    work(maya, trees)
    work(maya, issue("Social housing", counsel.parent), Stage.STOPPED)
    homes = Organization.objects.create(name="Homes Now", kind="national")
    for person in (ana, maya):
        Affiliation.objects.create(official=person, organization=homes, since=date(2020, 1, 1))
    project(graph)
    page = suggested(ana, issue=gid(counsel))
    one = only(page)
    assert one["peer"] == {"id": gid(maya), "name": "Maya Okafor"}
    assert one["headline"] == (
        "She carried a measure on right to counsel through in 2023 and is putting it into "
        "practice; you are drafting one."
    )
    assert one["headlineFact"] == "carried a measure on right to counsel through in 2023"
    assert one["issue"] == {"name": "Right to counsel"}
    assert (one["viewerStage"], one["peerStage"]) == ("DRAFTING", "IMPLEMENTING")
    assert one["weightsVersion"] == page["weightsVersion"] != ""
    texts = {code: each["text"] for code, each in reasons(one).items()}
    assert texts == {
        "SAME_ISSUE": "She works on right to counsel, as you do.",
        "FURTHER_ALONG": one["headline"],
        "ALSO_WORKS_ON": "She also works on trees, as you do.",
        "OFFERS_WHAT_YOU_SEEK": "She offers model text, which you are looking for.",
        "SEEKS_WHAT_YOU_OFFER": "She is looking for testimony, which you offer.",
        "RECIPROCITY": (
            "You can help each other: she has model text for you, and you have testimony for her."
        ),
        "SHARED_ORGANIZATION": "Both of you belong to Homes Now.",
        "PLACE_ADOPTED": "Phoenix adopted “Counsel in evictions” in March 2023.",
        "WIDER_ISSUE": (
            "She works on social housing, which, like right to counsel, is part of housing."
        ),
        "NEARBY": "Phoenix is about 100 miles from Tucson.",
        "ALIKE_SIZE": ("Phoenix and Tucson are about the same size: 600,000 and 540,000 people."),
    } | ({"SAME_OFFICE": "Both of you sit on a council."} if "SAME_OFFICE" in texts else {})
    shown = {
        (each["label"], each["node"]["__typename"], each["node"]["id"], each["date"])
        for reason in one["reasons"]
        for each in reason["evidence"]
    }
    adoption = Adoption.objects.get()
    made = maya.work.get(issue=counsel)
    assert {
        ("Ordinance 2023-114, adopted March 14, 2023", "Adoption", gid(adoption), "2023-03-14"),
        ("implementing, on it since 2021", "Work", gid(made), "2021-05-01"),
        ("since 2021", "Work", gid(made), "2021-05-01"),
        ("“drafts of the landlord notice”", "Work", gid(made), None),
        ("Homes Now, since 2020", "Organization", gid(homes), "2020-01-01"),
        ("Phoenix, Arizona", "Locality", gid(phoenix), None),
        ("Phoenix, Arizona: 600,000 people (2020)", "Locality", gid(phoenix), None),
    } <= shown


def test_contributions_add_up(graph, ana, maya):
    project(graph)
    one = only(suggested(ana))
    contributions = [each["contribution"] for each in one["reasons"]]
    assert contributions == sorted(contributions, reverse=True)
    assert all(value > 0 for value in contributions)
    assert sum(contributions) == pytest.approx(one["score"])
    assert sum(each["share"] for each in one["reasons"]) == pytest.approx(1)


def test_hidden_pronouns_are_not_used(graph, ana, maya):
    Official.objects.filter(pk=maya.pk).update(profile_visibility="connections")
    project(graph)
    assert only(suggested(ana))["headline"].startswith("Maya carried")


def test_who_sat_down_after_it_was_adopted_did_not_carry_it(graph, ana, maya):
    term = maya.terms.get()
    term.during = type(term.during)(date(2023, 3, 15), None)
    term.save()
    project(graph)
    one = only(suggested(ana))
    assert one["headline"] == (
        "She is putting a measure on right to counsel into practice; you are drafting one."
    )


def test_it_is_told_in_the_viewers_language(graph, ana, maya):
    ana.user.language = "es"
    ana.user.save()
    project(graph)
    assert only(suggested(ana))["headline"] == (
        "Ella sacó adelante una medida sobre right to counsel en 2023 y la pone en práctica; "
        "usted redacta una."
    )


def test_to_collaborate_the_same_stage_is_told(graph, ana, phoenix, counsel):
    ben = member("Ben Peer", at=phoenix)
    work(ben, counsel, Stage.DRAFTING)
    project(graph)
    one = only(suggested(ana, intent="COLLABORATE"))
    assert one["headline"] == "Ben works on right to counsel too; you are both drafting."


def test_who_asks_about_an_issue_they_do_not_work_on_is_told_so(graph, ana, maya):
    trees = issue("Trees")
    work(maya, trees, Stage.ADOPTED)
    project(graph)
    one = only(suggested(ana, issue=gid(trees)))
    assert one["headline"] == "She works on trees, which you asked about."
    assert reasons(one)["SAME_ISSUE"]["text"] == one["headline"]
    # Nothing of the viewer's says how far they are, so no stage is compared.
    assert "FURTHER_ALONG" not in reasons(one)
    assert (one["viewerStage"], one["peerStage"]) == (None, "ADOPTED")


# --- the graph lags: everybody and everything is checked in the tables


def _leave(person):
    Official.objects.filter(pk=person.pk).update(membership=Membership.LEFT)


def _become_a_record(person):
    Official.objects.filter(pk=person.pk).update(membership=Membership.RECORD, user=None)


def _hide(person):
    Official.objects.filter(pk=person.pk).update(hidden=True)


def _pause(person):
    Official.objects.filter(pk=person.pk).update(paused=True)


def _end_term(person):
    term = person.terms.get()
    term.during = type(term.during)(date(2020, 1, 1), today())
    term.save()


def _move_to_tucson(person):
    _end_term(person)
    seat_of(person, Locality.objects.get(name="Tucson"), since=today())


def _be_deleted(person):
    person.delete()


def _ana():
    return Official.objects.get(name="Ana Villareal")


def _block_ana(person):
    Block.objects.create(blocker=person, blocked=_ana())


def _be_asked_by_ana(person):
    ask(_ana(), person, Issue.objects.first())


def _be_set_aside(person):
    Feedback.objects.create(official=_ana(), about=person, kind="not_relevant")


def _have_three_asks(person):
    for number in range(3):
        ask(member(f"Asker {number}"), person, Issue.objects.first())


@pytest.mark.parametrize(
    "change",
    [
        *(_leave, _become_a_record, _hide, _pause, _end_term, _move_to_tucson, _be_deleted),
        *(_block_ana, _be_asked_by_ana, _be_set_aside, _have_three_asks),
    ],
)
def test_a_stale_graph_suggests_nobody_who_is_gone(graph, ana, maya, change):
    project(graph)
    assert names(suggested(ana)) == ["Maya Okafor"]
    change(maya)
    page = suggested(ana)
    assert page["edges"] == []
    assert page["widened"].startswith("Nobody to suggest yet.")


def test_the_last_day_of_a_term_still_counts(graph, ana, maya):
    term = maya.terms.get()
    term.during = type(term.during)(date(2020, 1, 1), today() + timedelta(days=1))
    term.save()
    project(graph)
    assert names(suggested(ana)) == ["Maya Okafor"]


def test_a_stale_reason_is_left_out_with_its_share(graph, ana, maya):
    project(graph)
    before = only(suggested(ana))
    assert "PLACE_ADOPTED" in reasons(before)
    Adoption.objects.all().delete()
    Help.objects.all().delete()
    after = only(suggested(ana))
    assert not {"PLACE_ADOPTED", "OFFERS_WHAT_YOU_SEEK", "SEEKS_WHAT_YOU_OFFER"} & set(
        reasons(after)
    )
    assert after["score"] < before["score"]
    assert sum(each["share"] for each in after["reasons"]) == pytest.approx(1)
    assert "2023" not in after["headline"]


def test_stages_are_those_of_the_tables(graph, ana, maya):
    project(graph)
    Work.objects.filter(official=ana).update(stage=Stage.DEFENDING)
    one = only(suggested(ana))
    assert "FURTHER_ALONG" not in reasons(one)
    assert one["viewerStage"] == "DEFENDING"


def test_who_has_no_reason_left_is_not_suggested(graph, ana, phoenix, counsel):
    _located(phoenix, None, None)
    Locality.objects.update(population=None)
    ben = member("Ben Peer", at=phoenix)
    Official.objects.filter(pk=ana.pk)
    work(ben, counsel, Stage.DRAFTING)
    ben.terms.get().seat.office.__class__.objects.filter(locality=phoenix).update(kind="other")
    project(graph)
    assert names(suggested(ana)) == ["Ben Peer"]
    Work.objects.filter(official=ben).delete()
    assert names(suggested(ana)) == []


def test_the_names_are_not_in_the_graph(graph, ana, maya):
    project(graph)
    rows = graph.read("MATCH (o:Official) RETURN properties(o) AS known")
    assert len(rows) == 2
    assert "Maya" not in str(rows)
