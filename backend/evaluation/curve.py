"""Quality against exposure: what remains of NDCG as a cap keeps people from being on many lists."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from backend.evaluation.history import Floats, Ints
from backend.evaluation.metrics import Judged, exposure, gini, ndcg, per_item
from backend.evaluation.ranking import SHOWN

# The most lists of a year that one person may be on, as multiples of everybody's even part.
CAPS: tuple[float | None, ...] = (None, 20.0, 10.0, 6.0, 4.0, 3.0, 2.0, 1.5, 1.0)


@dataclass(frozen=True)
class Point:
    """Quality and exposure under one cap."""

    cap: float | None
    gini: float
    ndcg: float


def curve(judged: Sequence[Judged], years: Ints, population: int, seed: int) -> list[Point]:
    """A point for each cap, the loosest first."""
    points = []
    for cap in CAPS:
        lists = judged if cap is None else capped(judged, years, population, cap, seed)
        quality = float(per_item(lists, [ndcg(each) for each in lists]).mean())
        points.append(Point(cap, gini(exposure(lists, population)), quality))
    return points


def mean_curve(drawn: Sequence[Sequence[Point]]) -> list[Point]:
    """The curve through the means of several draws' points, cap by cap."""
    return [
        Point(
            points[0].cap, fmean(each.gini for each in points), fmean(each.ndcg for each in points)
        )
        for points in zip(*drawn, strict=True)
    ]


def capped(
    judged: Sequence[Judged], years: Ints, population: int, cap: float, seed: int
) -> list[Judged]:
    """The lists when whoever is on enough of a year's lists is passed over.

    The questions of a year come in an order drawn with the seed, the same for every ranking.
    """
    drawn = np.random.default_rng(seed)
    lists = list(judged)
    for year in np.unique(years):
        asked = np.flatnonzero(years == year)
        most = max(1, int(np.ceil(cap * SHOWN * len(asked) / population)))
        counts = np.zeros(population, dtype=np.int64)
        for at in drawn.permutation(asked):
            each = judged[at]
            free = np.flatnonzero(counts[each.units] < most)[:SHOWN]
            lists[at] = Judged(each.item, each.units[free], each.hits[free], each.right)
            counts[each.units[free]] += 1
    return lists


def at_gini(points: Sequence[Point], wanted: float) -> float | None:
    """The quality of a curve at a Gini coefficient, between its points.

    Beyond its most uneven point that one counts, which is more even than was asked for; None for
    what is more even than any of its points.
    """
    best: defaultdict[float, float] = defaultdict(float)
    for point in points:
        best[point.gini] = max(best[point.gini], point.ndcg)
    ginis = sorted(best)
    if wanted < ginis[0]:
        return None
    values: Floats = np.array([best[each] for each in ginis])
    return float(np.interp(wanted, ginis, values))


def ratios(engine: Sequence[Point], others: Mapping[str, Sequence[Point]]) -> dict[str, float]:
    """The engine's quality over each baseline's at that baseline's own Gini, without a cap.

    A baseline that is more even than the engine can be is left out.
    """
    found = {}
    for name, points in others.items():
        free = points[0]
        ours = at_gini(engine, free.gini)
        if ours is not None and free.ndcg > 0:
            found[name] = ours / free.ndcg
    return found
