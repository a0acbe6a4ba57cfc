"""Caps on exposure, and reading a curve."""

import numpy as np
import pytest

from backend.evaluation.curve import CAPS, Point, at_gini, capped, curve, mean_curve, ratios
from backend.evaluation.metrics import Judged, exposure


def same_list(times: int, units: int) -> list[Judged]:
    """Everybody is named the same people in the same order; the first ten are right."""
    return [Judged(0, np.arange(units), np.arange(units) < 10, 10) for _ in range(times)]


def test_nobody_is_on_more_lists_of_a_year_than_the_cap():
    years = np.array([2020] * 8 + [2021] * 4)
    lists = capped(same_list(12, 40), years, 40, cap=1.0, seed=1)
    # An even part of 8 lists of ten among 40 is 2, of 4 lists it is 1.
    assert exposure(lists[:8], 40).max() == 2
    assert exposure(lists[8:], 40).max() == 1
    assert all(len(each.units) == 10 for each in lists)


def test_who_is_passed_over_makes_room_for_the_next_in_line():
    lists = capped(same_list(2, 20), np.array([2020, 2020]), 20, cap=1.0, seed=1)
    shown = sorted(tuple(each.units) for each in lists)
    assert shown == [tuple(range(10)), tuple(range(10, 20))]
    assert sorted(int(each.hits.sum()) for each in lists) == [0, 10]


def test_a_tighter_cap_shares_more_evenly_and_costs_quality():
    points = curve(same_list(30, 200), np.array([2020] * 30), 200, seed=1)
    assert [point.cap for point in points] == list(CAPS)
    assert points[0].ndcg == pytest.approx(1.0)
    ginis = [point.gini for point in points]
    assert ginis == sorted(ginis, reverse=True)
    assert points[-1].ndcg < points[0].ndcg


def test_several_draws_make_one_curve():
    """Who asks first gets whom the others may then not have: one order of asking says little."""
    lists = [
        Judged(at % 3, np.roll(np.arange(40), at), np.roll(np.arange(40) < 8, at), 8)
        for at in range(12)
    ]
    drawn = [curve(lists, np.array([2020] * 12), 40, seed) for seed in range(6)]
    tightest = [points[-1].ndcg for points in drawn]
    assert max(tightest) > min(tightest)
    mean = mean_curve(drawn)
    assert [point.cap for point in mean] == list(CAPS)
    assert mean[-1].ndcg == pytest.approx(sum(tightest) / 6)
    assert mean[0] == drawn[0][0], "without a cap the order of asking changes nothing"


def test_between_two_points_a_curve_is_straight():
    points = [Point(None, 0.8, 0.4), Point(2.0, 0.4, 0.2)]
    assert at_gini(points, 0.6) == pytest.approx(0.3)
    assert at_gini(points, 0.8) == pytest.approx(0.4)
    assert at_gini(points, 0.9) == pytest.approx(0.4)  # what is more even will do
    assert at_gini(points, 0.1) is None


def test_the_engine_is_compared_at_the_gini_of_the_other():
    engine = [Point(None, 0.8, 0.4), Point(2.0, 0.4, 0.2)]
    other = [Point(None, 0.6, 0.1), Point(2.0, 0.3, 0.1)]
    even = [Point(None, 0.1, 0.1)]
    found = ratios(engine, {"nearest": other, "random": even})
    assert found == {"nearest": pytest.approx(3.0)}
