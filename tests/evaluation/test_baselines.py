"""Baselines against cases computed by hand."""

import math

import numpy as np
import pytest

from backend.evaluation import baselines
from backend.evaluation.baselines import NAMES, Sight
from backend.evaluation.history import UNDATED, Place
from backend.evaluation.questions import Question
from backend.evaluation.ranking import ranked
from tests.evaluation.histories import history

# a and b have x and y, c has y, d has z; all by 2010.
KNOWN = history(
    {
        "a": {"x": 2010, "y": 2010},
        "b": {"x": 2010, "y": 2010},
        "c": {"y": 2010},
        "d": {"z": 2010},
    },
    topics={"x": "streets", "y": "streets", "z": "water"},
    places={
        "a": Place(40.0, -100.0, None, "ne"),
        "b": Place(45.0, -100.0, None, "nd"),
        "c": Place(41.0, -100.0, None, "ne"),
    },
)
A = Sight(KNOWN, KNOWN.before(2011).astype(np.float64), 0)


def test_most_prolific():
    assert baselines.most_prolific(A).tolist() == [2, 2, 1, 1]


def test_common_neighbours():
    assert baselines.common_neighbours(A)[1:].tolist() == [2, 1, 0]


def test_jaccard():
    assert baselines.jaccard(A)[1:].tolist() == [1, 0.5, 0]


def test_adamic_adar():
    expected = [1 / math.log(2) + 1 / math.log(3), 1 / math.log(3), 0]
    assert baselines.adamic_adar(A)[1:] == pytest.approx(expected)


def test_tf_idf():
    x, y = math.log(5 / 3) + 1, math.log(5 / 4) + 1
    assert baselines.tf_idf(A)[1:] == pytest.approx([1, y / math.hypot(x, y), 0])


def test_nearest_puts_who_lies_nowhere_last():
    order = ranked(baselines.nearest(A), np.zeros(4))
    assert order.tolist() == [0, 2, 1, 3]
    assert -baselines.nearest(A)[2] == pytest.approx(111.2, abs=0.1)  # one degree


def test_personalized_pagerank_is_a_distribution_over_who_can_be_reached():
    walk = baselines.personalized_pagerank(A)
    assert walk.sum() == pytest.approx(1.0, abs=1e-3)
    assert walk[0] > walk[1] > walk[2] > walk[3] == 0


def test_ties_fall_by_lot():
    order = ranked(np.zeros(4), np.array([0.3, 0.1, 0.9, 0.2]))
    assert order.tolist() == [1, 3, 0, 2]


def test_every_measure_answers_every_question_and_the_same_each_time():
    asked = [Question("precedent", 0, 1, 2011), Question("cohort", 3, 2, 2011)]
    first = baselines.baselines(KNOWN, asked, seed=3)
    again = baselines.baselines(KNOWN, asked, seed=3)
    assert tuple(first) == NAMES
    for name in NAMES:
        assert [answer.question for answer in first[name]] == [
            answer.question for answer in again[name]
        ]
        for one, other in zip(first[name], again[name], strict=True):
            assert one.units.tolist() == other.units.tolist()


def test_on_topic_only_what_is_on_topic_counts_and_whoever_has_some_comes_first():
    asked = [Question("hidden_item", 3, 0, UNDATED)]
    found = baselines.baselines(KNOWN, asked, seed=3)
    order = found["most_prolific_on_topic"][0].units.tolist()
    # b has two on streets; a (without x it would have one, but only d's own item is hidden) too.
    assert set(order[:2]) == {0, 1}
    assert order[2] == 2


def test_a_hidden_item_is_hidden_from_baselines_too():
    asked = [Question("precedent", 0, 1, 2011)]  # about y, so that only x is left on streets
    found = baselines.baselines(KNOWN, asked, seed=3)
    order = found["common_neighbours"][0].units.tolist()
    assert order.index(1) < order.index(2)
    only_x = [unit for unit in order if unit in {0, 1}]
    assert order[:2] == only_x
