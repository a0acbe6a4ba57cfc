"""What an evaluation found: for programs, as a table, and how it stands beside the baselines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import fmean
from typing import Any

from backend.evaluation.baselines import ON_TOPIC, baselines
from backend.evaluation.curve import Point, curve, mean_curve, ratios
from backend.evaluation.history import History
from backend.evaluation.judging import Key, judge, keys, without_prolific
from backend.evaluation.metrics import Measures, mean, measure
from backend.evaluation.questions import KINDS, Kind, Question
from backend.evaluation.replay import Answer

ENGINE = "engine"
DRAWS = 10
# The engine is to beat the best of these.
RIVALS = ("adamic_adar", "common_neighbours", "tf_idf", "nearest")
_HEADS = ("", "NDCG@10", "95%", "MRR", "Recall@10", "Gini", "largest share", "without prolific")


@dataclass(frozen=True)
class Result:
    """How one way to rank did on one kind of question."""

    measures: Measures
    without_prolific: float | None  # NDCG when the most prolific are no candidates
    points: list[Point]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures for programs."""
        rest = self.without_prolific
        return {
            **self.measures.as_dict(),
            "without_prolific": None if rest is None else round(rest, 4),
        }


@dataclass(frozen=True)
class Report:
    """The results of each kind by name, the engine's first; and what they were made with."""

    results: Mapping[Kind, Mapping[str, Result]]
    asked: Mapping[Kind, tuple[int, int]]  # questions and items
    weights: str
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return everything for programs; a kind that nothing was asked of is null."""
        names = next(iter(self.results.values()), {}).keys() - {ENGINE}
        return {
            **{kind: self._figures(kind, ENGINE) for kind in KINDS},
            "baselines": {
                name: {kind: self._figures(kind, name) for kind in KINDS} for name in sorted(names)
            },
            "curve": [
                {
                    "kind": kind,
                    "ranking": name,
                    "cap": point.cap,
                    "gini": round(point.gini, 4),
                    "ndcg@10": round(point.ndcg, 4),
                }
                for kind, of in self.results.items()
                for name, result in of.items()
                for point in result.points
            ],
            "at_same_gini": {
                kind: {name: round(ratio, 2) for name, ratio in self.ratios(kind).items()}
                for kind in self.results
            },
            "weights": self.weights,
            "seconds": round(self.seconds, 1),
        }

    def ratios(self, kind: Kind) -> dict[str, float]:
        """The engine's NDCG over each baseline's at the baseline's own Gini."""
        of = self.results[kind]
        others = {name: result.points for name, result in of.items() if name != ENGINE}
        return ratios(of[ENGINE].points, others)

    def table(self) -> str:
        """Return Markdown for people: a table for each kind of question."""
        return "\n\n".join(self._section(kind) for kind in self.results)

    def _figures(self, kind: Kind, name: str) -> dict[str, Any] | None:
        result = self.results.get(kind, {}).get(name)
        return result.as_dict() if result else None

    def _section(self, kind: Kind) -> str:
        questions, items = self.asked[kind]
        ratio = self.ratios(kind)
        lines = [
            f"### {kind.replace('_', ' ').capitalize()}: {questions:,} questions, {items:,} items",
            "",
            _line((*_HEADS, "engine at the same Gini")),
            _line(["---"] * (len(_HEADS) + 1)),
        ]
        for name, result in self.results[kind].items():
            beside = f"{ratio[name]:.2f} ×" if name in ratio else "–"
            lines.append(_line((*_cells(name, result), beside)))
        return "\n".join(lines)


def make(
    history: History,
    questions: Sequence[Question],
    answers: Sequence[Answer],
    *,
    weights: str,
    seed: int,
    progress: Callable[[int, int], None],
) -> Report:
    """Judge the engine's answers, and those of every baseline to the same questions.

    Lots decide ties of baselines, and who asks first when a cap counts: figures are means of DRAWS.
    """
    kinds = [kind for kind in KINDS if any(each.kind == kind for each in questions)]
    key = keys(history, questions)
    drawn: dict[Kind, dict[str, list[Result]]] = {kind: {} for kind in kinds}
    for turn in range(DRAWS):
        ways = {ENGINE: answers, **baselines(history, questions, seed + turn)}
        for kind, (name, given) in product(kinds, ways.items()):
            result = _result(key, given, kind, len(history.units), seed + turn)
            drawn[kind].setdefault(name, []).append(result)
        progress(turn + 1, DRAWS)
    results = {kind: {name: _mean(each) for name, each in of.items()} for kind, of in drawn.items()}
    return Report(results, {kind: _extent(questions, kind) for kind in kinds}, weights)


def _result(
    key: Mapping[Question, Key],
    answers: Sequence[Answer],
    kind: Kind,
    population: int,
    seed: int,
) -> Result:
    judged, years = judge(key, answers, kind)
    rest = without_prolific(key, answers, kind)
    return Result(
        measure(judged, population, seed),
        measure(rest, population, seed).ndcg if rest else None,
        curve(judged, years, population, seed),
    )


def _mean(drawn: Sequence[Result]) -> Result:
    rests = [each.without_prolific for each in drawn if each.without_prolific is not None]
    return Result(
        mean([each.measures for each in drawn]),
        fmean(rests) if rests else None,
        mean_curve([each.points for each in drawn]),
    )


def _extent(questions: Sequence[Question], kind: Kind) -> tuple[int, int]:
    items = [question.item for question in questions if question.kind == kind]
    return len(items), len(set(items))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(name: str, result: Result) -> tuple[str, ...]:
    of = result.measures
    rest = result.without_prolific
    return (
        name.replace(ON_TOPIC, ", on topic").replace("_", " "),
        f"{of.ndcg:.3f}",
        f"{of.interval[0]:.3f}–{of.interval[1]:.3f}",
        f"{of.mrr:.3f}",
        f"{of.recall:.3f}",
        f"{of.gini:.2f}",
        f"{of.largest_share:.3f}",
        "–" if rest is None else f"{rest:.3f}",
    )
