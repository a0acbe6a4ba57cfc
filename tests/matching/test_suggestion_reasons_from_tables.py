"""Contributions of the graph, put into words only as far as the tables bear them out."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Language
from backend.core.clock import today
from backend.directory.models import LocalityFact, Official, Stage, Work
from backend.introductions.models import Feedback
from backend.matching.models import Intent
from backend.matching.reasons import REASONS, ReasonCode
from backend.matching.reasons.context import ReasonContext, ReasonText, rows_for
from backend.matching.reasons.evidence import CitedIds
from backend.matching.suggestion import suggestion_of
from backend.playbook.models import Adoption, Attendance, Event, Policy, Preemption
from graph.peers.model import Contribution, Evidence, Peer
from tests.people import fact, issue, member, place, viewer, work

pytestmark = pytest.mark.django_db


def cite(kind, id_, edge=""):
    return Evidence(kind, id_, None, edge)


def contribution(code, *evidence, value=1.0, share=1.0, km=None):
    return Contribution(code, value, share, 1.0, tuple(evidence), km)


@dataclass
class Two:
    """Ana of Tucson asks about right to counsel, Maya of Phoenix is suggested."""

    ana: Official
    maya: Official
    counsel: object
    policy: Policy

    def pair(self, *contributions, intent=Intent.LEARN, language=Language.ENGLISH):
        peer = Peer(self.maya.pk, sum(each.value for each in contributions), contributions)
        wanted = CitedIds.by([peer])
        rows = rows_for(viewer(self.ana), self.ana, [self.maya], wanted)
        return ReasonContext(rows, language, self.maya, self.counsel.pk, intent, wanted), peer

    def told(self, one: Contribution, **more) -> ReasonText | None:
        pair, _ = self.pair(one, **more)
        return REASONS[ReasonCode(one.code)].tell(pair, one)

    def place_of(self, person):
        return person.terms.get().seat.office.locality


@pytest.fixture
def two():
    counsel = issue("Right to counsel")
    policy = Policy.objects.create(slug="rtc", name="Counsel in evictions", issue=counsel)
    ana = member("Ana Villareal", at=place("Tucson", "az", population=540_000))
    maya = member("Maya Okafor", at=place("Phoenix", "az", population=600_000), pronouns="she/her")
    return Two(ana, maya, counsel, policy)


def adoption(of, at, on, *, title="Ordinance 1", **fields):
    return Adoption.objects.create(
        policy=of, locality=at, adopted_on=on, title=title, source="City clerk", **fields
    )


def labels(telling):
    return [each.label for each in telling.evidence]


# --- events, and what was saved


@pytest.fixture
def summit(two):
    event = Event.objects.create(name="Renters’ Rights Summit", on=date(2024, 5, 3), is_online=True)
    for person in (two.ana, two.maya):
        Attendance.objects.create(event=event, official=person)
    return event


def test_an_event_both_were_at(two, summit):
    telling = two.told(contribution("shared_event", cite("event", summit.pk)))
    assert telling.sentence.text == "You were both at “Renters’ Rights Summit” in May 2024."
    (evidence,) = telling.evidence
    assert (evidence.kind, evidence.id, evidence.date) == ("event", summit.pk, summit.on)
    assert evidence.label == "Renters’ Rights Summit, May 3, 2024"


@pytest.mark.parametrize("absent", ["ana", "maya"])
def test_an_event_that_one_was_not_at_is_no_reason(two, summit, absent):
    Attendance.objects.filter(official=getattr(two, absent)).delete()
    assert two.told(contribution("shared_event", cite("event", summit.pk))) is None


def test_an_event_that_is_not_cited_is_not_told(two, summit):
    assert two.told(contribution("shared_event", cite("event", summit.pk + 1))) is None


def test_what_was_saved(two):
    Feedback.objects.create(official=two.ana, about=two.maya, kind="saved")
    Feedback.objects.update(given_at="2026-05-03T12:00:00Z")
    saved = contribution("saved", cite("feedback", 1))
    telling = two.told(saved)
    assert telling.sentence.text == "You saved this suggestion in May 2026."
    assert labels(telling) == ["May 3, 2026"]
    Feedback.objects.update(kind="not_relevant")
    assert two.told(saved) is None


def test_what_others_saved_is_not_told(two):
    Feedback.objects.create(official=two.maya, about=two.ana, kind="saved")
    Feedback.objects.create(official=member("Else"), about=two.maya, kind="saved")
    assert two.told(contribution("saved", cite("feedback", 1))) is None


# --- help both ways


def test_each_has_what_the_other_seeks(two):
    own = work(two.ana, two.counsel, seeks=("model_text", "talk"), offers=("testimony",))
    theirs = work(
        two.maya, two.counsel, Stage.ADOPTED, offers=("model_text",), seeks=("testimony",)
    )
    both = contribution(
        "reciprocity",
        cite("work", theirs.pk, f"WORKS_ON:{theirs.pk}"),
        cite("work", own.pk, f"WORKS_ON:{own.pk}"),
    )
    telling = two.told(both)
    assert telling.sentence.text == (
        "You can help each other: she has model text for you, and you have testimony for her."
    )
    assert labels(telling) == ["model text", "testimony"]
    own.help.filter(direction="offers").delete()
    assert two.told(both) is None


# --- the same issue, equally far


def test_how_far_both_are_is_said_once(two):
    own, theirs = work(two.ana, two.counsel), work(two.maya, two.counsel)
    edges = [cite("work", each.pk, f"WORKS_ON:{each.pk}") for each in (theirs, own)]
    same, further = contribution("same_issue", *edges), contribution("further_along", *edges)
    both = "She works on right to counsel too; you are both drafting."
    assert two.told(same).sentence.text == both
    assert two.told(further) is None
    side_by_side = {"intent": Intent.COLLABORATE}
    assert two.told(same, **side_by_side).sentence.text == (
        "She works on right to counsel, as you do."
    )
    assert two.told(further, **side_by_side).sentence.text == both


def test_work_on_several_issues_is_cited_with_the_issue(two):
    trees = issue("Trees")
    both = [work(two.maya, on, since=date(2021, 5, 1)) for on in (two.counsel, trees)]
    for on in (two.counsel, trees):
        work(two.ana, on)
    edges = [cite("work", each.pk, f"WORKS_ON:{each.pk}") for each in both]
    assert labels(two.told(contribution("same_issue", edges[0]))) == ["since 2021"]
    telling = two.told(contribution("same_issue", *edges))
    assert telling.sentence.text == "She works on right to counsel and trees, as you do."
    assert labels(telling) == ["Right to counsel: since 2021", "Trees: since 2021"]


# --- issues close by


def close_by(two, theirs):
    theirs = work(two.maya, theirs)
    return contribution("wider_issue", cite("work", theirs.pk, f"WORKS_ON:{theirs.pk}"))


def test_an_issue_beside_the_one_asked_about_says_what_both_are_part_of(two):
    two.counsel.parent = issue("Housing")
    two.counsel.save()
    near = close_by(two, issue("Land trusts", two.counsel.parent))
    assert two.told(near).sentence.text == (
        "She works on land trusts, which, like right to counsel, is part of housing."
    )


def test_an_issue_of_another_branch_is_not_called_close(two):
    assert two.told(close_by(two, issue("Wage theft", issue("Good jobs")))) is None


# --- laws


def law(two, state, since=date(2015, 1, 1), **fields):
    return Preemption.objects.create(
        state=state, policy=two.policy, since=since, precision="year", source="A code", **fields
    )


def test_two_states_that_forbid_it(two):
    locality = two.place_of(two.maya)
    locality.state = "tx"
    locality.save()
    texas, arizona = law(two, "tx", date(1985, 1, 1)), law(two, "az", date(1981, 1, 1))
    both = contribution(
        "same_preemption", cite("preemption", texas.pk), cite("preemption", arizona.pk)
    )
    telling = two.told(both)
    assert telling.sentence.text == (
        "Texas (since 1985) and Arizona (since 1981) both forbid “Counsel in evictions”."
    )
    assert [(each.id, each.label, each.source) for each in telling.evidence] == [
        (texas.pk, "Texas, since 1985", "A code"),
        (arizona.pk, "Arizona, since 1981", "A code"),
    ]
    Preemption.objects.filter(pk=texas.pk).update(ended_on=today())
    assert two.told(both) is None


def test_one_law_over_both(two):
    arizona = law(two, "az")
    telling = two.told(contribution("same_preemption", cite("preemption", arizona.pk)))
    assert telling.sentence.text == (
        "Arizona forbids “Counsel in evictions” in both places, since 2015."
    )
    assert labels(telling) == ["Arizona, since 2015"]


@pytest.mark.parametrize(
    "fields", [{"since": date(2090, 1, 1)}, {"ended_on": date(2020, 1, 1)}, {"state": "tx"}]
)
def test_a_law_that_does_not_bind_both_today_is_no_reason(two, fields):
    arizona = law(two, **({"state": "az"} | fields))
    assert two.told(contribution("same_preemption", cite("preemption", arizona.pk))) is None


def test_a_law_that_ends_tomorrow_binds_today(two):
    arizona = law(two, "az", ended_on=today() + timedelta(days=1))
    assert two.told(contribution("same_preemption", cite("preemption", arizona.pk)))


# --- policies of places


def test_the_newest_of_what_a_place_adopted_is_named_and_all_are_cited(two):
    there = two.place_of(two.maya)
    old = adoption(two.policy, there, date(2019, 1, 1), title="Ordinance 19")
    new = adoption(two.policy, there, date(2023, 3, 14), title="Ordinance 23")
    gone = adoption(two.policy, there, date(2024, 1, 1), title="Ordinance 24", status="repealed")
    undated = adoption(two.policy, there, None, title="Ordinance 0", precision="")
    every = [cite("adoption", each.pk) for each in (old, gone, undated, new)]
    telling = two.told(contribution("place_adopted", *every))
    assert telling.sentence.text == "Phoenix adopted “Counsel in evictions” in March 2023."
    assert [each.id for each in telling.evidence] == [new.pk, old.pk, gone.pk]


def test_policies_both_places_adopted(two):
    other = Policy.objects.create(slug="sip", name="Source-of-income protection", issue=two.counsel)
    there, here = two.place_of(two.maya), two.place_of(two.ana)
    made = [
        adoption(policy, at, date(2020, 1, 1), title=f"{at.name} {policy.slug}", precision="year")
        for policy in (two.policy, other)
        for at in (there, here)
    ]
    both = contribution("same_policies", *(cite("adoption", each.pk) for each in made))
    telling = two.told(both)
    assert telling.sentence.text in {
        f"Phoenix and Tucson have both adopted “{one.name}” and “{another.name}”."
        for one, another in ((two.policy, other), (other, two.policy))
    }
    assert len(telling.evidence) == 4
    assert "Tucson: Tucson rtc, adopted 2020" in labels(telling)
    made[0].status = "repealed"
    made[0].save()
    text = two.told(both).sentence.text
    assert text == "Phoenix and Tucson have both adopted “Source-of-income protection”."
    Adoption.objects.filter(locality=here).delete()
    assert two.told(both) is None


@pytest.fixture
def oakland(two):
    return place("Oakland", "ca", population=430_000)


def alike_adopters(two, made, km=13.0):
    return contribution(
        "alike_adopters",
        cite("adoption", made.pk),
        cite("locality", two.place_of(two.maya).pk, f"REPRESENTS:{two.maya.pk}"),
        km=km,
    )


def test_a_place_near_one_that_adopted_it(two, oakland):
    made = adoption(two.policy, oakland, date(2022, 1, 1), precision="year")
    telling = two.told(alike_adopters(two, made), intent=Intent.COLLABORATE)
    assert telling.sentence.text == (
        "Phoenix is about 10 miles from Oakland, which adopted “Counsel in evictions” in 2022."
    )
    assert labels(telling) == ["Oakland: Ordinance 1, adopted 2022"]
    assert two.told(alike_adopters(two, made, km=1_000)).sentence.text == (
        "Phoenix is about the size of Oakland, which adopted “Counsel in evictions” in 2022."
    )


@pytest.mark.parametrize(
    "change",
    [{"status": "overturned"}, {"adopted_on": None, "precision": ""}, {"locality": "maya's"}],
)
def test_what_no_longer_stands_next_door_is_no_reason(two, oakland, change):
    made = adoption(two.policy, oakland, date(2022, 1, 1), precision="year")
    if "locality" in change:
        change = {"locality": two.place_of(two.maya)}
    Adoption.objects.filter(pk=made.pk).update(**change)
    assert two.told(alike_adopters(two, made)) is None


def test_a_distance_from_where_they_served_before_is_not_told(two, oakland):
    made = adoption(two.policy, oakland, date(2022, 1, 1), precision="year")
    for code in ("alike_adopters", "nearby"):
        from_before = cite("locality", oakland.pk, f"REPRESENTS:{two.maya.pk}")
        moved = contribution(code, cite("adoption", made.pk), from_before, km=13.0)
        assert two.told(moved) is None
        # That the viewer serves where they serve now doesn't make it theirs.
        own = cite("locality", two.place_of(two.maya).pk, f"REPRESENTS:{two.ana.pk}")
        beside = contribution(code, cite("adoption", made.pk), from_before, own, km=13.0)
        assert two.told(beside) is None


# --- figures of places


def test_figures_that_both_places_have(two):
    there, here = two.place_of(two.maya), two.place_of(two.ana)
    facts = [
        fact(there, "poverty_share", 0.31),
        fact(here, "poverty_share", 0.12),
        fact(there, "renter_share", 0.61),
        fact(here, "renter_share", 0.58, year=2021),
        fact(there, "median_rent", 1_450),
    ]
    alike = contribution("alike_place", *(cite("fact", each.pk) for each in facts))
    telling = two.told(alike)
    assert telling.sentence.text == (
        "Phoenix and Tucson are alike in part: 61% and 58% rent (2022 and 2021)."
    )
    assert labels(telling) == [
        "Phoenix: 61% rent (2022)",
        "Tucson: 58% rent (2021)",
        "Phoenix: 31% live in poverty (2022)",
        "Tucson: 12% live in poverty (2022)",
    ]
    assert {each.source for each in telling.evidence} == {"A survey"}
    LocalityFact.objects.filter(locality=here).delete()
    assert two.told(alike) is None


def test_figures_are_told_as_they_are_now(two):
    facts = [fact(two.place_of(each), "renter_share", 0.6) for each in (two.maya, two.ana)]
    alike = contribution("alike_place", *(cite("fact", each.pk) for each in facts))
    LocalityFact.objects.filter(pk=facts[0].pk).update(value=0.2)
    assert two.told(alike).sentence.text == ("In Phoenix, 20% rent (2022); in Tucson, 60% (2022).")


# --- the whole suggestion


def test_every_code_of_the_graph_is_told_or_left_out(two):
    """None of them fails where nothing bears it out, in either language."""
    for language in Language:
        for code in ReasonCode:
            assert two.told(contribution(code.value), language=language) is None or code in (
                ReasonCode.ALIKE_SIZE,
                ReasonCode.SAME_OFFICE,
            )


@pytest.mark.parametrize("light", ["saved", "alike_size", "same_office"])
def test_what_is_alike_or_saved_does_not_stand_above_the_work(two, light):
    own = work(two.ana, two.counsel)
    theirs = work(two.maya, two.counsel, Stage.EXPLORING)
    Feedback.objects.create(official=two.ana, about=two.maya, kind="saved")
    edges = (cite("work", each.pk, f"WORKS_ON:{each.pk}") for each in (theirs, own))
    strong = contribution(light, value=3.0, share=0.75)
    weak = contribution("same_issue", *edges, value=1.0, share=0.25)
    pair, peer = two.pair(strong, weak)
    suggestion = suggestion_of(pair, peer, "test")
    assert suggestion.headline == "She works on right to counsel, as you do."
    assert [each.code for each in suggestion.reasons] == [light, "same_issue"]
    Work.objects.all().delete()
    pair, peer = two.pair(strong, weak)
    assert suggestion_of(pair, peer, "test").headline == suggestion.reasons[0].text


def test_a_reason_that_is_left_out_takes_its_share_along(two, summit):
    shared = contribution("shared_event", cite("event", summit.pk), value=1.0, share=0.25)
    alike = contribution("alike_size", value=3.0, share=0.75)
    Attendance.objects.all().delete()
    pair, peer = two.pair(alike, shared)
    suggestion = suggestion_of(pair, peer, "test")
    assert (suggestion.score, [each.share for each in suggestion.reasons]) == (3.0, [1.0])


def test_a_reason_cites_no_more_than_may_be_shown(two):
    there = two.place_of(two.maya)
    many = [adoption(two.policy, there, date(1980 + n, 1, 1)) for n in range(45)]
    pair, peer = two.pair(
        contribution("place_adopted", *(cite("adoption", each.pk) for each in many))
    )
    (reason,) = suggestion_of(pair, peer, "test").reasons
    assert [each.id for each in reason.evidence] == [each.pk for each in reversed(many[5:])]


def test_the_tables_are_read_in_nine_statements_for_any_number_of_reasons(two, summit):
    Feedback.objects.create(official=two.ana, about=two.maya, kind="saved")
    there, here = two.place_of(two.maya), two.place_of(two.ana)
    made = adoption(two.policy, there, date(2020, 1, 1))
    wanted = CitedIds(
        adoptions=frozenset({made.pk}),
        preemptions=frozenset({law(two, "az").pk}),
        facts=frozenset({fact(there).pk, fact(here).pk}),
    )
    with CaptureQueriesContext(connection) as captured:
        rows = rows_for(viewer(two.ana), two.ana, [two.maya], wanted)
    # One more reads who the viewer is.
    assert len(captured) <= 10
    assert {kind for kind, _, _ in rows.ties} == {"event", "saved"}
