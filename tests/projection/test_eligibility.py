"""Who may be suggested, in SQL and in Cypher: the same people, on networks drawn by lot."""

from datetime import timedelta
from itertools import combinations
from random import Random

import pytest
from django.utils import timezone

from backend.core.clock import this_week, today
from backend.directory.models import Connection, Membership, Official
from backend.introductions.models import Block, Feedback, Impression, Introduction, State
from backend.introductions.selectors.eligibility import free, suggestible_to
from backend.introductions.selectors.impressions import already_suggested_to
from graph.connection import Graph
from graph.eligibility import FREE, SUGGESTIBLE
from graph.peers import retrieve
from graph.peers.weights import CURRENT
from tests import people
from tests.projecting import project

PEOPLE, PLACES, TIES = 40, 6, 60
LONG = timedelta(days=400)


def drawn(lots: Random) -> list[Official]:
    """People of all kinds in a few places, with everything that can stand between two of them."""
    places = [people.place(f"Town {number}") for number in range(PLACES)]
    for pair in lots.sample(list(combinations(places, 2)), 4):
        people.overlap(*pair)
    issue = people.issue("Rent")
    everybody = []
    for number in range(PEOPLE):
        person = people.member(
            f"Person {number}",
            membership=Membership.LEFT if lots.random() < 0.1 else Membership.MEMBER,
            hidden=lots.random() < 0.1,
            paused=lots.random() < 0.1,
        )
        begins = today() + timedelta(days=lots.choice((-900, -900, -900, -500, 1)))
        ends = lots.choice((None, None, today() + LONG, today() + timedelta(days=1), today()))
        if lots.random() < 0.9 and (ends is None or ends > begins):
            people.seat_of(person, lots.choice(places), since=begins, until=ends)
        everybody.append(person)
    popular = everybody[:4]
    for _ in range(TIES):
        one, other = lots.sample(everybody, 2)
        match lots.randrange(6):
            case 0:
                # Many to the same few, so that these are at the cap of open asks.
                other = lots.choice([each for each in popular if each != one])
                if Introduction.objects.filter(asker=one, other=other).exists():
                    continue
                expires = today() + timedelta(days=lots.choice((10, 10, -3, -200)))
                is_over = expires < today()
                over = {"state": State.EXPIRED, "ended_at": timezone.now()} if is_over else {}
                people.ask(one, other, issue, expires_on=expires, **over)
            case 1:
                Block.objects.get_or_create(blocker=one, blocked=other)
            case 2:
                kind = lots.choice(("not_relevant", "already_know", "saved"))
                Feedback.objects.get_or_create(official=one, about=other, defaults={"kind": kind})
            case 3:
                first, second = sorted((one.pk, other.pk))
                Connection.objects.get_or_create(first_id=first, second_id=second)
            case _:
                shown = lots.choice([each for each in popular if each != one])
                week = this_week() - timedelta(days=lots.choice((0, 0, 0, 7)))
                Impression.objects.get_or_create(official=one, shown=shown, week=week)
    return everybody


@pytest.mark.parametrize("seed", range(3))
def test_sql_and_cypher_name_the_same_people(projection: Graph, settings, seed: int) -> None:
    settings.MOST_LISTS_A_WEEK = 4
    everybody = drawn(Random(seed))
    project(projection)
    available_now = {each.pk for each in free()}
    assert available_now == in_graph(projection, FREE)
    assert 0 < len(available_now) < PEOPLE
    seen = 0
    for asker in everybody:
        asked = retrieve.question(
            projection,
            asker.pk,
            None,
            intent="learn",
            as_of=today(),
            weights=CURRENT,
            timeout=10.0,
        )
        if asked is None:
            assert asker.hidden or asker.membership != Membership.MEMBER
            continue
        found = in_graph(
            projection,
            SUGGESTIBLE,
            own={"places": sorted(asked.own_places) or [-1]},
            excluded=sorted({asker.pk, *asked.excluded}),
            already_suggested=sorted(already_suggested_to(asker.pk)),
        )
        assert found == {each.pk for each in suggestible_to(asker.pk)}, asker
        seen += len(found)
    assert seen > PEOPLE


def in_graph(graph: Graph, condition: str, **parameters: object) -> set[int]:
    """The officials who meet a condition today."""
    rows = graph.read(
        f"MATCH (o:Official) WHERE {condition} RETURN o.id AS id", {"day": today(), **parameters}
    )
    return {row["id"] for row in rows}
