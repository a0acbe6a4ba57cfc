"""How good lists are, and how evenly they name people.

Items weigh equally: a question's figure is averaged over its item's questions, then over items.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from backend.evaluation.history import Floats, Ints, Mask
from backend.evaluation.ranking import SHOWN

RESAMPLES = 1000
MIDDLE = (2.5, 97.5)  # the percentiles of an interval
_DISCOUNTS = 1 / np.log2(np.arange(2, SHOWN + 2))


@dataclass(frozen=True)
class Judged:
    """One ranking of candidates, best first, as far as it goes; which ones are right."""

    item: int
    units: Ints
    hits: Mask  # of each of the units
    right: int  # among all candidates, at least one


@dataclass(frozen=True)
class Measures:
    """Quality and exposure of one way to rank; the interval is of NDCG, over items."""

    ndcg: float
    mrr: float
    recall: float
    gini: float
    largest_share: float
    interval: tuple[float, float]

    def as_dict(self) -> dict[str, float | list[float]]:
        """Return the figures by the names that programs know, rounded."""
        return {
            f"ndcg@{SHOWN}": round(self.ndcg, 4),
            "mrr": round(self.mrr, 4),
            f"recall@{SHOWN}": round(self.recall, 4),
            "gini": round(self.gini, 4),
            "largest_share": round(self.largest_share, 4),
            "interval": [round(each, 4) for each in self.interval],
        }


def measure(judged: Sequence[Judged], population: int, seed: int) -> Measures:
    """Measure at least one ranking; `population` is how many could have been named."""
    gains = per_item(judged, [ndcg(each) for each in judged])
    counts = exposure(judged, population)
    return Measures(
        ndcg=float(gains.mean()),
        mrr=float(per_item(judged, [reciprocal_rank(each) for each in judged]).mean()),
        recall=float(per_item(judged, [recall(each) for each in judged]).mean()),
        gini=gini(counts),
        largest_share=float(counts.max() / len(judged)),
        interval=interval(gains, seed),
    )


def mean(drawn: Sequence[Measures]) -> Measures:
    """The mean of every figure over several draws of the lots, of an interval's ends too."""
    low, high = np.mean([each.interval for each in drawn], axis=0).tolist()
    return Measures(
        ndcg=fmean(each.ndcg for each in drawn),
        mrr=fmean(each.mrr for each in drawn),
        recall=fmean(each.recall for each in drawn),
        gini=fmean(each.gini for each in drawn),
        largest_share=fmean(each.largest_share for each in drawn),
        interval=(low, high),
    )


def ndcg(judged: Judged) -> float:
    """Hits among the shown, discounted by log2(rank + 1), over the most that there could be."""
    hits = judged.hits[:SHOWN]
    most = _DISCOUNTS[: min(judged.right, SHOWN)].sum()
    return float(_DISCOUNTS[: len(hits)][hits].sum() / most)


def reciprocal_rank(judged: Judged) -> float:
    """One over the rank of the first hit, 0 if there is none as far as the ranking goes."""
    ranks = np.flatnonzero(judged.hits)
    return float(1 / (ranks[0] + 1)) if len(ranks) else 0.0


def recall(judged: Judged) -> float:
    """The part of the right ones that is among the shown."""
    return float(np.count_nonzero(judged.hits[:SHOWN]) / judged.right)


def per_item(judged: Sequence[Judged], values: Sequence[float]) -> Floats:
    """The mean of each item that was asked about, in the order of items."""
    items = np.array([each.item for each in judged])
    sums = np.bincount(items, weights=np.array(values))
    counts = np.bincount(items)
    means: Floats = sums[counts > 0] / counts[counts > 0]
    return means


def exposure(judged: Sequence[Judged], population: int) -> Ints:
    """In how many lists each unit is shown."""
    shown = [each.units[:SHOWN] for each in judged]
    return np.bincount(np.concatenate(shown), minlength=population)


def gini(counts: Ints) -> float:
    """The Gini coefficient: 0 when all have the same, near 1 when one has everything."""
    ordered = np.sort(counts).astype(np.float64)
    total = ordered.sum()
    if not total:
        return 0.0
    size = len(ordered)
    ranks = np.arange(1, size + 1)
    return float(2 * (ranks * ordered).sum() / (size * total) - (size + 1) / size)


def interval(means: Floats, seed: int) -> tuple[float, float]:
    """Where the mean over items lies in 95 of 100 resamples of the items."""
    drawn = np.random.default_rng(seed)
    picks = drawn.integers(len(means), size=(RESAMPLES, len(means)))
    low, high = np.percentile(means[picks].mean(axis=1), MIDDLE)
    return float(low), float(high)
