"""Which questions a history asks, what is seen and who is right."""

import numpy as np

from backend.evaluation import questions
from backend.evaluation.history import UNDATED, History, Mask, Place
from backend.evaluation.questions import Question
from tests.evaluation.histories import history

KNOWN = history(
    {
        "a": {"x": 2010},
        "b": {"x": 2012, "y": 2009},
        "c": {"x": 2013},
        "d": {"x": 2014, "y": UNDATED},
        "e": {"y": 2013},
    }
)


def names(known: History, which: Mask) -> set[str]:
    return {known.units[at] for at in np.flatnonzero(which)}


def test_precedent_is_who_had_it_before_and_the_item_is_hidden():
    asked = Question("precedent", 2, 0, 2013)
    assert names(KNOWN, questions.relevant(KNOWN, asked)) == {"a", "b"}
    seen = questions.seen(KNOWN, asked)
    assert not seen[:, 0].any()
    assert names(KNOWN, seen[:, 1]) == {"b"}  # neither later ones nor those without a date


def test_cohort_is_who_has_not_got_it_but_does_within_two_years():
    asked = Question("cohort", 1, 0, 2012)
    assert names(KNOWN, questions.candidates(KNOWN, asked)) == {"c", "d", "e"}
    assert names(KNOWN, questions.relevant(KNOWN, asked)) == {"c"}
    assert names(KNOWN, questions.seen(KNOWN, asked)[:, 0]) == {"a"}


def test_only_questions_with_an_answer_are_asked():
    found = questions.dated(KNOWN, 2009, 2014)
    assert [(each.kind, each.unit, each.item, each.year) for each in found] == [
        ("precedent", 1, 0, 2012),
        ("cohort", 1, 0, 2012),
        ("precedent", 2, 0, 2013),
        ("cohort", 2, 0, 2013),
        ("precedent", 4, 1, 2013),
        ("precedent", 3, 0, 2014),
    ]
    assert questions.dated(KNOWN, 2013, 2013) == found[2:5]


def test_a_hidden_item_is_looked_for_in_other_states():
    places = {
        "a": Place(0, 0, None, "ca"),
        "b": Place(0, 0, None, "ca"),
        "c": Place(0, 0, None, "or"),
    }
    known = history({unit: {"x": UNDATED, "y": UNDATED} for unit in "abcd"}, places=places)
    asked = Question("hidden_item", 0, 0, UNDATED)
    assert names(known, questions.candidates(known, asked)) == {"c"}  # d is nobody knows where
    seen = questions.seen(known, asked)
    assert not seen[0, 0]
    assert seen.sum() == 7
    found = questions.undated(known, seed=1)
    assert {known.units[each.unit] for each in found} == {"a", "b", "c"}
    assert found == questions.undated(known, seed=1)


def test_a_history_with_every_date_hides_nothing():
    dated = history({"a": {"x": 2010}, "b": {"x": 2011}})
    assert questions.undated(dated, seed=1) == []


def test_questions_of_one_view_come_together_in_the_order_of_years():
    found = list(questions.groups(questions.dated(KNOWN, 2009, 2014)))
    assert [[each.kind for each in group] for group in found] == [
        ["cohort"],
        ["precedent"],
        ["cohort"],
        ["precedent"],
        ["precedent"],
        ["precedent"],
    ]
    assert [group[0].year for group in found] == sorted(group[0].year for group in found)
