"""What is asked of a history, and who would be a right answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from backend.evaluation.history import NEVER, UNDATED, History, Ints, Mask

Kind = Literal["precedent", "cohort", "hidden_item"]
KINDS: tuple[Kind, ...] = ("precedent", "cohort", "hidden_item")
SOON = 2  # years within which one who adopts it too is of the same cohort
MOST_AN_ITEM = 10  # hidden items: units that are asked for each


@dataclass(frozen=True)
class Question:
    """A unit asks about an item's topic at the start of a year; unit and item are positions.

    Of undated histories the year is UNDATED.
    """

    kind: Kind
    unit: int
    item: int
    year: int


def dated(history: History, first: int, last: int) -> list[Question]:
    """The questions of precedent and cohort that the adoptions of these years ask, by year."""
    found: list[Question] = []
    for year in range(first, last + 1):
        for item, unit in np.argwhere((history.years == year).T):
            for kind in ("precedent", "cohort"):
                asked = Question(kind, int(unit), int(item), year)
                if relevant(history, asked).any():
                    found.append(asked)
    return found


def undated(history: History, seed: int) -> list[Question]:
    """For each item, some of the units that have it, drawn with a seed; only units with a state."""
    if not (history.years == UNDATED).any():
        return []
    drawn = np.random.default_rng(seed)
    placed = np.array([bool(state) for state in history.states])
    found: list[Question] = []
    for item in range(len(history.items)):
        units = np.flatnonzero(history.ever[:, item] & placed)
        for unit in sorted(drawn.permutation(units)[:MOST_AN_ITEM]):
            asked = Question("hidden_item", int(unit), item, UNDATED)
            if relevant(history, asked).any():
                found.append(asked)
    return found


def seen(history: History, question: Question) -> Mask:
    """What has been adopted so far as the one who asks, and the graph, may know."""
    if question.kind == "precedent":
        return history.before(question.year, hidden=question.item)
    if question.kind == "cohort":
        return history.before(question.year)
    visible = history.ever.copy()
    visible[question.unit, question.item] = False
    return visible


def candidates(history: History, question: Question) -> Mask:
    """Which units may be an answer."""
    if question.kind == "hidden_item":
        states = np.array(history.states)
        elsewhere: Mask = (states != "") & (states != states[question.unit])
        return elsewhere
    everybody: Mask = np.ones(len(history.units), dtype=np.bool_)
    everybody[question.unit] = False
    if question.kind == "cohort":
        everybody &= ~history.before(question.year)[:, question.item]
    return everybody


def relevant(history: History, question: Question) -> Mask:
    """Which of the candidates are right.

    Precedent: those that had adopted the item before. Cohort: those that do within two years.
    Hidden item: the others that have it.
    """
    years: Ints = history.years[:, question.item]
    if question.kind == "precedent":
        right = (years < question.year) & (years != UNDATED)
    elif question.kind == "cohort":
        right = (years >= question.year) & (years < question.year + SOON)
    else:
        right = years != NEVER
    answers: Mask = right & candidates(history, question)
    return answers


def groups(questions: Sequence[Question]) -> Iterator[list[Question]]:
    """Questions in the order of years; those with the same things to be seen come together."""
    by_view: dict[tuple[int, str, int, int], list[Question]] = {}
    for question in questions:
        view = {
            "precedent": (question.year, "hidden", question.item, -1),
            "cohort": (question.year, "", -1, -1),
            "hidden_item": (question.year, "one", question.item, question.unit),
        }[question.kind]
        by_view.setdefault(view, []).append(question)
    for view in sorted(by_view):
        yield by_view[view]
