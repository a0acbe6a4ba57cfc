"""An evaluation from its files to its report."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from backend.core.errors import ErrorCode, fail
from backend.evaluation import questions, report
from backend.evaluation.history import History
from backend.evaluation.messages import EvaluationMessage
from backend.evaluation.questions import Question
from backend.evaluation.replay import replay
from graph.peers import Weights
from graph.peers.weights import CURRENT

SEED = 20_260_101

# What is being done, how much of it is done, and how much there is in all.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Years:
    """The years whose adoptions are asked about; what came before is only seen."""

    first: int
    last: int


def weights_without(terms: list[str]) -> Weights:
    """The present weights with some terms switched off. Raises ValueError for an unknown one."""
    return CURRENT.without(*terms)


def to_ask(history: History, years: Years | None) -> list[Question]:
    """What the history, or these years of it, asks. Raises DomainError when that is nothing."""
    asked = [*_dated(history, years), *questions.undated(history, SEED)]
    if not asked:
        raise fail(ErrorCode.INVALID, EvaluationMessage.NOTHING_TO_ASK, "adoptions")
    return asked


def evaluate(
    history: History, asked: Sequence[Question], weights: Weights, progress: Progress
) -> report.Report:
    """Replay a history and report. The database and the graph in the settings must be empty."""
    begun = time.monotonic()
    answers = replay(history, asked, weights, lambda done, total: progress("Asking", done, total))
    found = report.make(
        history,
        asked,
        answers,
        weights=weights.version,
        seed=SEED,
        progress=lambda done, total: progress("Judging", done, total),
    )
    return replace(found, seconds=time.monotonic() - begun)


def _dated(history: History, years: Years | None) -> list[Question]:
    known = history.years[history.dated]
    if not len(known):
        return []
    span = years or Years(int(np.min(known)), int(np.max(known)))
    return questions.dated(history, span.first, span.last)
