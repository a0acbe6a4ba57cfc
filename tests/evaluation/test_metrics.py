"""Metrics against cases computed by hand."""

import math

import numpy as np
import pytest

from backend.evaluation import metrics
from backend.evaluation.metrics import Judged


def judged(hits: str, right: int, item: int = 0, units: list[int] | None = None) -> Judged:
    """A list written as "x.x": a hit, a miss, a hit."""
    named = np.array(range(len(hits)) if units is None else units, dtype=np.int64)
    return Judged(item, named, np.array([mark == "x" for mark in hits], dtype=np.bool_), right)


@pytest.mark.parametrize(
    ("hits", "right", "expected"),
    [
        ("xxx", 3, 1.0),
        ("...", 2, 0.0),
        ("", 2, 0.0),
        ("x.x", 2, (1 + 1 / 2) / (1 + 1 / math.log2(3))),
        (".x", 1, 1 / math.log2(3)),
        ("x" * 10, 40, 1.0),  # ten is all that a list can hold
        ("." * 10 + "x", 1, 0.0),  # the eleventh isn't shown
    ],
)
def test_ndcg(hits: str, right: int, expected: float):
    assert metrics.ndcg(judged(hits, right)) == pytest.approx(expected)


def test_reciprocal_rank_is_of_the_first_hit_however_deep():
    assert metrics.reciprocal_rank(judged("..xx", 2)) == pytest.approx(1 / 3)
    assert metrics.reciprocal_rank(judged("." * 19 + "x", 1)) == pytest.approx(1 / 20)
    assert metrics.reciprocal_rank(judged("....", 2)) == 0


def test_recall_counts_the_shown_against_all_right_ones():
    assert metrics.recall(judged("x.x" + "." * 7 + "x", 4)) == pytest.approx(2 / 4)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([5, 5, 5, 5], 0.0), ([0, 0, 0, 4], 0.75), ([1, 3], 0.25), ([0, 0], 0.0)],
)
def test_gini(counts: list[int], expected: float):
    assert metrics.gini(np.array(counts)) == pytest.approx(expected)


def test_items_weigh_equally_however_often_they_are_asked_about():
    lists = [judged("x", 1, item=0)] * 9 + [judged(".", 1, item=4)]
    assert metrics.measure(lists, 1, seed=1).ndcg == pytest.approx(0.5)


def test_exposure_counts_only_who_is_shown_and_everybody_who_could_have_been():
    lists = [
        judged("." * 12, 1, units=list(range(12))),
        judged(".", 1, units=[3]),
    ]
    counts = metrics.exposure(lists, 14)
    assert counts.tolist() == [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]
    assert metrics.measure(lists, 14, seed=1).largest_share == pytest.approx(2 / 2)


def test_the_interval_is_of_items_and_the_same_each_time():
    means = np.array([0.0, 0.0, 1.0, 1.0])
    low, high = metrics.interval(means, seed=7)
    assert 0 <= low < 0.5 < high <= 1
    assert metrics.interval(means, seed=7) == (low, high)
    assert metrics.interval(np.array([0.3] * 4), seed=7) == pytest.approx((0.3, 0.3))


def test_several_draws_are_averaged_figure_by_figure():
    one = metrics.Measures(0.2, 0.4, 0.1, 0.3, 0.5, (0.1, 0.3))
    other = metrics.Measures(0.4, 0.2, 0.3, 0.1, 0.7, (0.2, 0.6))
    found = metrics.mean([one, other])
    assert [found.ndcg, found.mrr, found.recall, found.gini] == pytest.approx([0.3, 0.3, 0.2, 0.2])
    assert found.largest_share == pytest.approx(0.6)
    assert found.interval == pytest.approx((0.15, 0.45))
