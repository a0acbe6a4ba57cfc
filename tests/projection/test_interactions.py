"""What keeps people apart, on its way to the graph: who comes and goes, and what days bring."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from backend.core.clock import today
from backend.directory.models import Official
from backend.introductions.models import Feedback, Introduction
from backend.introductions.services.answering import introduction_answer, introduction_withdraw
from backend.introductions.services.asking import introduction_request
from backend.introductions.services.blocks import block_add, block_remove
from backend.introductions.services.feedback import feedback_give, feedback_take_back
from backend.outbox.models import DeadLetter
from backend.projection import relay
from backend.projection.day_rollover import queue_day_rollover
from backend.projection.rebuild import rebuild
from backend.projection.verify import verify
from graph import writes
from tests import people
from tests.projection import network
from tests.projection.network import queue

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def pair(projection):
    """Two members and an issue, in the graph."""
    one, other = people.member("One"), people.member("Other")
    about = people.issue("Rent")
    queue(("Issue", about.pk), ("Official", one.pk), ("Official", other.pk))
    relay.drain()
    return one, other, about


def ties(graph, person):
    """The person's edges to others: type, target, and the facts on it."""
    (stored,) = writes.fetch(graph, "Official", [person.pk])
    return [
        (edge.type, edge.target, edge.properties.get("reason"), edge.properties.get("until"))
        for edge in stored.state.edges
        if edge.type in {"EXCLUDES", "SAVED"}
    ]


def arrived():
    relay.drain()
    found = verify()
    assert found.is_clean, found.examples
    assert found.waiting == DeadLetter.objects.count() == 0


def test_an_ask_its_answer_and_its_end(projection, pair):
    one, other, about = pair
    made = introduction_request(
        viewer=people.viewer(one), other_id=other.pk, issue_id=about.pk, note="x"
    )
    arrived()
    assert ties(projection, one) == [("EXCLUDES", other.pk, "open", made.excluded_until)]
    assert ties(projection, other) == []
    introduction_answer(viewer=people.viewer(other), introduction_id=made.pk, answer="no")
    arrived()
    assert ties(projection, one) == [("EXCLUDES", other.pk, "cooling_off", made.excluded_until)]
    introduction_withdraw(viewer=people.viewer(one), introduction_id=made.pk)
    arrived()
    assert ties(projection, one) == [("EXCLUDES", other.pk, "cooling_off", made.excluded_until)]
    Introduction.objects.all().delete()
    made = people.ask(one, other, about)
    introduction_answer(viewer=people.viewer(other), introduction_id=made.pk, answer="yes")
    arrived()
    first, second = sorted((one, other), key=lambda each: each.pk)
    assert ties(projection, first) == [("EXCLUDES", second.pk, "connected", None)]


def test_blocks_and_feedback_come_and_go(projection, pair):
    one, other, _ = pair
    viewer = people.viewer(one)
    block_add(viewer=viewer, other_id=other.pk)
    feedback_give(viewer=viewer, about_id=other.pk, kind="saved")
    arrived()
    assert set(ties(projection, one)) == {
        ("EXCLUDES", other.pk, "block", None),
        ("SAVED", other.pk, None, None),
    }
    block_remove(viewer=viewer, other_id=other.pk)
    feedback_give(viewer=viewer, about_id=other.pk, kind="not_relevant", why="Another field")
    arrived()
    assert ties(projection, one) == [("EXCLUDES", other.pk, "dismissed", None)]
    feedback_give(viewer=viewer, about_id=other.pk, kind="already_know")
    arrived()
    assert ties(projection, one) == [("EXCLUDES", other.pk, "known", None)]
    feedback_take_back(viewer=viewer, about_id=other.pk)
    arrived()
    assert ties(projection, one) == []


def test_whoever_hides_takes_the_edges_along_and_brings_them_back(projection, pair):
    one, other, about = pair
    people.ask(one, other, about)
    Feedback.objects.create(official=one, about=other, kind="saved")
    queue(("Official", one.pk))
    arrived()
    assert len(ties(projection, one)) == 2

    Official.objects.filter(pk=other.pk).update(hidden=True)
    queue(("Official", other.pk))
    arrived()
    assert ties(projection, one) == []
    # Written again while the other is away.
    queue(("Official", one.pk))
    arrived()
    assert ties(projection, one) == []

    Official.objects.filter(pk=other.pk).update(hidden=False)
    queue(("Official", other.pk))
    found = verify()  # what hangs on somebody who waits is no difference yet
    assert (found.is_clean, found.waiting) == (True, 2)
    arrived()
    assert len(ties(projection, one)) == 2


def test_both_hide_and_come_back_in_any_order(projection, pair):
    people.ask(*pair)
    queue(("Official", pair[0].pk))
    arrived()
    for order in (pair[:2], pair[1::-1]):
        for hidden in (True, False):
            Official.objects.update(hidden=hidden)
            for person in order:
                queue(("Official", person.pk))
                relay.drain()
            arrived()
        assert len(ties(projection, pair[0])) == 1


def test_pointing_at_somebody_who_comes_later_is_no_failure(projection):
    one, other = people.member("One"), people.member("Other")
    Feedback.objects.create(official=one, about=other, kind="saved")
    queue(("Official", one.pk))
    relay.drain()
    assert ties(projection, one) == []
    assert not DeadLetter.objects.exists()
    queue(("Official", other.pk))
    arrived()
    assert len(ties(projection, one)) == 1


def test_a_rebuild_into_an_empty_graph_finds_every_edge(projection, monkeypatch):
    monkeypatch.setattr("backend.projection.rebuild.BATCH", 2)
    about, members = people.issue("Rent"), [people.member(f"M{n}") for n in range(5)]
    for one, other in zip(members, members[1:] + members[:1], strict=True):
        people.ask(one, other, about)
    rebuild()
    arrived()
    assert writes.counts(projection)["EXCLUDES"] == 5


def test_at_the_cap_until_the_asks_expire_and_apart_until_the_bar_ends(
    projection, pair, monkeypatch
):
    one, other, about = pair
    askers = [one, people.member("Two"), people.member("Three")]
    start = today()
    for number, asker in enumerate(askers):
        people.ask(asker, other, about, expires_on=start + (number + 1) * DAY)
        queue(("Official", asker.pk))
    queue(("Official", other.pk))

    def capped_and_apart():
        queue_day_rollover()
        arrived()
        (stored,) = writes.fetch(projection, "Official", [other.pk])
        return stored.state.properties["capped"], writes.counts(projection)["EXCLUDES"]

    seen = [capped_and_apart()]
    for day in (1, 180, 181, 182, 183):
        noon = datetime.combine(start + day * DAY, datetime.min.time(), ZoneInfo("Etc/GMT+12"))
        monkeypatch.setattr(timezone, "now", lambda noon=noon: noon)
        assert today() == start + day * DAY
        seen.append(capped_and_apart())
    assert seen == [(True, 3), (False, 3), (False, 3), (False, 2), (False, 1), (False, 0)]


def test_only_experts_who_consented_and_only_what_is_in_force(projection):
    wider = network.more(network.make())
    newer = people.fact(wider.net.place, value=0.6, year=2023)
    wider.expert.consented_on = None
    wider.expert.save()
    wider.preemption.ended_on = today()
    wider.preemption.save()
    queue(*wider.net.everything(), *wider.everything(), ("PlaceFact", newer.pk))
    arrived()
    counts = writes.counts(projection)
    assert [counts[label] for label in ("Expert", "Preemption", "Event", "PlaceFact")] == [
        0,
        0,
        1,
        1,
    ]
    assert projection.read("MATCH (:Locality)-[:HAS]->(f) RETURN f.value AS value") == [
        {"value": 0.6}
    ]
    wider.expert.consented_on = today()
    wider.expert.save()
    queue(("Expert", wider.expert.pk))
    arrived()
    (stored,) = writes.fetch(projection, "Expert", [wider.expert.pk])
    assert [edge.type for edge in stored.state.edges] == ["KNOWS", "SPEAKS_FOR"]
    assert "Xenia" not in repr(stored)
