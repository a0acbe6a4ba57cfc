"""Rankings: units by position, best first, as many as a question is answered with."""

from collections.abc import Iterable

import numpy as np

from backend.evaluation.history import Floats, Ints

SHOWN = 10  # of a list
DEPTH = 200  # how far down anybody looks: for whom a cap or a rule passes over


def array(units: Iterable[int]) -> Ints:
    """Positions as an array."""
    return np.fromiter(units, dtype=np.int64)


def ranked(scores: Floats, lots: Floats) -> Ints:
    """The highest scores first, to the depth; ties by lot."""
    # What differs by rounding alone is a tie.
    order: Ints = np.lexsort((lots, -np.round(scores, 9)))
    return order[:DEPTH]
