"""Lists that are stored for the week: what another look shows, what makes one anew, who is counted.

The graph is the bundled engine, or away.
"""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from backend.core import graph_client
from backend.core.clock import this_week
from backend.directory.models import Official, Stage, Work
from backend.introductions.models import Block, Impression
from backend.matching.models import Intent, PeerEntry, PeerList
from backend.matching.peers.build import list_build
from backend.matching.peers.diversify import SPARE
from backend.matching.peers.lists import LENGTH, Asked, list_get, member_with_work
from backend.outbox.models import OutboxEntry
from graph.connection import Graph
from tests.api.members import data, errors, gid, signed_in
from tests.engines import clear
from tests.people import issue, member, place, seat_of, viewer, work
from tests.projecting import project

pytestmark = pytest.mark.django_db

SUGGESTED = """query S($first: Int = 10, $after: String, $issue: ID, $intent: Intent! = LEARN) {
  viewer { suggestedPeers(first: $first, after: $after, issueId: $issue, intent: $intent) {
    weightsVersion widened pageInfo { hasNextPage endCursor }
    edges { node { peer { name } score reasons { code text share } } } } } }"""
RENEW = """mutation R($input: RenewSuggestionsInput!) { renewSuggestions(input: $input) {
    errors { field message }
    viewer { suggestedPeers { edges { node { peer { name } } } } } } }"""
AWAY = Graph("bolt://127.0.0.1:9", None, None)  # the discard port: nobody listens


@pytest.fixture
def away(monkeypatch):
    """A block during which the graph can't be reached, so that any trip fails."""

    @contextmanager
    def block():
        with monkeypatch.context() as patch:
            patch.setattr(graph_client, "graph", lambda: AWAY)
            yield

    return block


@pytest.fixture
def ana(ana, counsel):
    work(ana, counsel, Stage.DRAFTING)
    return ana


@pytest.fixture
def peers(graph, ana, counsel):
    """Twelve peers of different strength, in twelve places of two states."""
    people = []
    for number in range(12):
        person = member(f"Peer {number:02}", at=place(f"Place {number}", ("or", "wa")[number % 2]))
        work(person, counsel, "adopted" if number < 6 else "exploring", priority=number % 3 + 1)
        people.append(person)
    project(graph)
    return people


def page(person, **variables):
    return data(signed_in(person), SUGGESTED, **variables)["viewer"]["suggestedPeers"]


def names(found):
    return [edge["node"]["peer"]["name"] for edge in found["edges"]]


def another_peer(graph, counsel):
    """Somebody who fits better than anybody else, in the graph as well."""
    best = member("Best", at=place("Salem", "or"))
    work(best, counsel, Stage.IMPLEMENTING, priority=3)
    project(graph)
    return best


def the_list():
    return PeerList.objects.get()


def asked(person, issue_id=None, intent=Intent.LEARN):
    own, own_work = member_with_work(viewer(person))
    return Asked(viewer(person), own, own_work, issue_id, intent)


# --- what is stored


def test_a_list_is_stored_as_the_graph_gave_it(graph, ana, peers):
    shown = page(ana)
    stored = the_list()
    assert (stored.week, stored.length, stored.widened) == (this_week(), 10, "")
    assert stored.weights_version == shown["weightsVersion"]
    made = list_build(asked(ana))
    assert list_get(asked(ana)).peers == list(made.peers)
    assert [peer.official for peer in made.peers] == list(
        PeerEntry.objects.values_list("peer", flat=True)
    )


def test_looking_again_is_the_same_without_the_graph(graph, ana, peers, counsel, away):
    first = page(ana)
    another_peer(graph, counsel)
    assert page(ana) == first
    with away():
        assert page(ana) == first
    assert Impression.objects.count() == 10


def test_each_question_has_its_own_list(graph, ana, peers, counsel):
    page(ana)
    page(ana, issue=gid(counsel))
    page(ana, intent="COLLABORATE")
    assert PeerList.objects.count() == 3
    # Whoever is on two of a member's lists counts once.
    shown = set(PeerEntry.objects.values_list("peer", flat=True))
    assert Impression.objects.count() == len(shown) < 30


def test_a_stored_list_costs_few_statements(graph, ana, peers):
    asker = signed_in(ana)

    def statements(first):
        with CaptureQueriesContext(connection) as captured:
            found = data(asker, SUGGESTED, first=first)["viewer"]["suggestedPeers"]
        assert len(found["edges"]) == first
        return len(captured)

    making = statements(10)
    few = statements(2)
    assert statements(10) == few < making
    assert few <= MOST_STATEMENTS


# Session, user, their official and the budget; own work, the list, the check; and what is told.
MOST_STATEMENTS = 18


# --- what makes it anew


def test_other_work_makes_it_anew(graph, ana, peers, counsel):
    page(ana)
    another_peer(graph, counsel)
    Work.objects.filter(official=ana).update(line="Other words are no other work.")
    assert "Best" not in names(page(ana))
    Work.objects.filter(official=ana).update(stage=Stage.EXPLORING)
    assert "Best" in names(page(ana))


def test_help_that_is_sought_makes_it_anew(graph, ana, peers, counsel):
    page(ana)
    another_peer(graph, counsel)
    ana.work.get().help.create(direction="seeks", kind="talk")
    assert "Best" in names(page(ana))


def test_a_new_week_makes_it_anew(graph, ana, peers, counsel):
    page(ana)
    another_peer(graph, counsel)
    PeerList.objects.update(week=this_week() - timedelta(days=7))
    assert "Best" in names(page(ana))
    assert the_list().week == this_week()


def test_other_weights_make_it_anew(graph, ana, peers, counsel):
    page(ana)
    another_peer(graph, counsel)
    PeerList.objects.update(weights_version="1999.1")
    assert "Best" in names(page(ana))


def test_a_short_list_is_tried_again_the_next_day(graph, ana, counsel):
    work(member("Only", at=place("Salem", "or")), counsel)
    project(graph)
    assert names(page(ana)) == ["Only"]
    another_peer(graph, counsel)
    assert names(page(ana)) == ["Only"]
    PeerList.objects.update(made_at=timezone.now() - timedelta(hours=25))
    assert names(page(ana)) == ["Best", "Only"]


def test_who_asks_gets_it_anew(graph, ana, peers, counsel):
    page(ana)
    another_peer(graph, counsel)
    renewed = data(signed_in(ana), RENEW, input={"ownerId": gid(ana)})["renewSuggestions"]
    assert renewed["errors"] == []
    edges = renewed["viewer"]["suggestedPeers"]["edges"]
    assert "Best" in [edge["node"]["peer"]["name"] for edge in edges]
    assert Impression.objects.count() == 11


def test_only_the_list_that_was_asked_for_is_made_anew(graph, ana, peers, counsel):
    page(ana)
    page(ana, issue=gid(counsel))
    another_peer(graph, counsel)
    data(signed_in(ana), RENEW, input={"ownerId": gid(ana), "issueId": gid(counsel)})
    assert "Best" in names(page(ana, issue=gid(counsel)))
    assert "Best" not in names(page(ana))


def test_an_issue_that_is_not_there_is_named(graph, ana):
    for unknown in ("nonsense", "SXNzdWU6OTk5OTk5"):
        asked = {"ownerId": gid(ana), "issueId": unknown}
        renewed = data(signed_in(ana), RENEW, input=asked)["renewSuggestions"]
        assert renewed["viewer"] is None
        assert [error["field"] for error in renewed["errors"]] == ["issueId"]


def test_asking_anew_while_the_graph_is_away_keeps_the_list(graph, ana, peers, away):
    before = page(ana)
    with away():
        (error,) = errors(signed_in(ana), RENEW, input={"ownerId": gid(ana)})
        assert error["extensions"]["code"] == "SUGGESTIONS_UNAVAILABLE"
        assert page(ana) == before


# --- somebody dropped out


def test_who_drops_out_is_replaced_at_once(graph, ana, peers):
    before = names(page(ana))
    gone = Official.objects.get(name=before[4])
    Block.objects.create(blocker=gone, blocked=ana)
    after = names(page(ana))
    assert gone.name not in after
    assert set(before) - {gone.name} < set(after)
    assert len(after) == 10


def test_who_is_deleted_is_replaced(graph, ana, peers):
    before = names(page(ana))
    Official.objects.get(name=before[-1]).delete()
    assert len(names(page(ana))) == 10


@pytest.mark.parametrize("over", ["week", "work"])
def test_while_the_graph_is_away_the_rest_is_served(graph, ana, peers, away, over):
    before = names(page(ana))
    Official.objects.filter(name=before[4]).update(hidden=True)
    if over == "week":
        PeerList.objects.update(week=this_week() - timedelta(days=7))
    else:
        Work.objects.filter(official=ana).update(priority=1)
    with away():
        assert names(page(ana)) == [name for name in before if name != before[4]]


def test_without_a_list_it_can_not_be_had_while_the_graph_is_away(ana, away):
    with away():
        (error,) = errors(signed_in(ana), SUGGESTED)
    assert error["extensions"]["code"] == "SUGGESTIONS_UNAVAILABLE"


def test_an_empty_graph_takes_nothing_away(graph, ana, peers):
    """As while it is written anew."""
    before = names(page(ana))
    clear(graph)
    PeerList.objects.update(week=this_week() - timedelta(days=7))
    assert names(page(ana)) == before


# --- the cap of a week


def test_nobody_is_suggested_to_more_members_than_a_week_allows(graph, counsel, settings):
    settings.MOST_LISTS_A_WEEK = 2
    here = place("Salem", "or")
    maya = member("Maya", at=here)
    work(maya, counsel, Stage.IMPLEMENTING)
    askers = [member(f"Asker {number}", at=place(f"Home {number}", "az")) for number in range(3)]
    for each in askers:
        work(each, counsel)
    project(graph)
    OutboxEntry.objects.all().delete()
    found = [names(page(each)) for each in askers]
    assert [each[:1] == ["Maya"] for each in found] == [True, True, False]
    assert "Maya" not in found[2]
    # The graph is told when somebody comes to the cap, and not before.
    told = list(OutboxEntry.objects.values_list("aggregate_id", flat=True))
    assert maya.pk in told
    assert Impression.objects.filter(shown=maya).count() == 2
    # Who has counted them keeps them.
    assert names(page(askers[0]))[0] == "Maya"


def test_who_gets_nobody_since_all_are_taken_is_told_why(graph, counsel, settings):
    settings.MOST_LISTS_A_WEEK = 1
    work(member("Maya", at=place("Salem", "or")), counsel)
    ana, ben = (member(name, at=place("Tucson", "az")) for name in ("Ana", "Ben"))
    home = ana.terms.get().seat.office.locality
    ben.terms.all().delete()
    seat_of(ben, home)
    for each in (ana, ben):
        work(each, counsel)
    project(graph)
    assert names(page(ana)) == ["Maya"]
    found = page(ben)
    assert found["edges"] == []
    assert found["widened"].startswith("Those who would fit have been suggested to as many")
    ben.user.language = "es"
    ben.user.save()
    assert page(ben)["widened"].startswith("Quienes encajarían")
    assert not PeerList.objects.filter(official=ben).exists()


def test_another_question_late_in_a_full_week_brings_those_counted(graph, ana, counsel, settings):
    settings.MOST_LISTS_A_WEEK = 1
    maya = member("Maya", at=place("Salem", "or"))
    work(maya, counsel)
    ben = member("Ben", at=ana.terms.get().seat.office.locality)
    work(ben, counsel)
    project(graph)
    assert names(page(ana)) == ["Maya"]
    project(graph)  # which tells the graph that Maya is at the cap
    assert names(page(ana, issue=gid(counsel))) == ["Maya"]
    assert names(page(ben)) == []


def test_if_too_few_are_left_the_graph_is_asked_for_more(graph, ana, counsel, monkeypatch):
    """The graph still names as many as were asked for, all of whom have dropped out since."""
    gone = []
    for number in range(LENGTH + SPARE):
        person = member(f"Gone {number}", at=place(f"Place {number}", "or"))
        work(person, counsel, Stage.IMPLEMENTING)
        gone.append(person.pk)
    work(member("Left", at=place("Olympia", "wa")), issue("Other", counsel), Stage.EXPLORING)
    project(graph)
    Official.objects.filter(pk__in=gone).update(paused=True)
    found = page(ana)
    assert names(found) == ["Left"]
    assert found["widened"].startswith("Few people elsewhere work on exactly this")


# --- variety


def test_a_list_spans_two_states_and_no_city_fills_it(graph, ana, counsel):
    salem = place("Salem", "or")
    for number in range(12):
        at = salem if number < 5 else place(f"Place {number}", "or")
        work(member(f"Near {number:02}", at=at), counsel, Stage.IMPLEMENTING, priority=3)
    work(member("Far", at=place("Olympia", "wa")), counsel, Stage.EXPLORING, priority=1)
    project(graph)
    found = names(page(ana))
    assert len(found) == 10
    in_salem = Official.objects.filter(terms__seat__office__locality=salem)
    assert sum(name in found for name in in_salem.values_list("name", flat=True)) == 2
    assert found[-1] == "Far"
