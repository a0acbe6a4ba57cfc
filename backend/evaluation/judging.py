"""Holding answers against what really happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from backend.evaluation.history import History, Ints, Mask
from backend.evaluation.metrics import Judged
from backend.evaluation.questions import Kind, Question, candidates, relevant, seen
from backend.evaluation.replay import Answer

PROLIFIC = 0.05  # of the units, those that had adopted most


@dataclass(frozen=True)
class Key:
    """What a question is judged by: which units may be named, are right, had adopted most."""

    may: Mask
    right: Mask
    prolific: Mask


def keys(history: History, questions: Sequence[Question]) -> Mapping[Question, Key]:
    """The key to each question; every way to rank is judged by the same."""
    return {
        question: Key(
            candidates(history, question),
            relevant(history, question),
            _most_prolific(seen(history, question)),
        )
        for question in questions
    }


def judge(
    to: Mapping[Question, Key], answers: Sequence[Answer], kind: Kind
) -> tuple[list[Judged], Ints]:
    """The answers of a kind, judged among the candidates, and the year of each."""
    asked = [answer for answer in answers if answer.question.kind == kind]
    judged = []
    for answer in asked:
        key = to[answer.question]
        judged.append(_judged(answer, key.may, key.right))
    return judged, np.array([answer.question.year for answer in asked], dtype=np.int64)


def without_prolific(
    to: Mapping[Question, Key], answers: Sequence[Answer], kind: Kind
) -> list[Judged]:
    """The same when nobody who had adopted most is a candidate; what is then without answer goes.

    Popularity alone finds those few: what is left shows how much of the quality was theirs.
    """
    judged = []
    for answer in answers:
        key = to[answer.question]
        right = key.right & ~key.prolific
        if answer.question.kind == kind and right.any():
            judged.append(_judged(answer, key.may & ~key.prolific, right))
    return judged


def _judged(answer: Answer, may: Mask, right: Mask) -> Judged:
    units = answer.units[may[answer.units]]
    return Judged(answer.question.item, units, right[units], int(np.count_nonzero(right)))


def _most_prolific(visible: Mask) -> Mask:
    counts = visible.sum(axis=1)
    few = max(1, round(PROLIFIC * len(counts)))
    least = max(1, np.sort(counts)[-few])
    most: Mask = counts >= least
    return most
