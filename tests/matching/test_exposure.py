"""The exposure report: what is counted, over whom, and beside which chance."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from backend.core.clock import this_week
from backend.core.languages import Language
from backend.introductions.models import Impression
from backend.matching.exposure import exposure, gini
from backend.matching.random_baseline import Member, random_lists
from tests.people import issue, member, place, work


@pytest.mark.parametrize(
    ("counts", "coefficient"),
    [([], 0), ([0, 0], 0), ([3, 3, 3], 0), ([0, 0, 0, 8], 0.75), ([1, 3], 0.25), ([3, 1], 0.25)],
)
def test_gini(counts, coefficient):
    assert gini(counts) == pytest.approx(coefficient)


def everybody(places=20, each=5):
    return {
        id_: Member(id_, locality=id_ % places, state="az", population=1_000)
        for id_ in range(places * each)
    }


def drawn(members, lengths, *overlaps):
    """Lists by chance; these pairs of localities overlap."""
    around = {member.locality: {member.locality} for member in members.values()}
    for one, other in overlaps:
        around[one].add(other)
        around[other].add(one)
    return random_lists(members, lengths, overlaps=around, cap=12, dice=Random(3))


def test_chance_keeps_to_the_rules_of_lists():
    members = everybody()
    times = drawn(members, dict.fromkeys(members, 10))
    assert times.total() == 1_000
    assert max(times.values()) <= 12
    assert times == drawn(members, dict.fromkeys(members, 10))
    neighbours = {id_: Member(id_, locality=1, state="az", population=None) for id_ in range(9)}
    assert drawn(neighbours, {0: 3}) == Counter()
    few = {1: Member(1, 1, "az", None), 2: Member(2, 2, "az", None)}
    assert drawn(few, {1: 5, 9: 5}) == {1: 1, 2: 2}
    three = {**few, 3: Member(3, 3, "az", None)}
    assert drawn(three, {1: 5}, (1, 2)) == {3: 1}


@pytest.mark.django_db
def test_a_week_is_reported_without_naming_anybody(settings):
    settings.MOST_LISTS_A_WEEK = 2
    small = place("Small", "az", population=9_999)
    large = place("Large", "or", population=300_000)
    unknown = place("Unknown", "or", population=None)
    rent, trees = issue("Rent"), issue("Trees")
    ana, ben = member("Ana", at=small), member("Ben", at=small)
    maya, noor = member("Maya", at=large), member("Noor", at=unknown)
    for person, on in ((ana, rent), (ben, rent), (maya, trees), (maya, rent)):
        work(person, on)
    member("Gone", at=large, hidden=True)
    paused = member("Paused", at=large, paused=True)
    member("Nowhere")
    shown = [(ana, maya), (ben, maya), (maya, ana), (noor, ana), (ana, paused)]
    for official, other in shown:
        Impression.objects.create(official=official, shown=other, week=this_week())
    Impression.objects.create(official=ana, shown=noor, week=this_week() - timedelta(days=7))
    found = exposure(language=Language.ENGLISH)
    assert (found.week, found.eligible, found.lists, found.impressions) == (this_week(), 4, 4, 4)
    assert (found.at_the_cap, found.never_suggested, found.largest_share) == (2, 2, 0.5)
    assert found.gini == pytest.approx(0.5)
    bands = {each.name: (each.share_of_members, each.share_of_exposure) for each in found.bands}
    assert bands == {
        "Under 10,000": (0.5, 0.5),
        "Over 250,000": (0.25, 0.5),
        "Population unknown": (0.25, 0.0),
    }
    assert [(each.name, each.members) for each in found.states] == [("Arizona", 2), ("Oregon", 2)]
    issues = {each.name: (each.share_of_members, each.share_of_exposure) for each in found.issues}
    assert issues == {"Rent": (0.75, 1.0), "Trees": (0.25, 0.5)}
    last = exposure(this_week() - timedelta(days=7), language=Language.ENGLISH)
    assert (last.lists, last.impressions, last.largest_share) == (1, 1, 1.0)
    as_text = str(found.as_dict())
    assert not any(name in as_text for name in ("Ana", "Ben", "Maya", "Noor"))


@pytest.mark.django_db
def test_a_week_without_lists_is_reported_too(django_assert_num_queries):
    with django_assert_num_queries(4):
        found = exposure(language=Language.ENGLISH)
    assert (found.eligible, found.lists, found.gini, found.gini_random) == (0, 0, 0.0, 0.0)
    assert found.bands == found.states == found.issues == ()
