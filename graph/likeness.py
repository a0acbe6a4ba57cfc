"""How alike two places are by a figure: one measure for the score, the pages and the sentences."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graph.features import Floats

# People and dollars are compared as ratios: 900 beside 1,000 dollars is as 1,800 beside 2,000.
RATIOS = frozenset({"population", "median_rent", "median_income"})


def likeness(
    name: str, one: npt.ArrayLike, other: npt.ArrayLike, nothing_alike_at: float
) -> Floats:
    """How alike two values are: 1 for the same, 0 from `nothing_alike_at` on.

    Between the two it falls evenly: with the logarithm of a ratio, else with the difference. What
    is unknown (NaN) is never alike.
    """
    mine, theirs = np.asarray(one, dtype=np.float64), np.asarray(other, dtype=np.float64)
    if name in RATIOS:
        with np.errstate(divide="ignore", invalid="ignore"):
            apart = np.abs(np.log(mine) - np.log(theirs)) / np.log(nothing_alike_at)
    else:
        apart = np.abs(mine - theirs) / nothing_alike_at
    return np.where(mine == theirs, 1.0, np.fmax(1 - apart, 0.0))
