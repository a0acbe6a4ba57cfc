"""Whom a list takes of many who fit."""

import pytest

from backend.core.clock import this_week
from backend.introductions.models import Impression
from backend.introductions.selectors.impressions import week_left
from backend.matching.peers.diversify import chosen, varied
from graph.peers.model import Peer
from tests.people import member, place

pytestmark = pytest.mark.django_db


def people_at(*where):
    """One person for each place, and peers of falling score."""
    people = [member(f"Peer {number}", at=at) for number, at in enumerate(where)]
    peers = [Peer(each.pk, 10.0 - number, ()) for number, each in enumerate(people)]
    places = {each.pk: at for each, at in zip(people, where, strict=True)}
    return people, peers, places


def ranks(taken, peers):
    return [peers.index(each) for each in taken]


def test_two_of_a_place_at_most():
    salem, eugene, olympia = place("Salem", "or"), place("Eugene", "or"), place("Olympia", "wa")
    _, peers, places = people_at(salem, salem, salem, eugene, salem, olympia)
    assert ranks(varied(peers, places, 4), peers) == [0, 1, 3, 5]


def test_the_last_makes_room_for_another_state():
    oregon, olympia = [place(f"Place {n}", "or") for n in range(4)], place("Olympia", "wa")
    _, peers, places = people_at(*oregon, olympia)
    assert ranks(varied(peers, places, 3), peers) == [0, 1, 4]
    # Not where it is not needed, nor possible, nor if there is room.
    assert ranks(varied([peers[4], *peers[:4]], places, 3), peers) == [4, 0, 1]
    assert ranks(varied(peers[:4], places, 3), peers) == [0, 1, 2]
    assert ranks(varied(peers, places, 9), peers) == [0, 1, 2, 3, 4]
    assert ranks(varied(peers, places, 1), peers) == [0]


def show(shown, times):
    viewers = [member(f"Viewer {number}") for number in range(times)]
    for each in viewers:
        Impression.objects.create(official=each, shown=shown, week=this_week())
    return viewers


def test_whose_week_is_used_up_makes_room(settings):
    settings.MOST_LISTS_A_WEEK = 4
    own = member("Ana", at=place())
    people, peers, _ = people_at(*(place(f"Place {number}") for number in range(4)))
    by_id = {each.pk: each for each in people}
    assert ranks(chosen(own, peers, by_id, 2), peers) == [0, 1]
    (viewer, *_) = show(people[0], 3)
    show(people[1], 1)
    assert week_left(own.pk, by_id) == {people[0].pk: 0.25, people[1].pk: 0.75}
    # 10 × ¼, 9 × ¾, 8, 7: the last two are taken, and the order is that of the scores.
    assert ranks(chosen(own, peers, by_id, 2), peers) == [2, 3]
    assert ranks(chosen(own, peers, by_id, 3), peers) == [1, 2, 3]
    # Who has counted somebody keeps them, at no cost to others.
    assert week_left(viewer.pk, by_id)[people[0].pk] == 1.0
    assert ranks(chosen(viewer, peers, by_id, 2), peers) == [0, 2]
    # Only those who may still be suggested.
    assert ranks(chosen(own, peers, {people[3].pk: people[3]}, 2), peers) == [3]
