"""What others rank by, on the same adoptions that the engine sees.

Each measure is there twice: as it is, over everybody; and "on_topic", where only adoptions on the
asked topic count and whoever has one comes before whoever has none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backend.evaluation.history import Floats, History, Mask
from backend.evaluation.questions import Question, groups, seen
from backend.evaluation.ranking import ranked
from backend.evaluation.replay import Answer

RESTART = 0.15  # of a random walk, at each step
STEPS = 50
ON_TOPIC = "_on_topic"
_FIRST = 1e6  # more than any score


@dataclass(frozen=True)
class Sight:
    """What is seen, units by items, and how far each unit is from the one who asks."""

    history: History
    seen: Floats
    unit: int

    @property
    def mine(self) -> Floats:
        """What the one who asks has adopted."""
        mine: Floats = self.seen[self.unit]
        return mine

    @cached_property
    def adopters(self) -> Floats:
        """How many have adopted each item."""
        adopters: Floats = self.seen.sum(axis=0)
        return adopters


Measure = Callable[[Sight], Floats]


def random(sight: Sight) -> Floats:
    """Return the same for everybody: the lot decides."""
    return np.zeros(len(sight.seen))


def most_prolific(sight: Sight) -> Floats:
    """Count what each has adopted."""
    counts: Floats = sight.seen.sum(axis=1)
    return counts


def nearest(sight: Sight) -> Floats:
    """Rank by distance; who lies nowhere comes last."""
    kilometres: Floats = np.nan_to_num(sight.history.kilometres(sight.unit), nan=1e5)
    return -kilometres


def common_neighbours(sight: Sight) -> Floats:
    """Count the items of both."""
    return sight.seen @ sight.mine


def jaccard(sight: Sight) -> Floats:
    """Divide the items of both by those of either."""
    both = common_neighbours(sight)
    either = sight.seen.sum(axis=1) + sight.mine.sum() - both
    shares: Floats = both / np.maximum(either, 1.0)
    return shares


def tf_idf(sight: Sight) -> Floats:
    """The cosine of what both have adopted, rare items counting more (smoothed idf)."""
    having = np.count_nonzero(sight.seen.any(axis=1))
    idf = np.log((1 + having) / (1 + sight.adopters)) + 1
    vectors = sight.seen * idf
    lengths = np.sqrt((vectors**2).sum(axis=1))
    cosines: Floats = (vectors @ vectors[sight.unit]) / np.maximum(
        lengths * lengths[sight.unit], 1e-12
    )
    return cosines


def adamic_adar(sight: Sight) -> Floats:
    """Sum 1 / ln(adopters) over the items of both."""
    # An item of two has two adopters at least.
    worth = 1 / np.log(np.maximum(sight.adopters, 2.0))
    return sight.seen @ (sight.mine * worth)


def personalized_pagerank(sight: Sight) -> Floats:
    """A random walk over adoptions that keeps starting from the one who asks."""
    degrees = np.maximum(sight.seen.sum(axis=1), 1.0)
    adopters = np.maximum(sight.adopters, 1.0)
    start = np.zeros(len(sight.seen))
    start[sight.unit] = 1.0
    at = start
    for _ in range(STEPS):
        items = sight.seen.T @ (at / degrees)
        at = RESTART * start + (1 - RESTART) * (sight.seen @ (items / adopters))
    return at


MEASURES: Mapping[str, Measure] = {
    each.__name__: each
    for each in (
        random,
        most_prolific,
        nearest,
        common_neighbours,
        jaccard,
        tf_idf,
        adamic_adar,
        personalized_pagerank,
    )
}
NAMES = (*MEASURES, *(f"{name}{ON_TOPIC}" for name in MEASURES))


def baselines(
    history: History, questions: Sequence[Question], seed: int
) -> Mapping[str, list[Answer]]:
    """Answer every question by every measure, in their order."""
    answers: dict[str, dict[Question, Answer]] = {name: {} for name in NAMES}
    drawn = np.random.default_rng(seed)
    for group in groups(questions):
        visible = seen(history, group[0])
        for question in group:
            lots = drawn.random(len(history.units))
            for name, scores in _scores(history, visible, question):
                answers[name][question] = Answer(question, ranked(scores, lots))
    return {name: [given[each] for each in questions] for name, given in answers.items()}


def _scores(history: History, visible: Mask, question: Question) -> Iterator[tuple[str, Floats]]:
    on_topic = visible & (history.topic_of == history.items[question.item].topic)
    first = on_topic.any(axis=1) * _FIRST
    everything = Sight(history, visible.astype(np.float64), question.unit)
    topical = Sight(history, on_topic.astype(np.float64), question.unit)
    for name, measure in MEASURES.items():
        yield name, measure(everything)
        yield f"{name}{ON_TOPIC}", measure(topical) + first
