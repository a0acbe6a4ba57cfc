"""Holding answers against what really happened."""

from collections.abc import Sequence

import numpy as np

from backend.evaluation.history import History, Ints, Mask
from backend.evaluation.metrics import Judged
from backend.evaluation.questions import Kind, Question, candidates, relevant, seen
from backend.evaluation.replay import Answer

PROLIFIC = 0.05  # of the units, those that had adopted most


def judge(history: History, answers: Sequence[Answer], kind: Kind) -> tuple[list[Judged], Ints]:
    """The answers of a kind, judged among the candidates, and the year of each."""
    asked = [answer for answer in answers if answer.question.kind == kind]
    judged = [_judged(answer, *_sides(history, answer.question)) for answer in asked]
    return judged, np.array([answer.question.year for answer in asked], dtype=np.int64)


def without_prolific(history: History, answers: Sequence[Answer], kind: Kind) -> list[Judged]:
    """The same when nobody who had adopted most is a candidate; what is then without answer goes.

    Popularity alone finds those few: what is left shows how much of the quality was theirs.
    """
    judged = []
    for answer in answers:
        if answer.question.kind != kind:
            continue
        may, right = _sides(history, answer.question)
        rest = ~_most_prolific(seen(history, answer.question))
        if (right & rest).any():
            judged.append(_judged(answer, may & rest, right & rest))
    return judged


def _sides(history: History, question: Question) -> tuple[Mask, Mask]:
    return candidates(history, question), relevant(history, question)


def _judged(answer: Answer, may: Mask, right: Mask) -> Judged:
    units = answer.units[may[answer.units]]
    return Judged(answer.question.item, units, right[units], int(np.count_nonzero(right)))


def _most_prolific(visible: Mask) -> Mask:
    counts = visible.sum(axis=1)
    few = max(1, round(PROLIFIC * len(counts)))
    least = max(1, np.sort(counts)[-few])
    most: Mask = counts >= least
    return most
