"""Replaying a history: before each year it asks, then it lets the year happen.

Answers come from the engine that serves members, over a graph that the relay's writer has written;
what is later than a question is in neither.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from backend.core import graph_client
from backend.evaluation.history import UNDATED, History, Ints
from backend.evaluation.questions import Question, groups, seen
from backend.evaluation.ranking import DEPTH, array
from backend.evaluation.world import World
from graph.peers import Weights, suggest

PATIENCE_S = 30.0  # for one answer; members wait much less
# To collaborate only those who have not begun are of use, and a longer list would call for others.
COLLABORATE_DEPTH = DEPTH // 2

# How many questions are answered, and how many there are in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Answer:
    """Whom the engine named, best first, by position."""

    question: Question
    units: Ints


def replay(
    history: History, questions: Sequence[Question], weights: Weights, progress: Progress
) -> list[Answer]:
    """Answer every question, in their order. The database and the graph must be empty."""
    world = World(history)
    answers: dict[Question, Answer] = {}
    for group in groups(questions):
        world.be(seen(history, group[0]))
        # Several items of one topic and year are asked about in the same words.
        known: dict[tuple[str, int, int], Ints] = {}
        for question in group:
            topic = history.items[question.item].topic
            asked = (question.kind, question.unit, topic)
            if asked not in known:
                known[asked] = _ask(history, question, weights)
            answers[question] = Answer(question, known[asked])
        progress(len(answers), len(questions))
    return [answers[question] for question in questions]


def _ask(history: History, question: Question, weights: Weights) -> Ints:
    """Ask as of the last day before the year."""
    together = question.kind == "cohort"
    found = suggest(
        graph_client.graph(),
        question.unit + 1,
        COLLABORATE_DEPTH if together else DEPTH,
        issue=history.items[question.item].topic + 1,
        intent="collaborate" if together else "learn",
        as_of=None if question.year == UNDATED else date(question.year - 1, 12, 31),
        weights=weights,
        timeout=PATIENCE_S,
    )
    return array(peer.official - 1 for peer in found.peers)
