"""`counterpart evaluate`: how good suggestions are, on a history that they have not seen."""

import argparse
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from backend.cli.errors import WrongUseError
from backend.cli.output import Commands, Output
from backend.servers import temporary

if TYPE_CHECKING:
    from backend.evaluation.history import History
    from backend.evaluation.report import Report

_YEAR = r"[12][0-9]{3}"


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = (
        "Replay a history of adoptions through the graph and the engine that serve members, on "
        "servers of its own, and say how often its suggestions were right."
    )
    parser = commands.add_parser("evaluate", parents=[common], help=text, description=text)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--adoptions", type=Path, metavar="FILE", help="CSV with the columns unit, item, year"
    )
    source.add_argument(
        "--parking",
        type=Path,
        metavar="FILE",
        help="core.json of the Parking Reform Network's map (or its folder), instead of CSV files",
    )
    parser.add_argument(
        "--topics", type=Path, metavar="FILE", help="CSV with the columns item, topic[, text]"
    )
    parser.add_argument(
        "--places",
        type=Path,
        metavar="FILE",
        help="CSV with the columns unit, lat, lon[, population][, state]",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="TERM",
        help="switch a term of the score off, such as nearby; may come several times",
    )
    years = parser.add_mutually_exclusive_group()
    years.add_argument(
        "--years", type=_span, metavar="FROM-TO", help="ask only about adoptions of these years"
    )
    years.add_argument(
        "--from", type=_first, dest="years", metavar="YEAR", help="the same, with no end"
    )
    parser.add_argument(
        "--plots", type=Path, metavar="FOLDER", help="write the curves there as SVG"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Read the history, replay it and tell what came of it."""
    from backend.core.languages import Language  # noqa: PLC0415  (these need Django set up)
    from backend.evaluation import evaluate as evaluation  # noqa: PLC0415
    from backend.imports.reading import WrongPathError  # noqa: PLC0415

    try:
        history = _history(arguments)
        weights = evaluation.weights_without(arguments.without)
    except WrongPathError as problem:
        raise WrongUseError(problem.text(Language.ENGLISH)) from None
    except ValueError as problem:
        raise WrongUseError(str(problem)) from None
    if arguments.plots and not arguments.plots.is_dir():
        raise WrongUseError(f"There is no folder {arguments.plots} to put the plots into.")
    years = evaluation.Years(*arguments.years) if arguments.years else None
    asked = evaluation.to_ask(history, years)
    output.say(
        f"{len(history.units):,} units, {len(history.items):,} items, "
        f"{len(history.topics):,} topics, {int(history.ever.sum()):,} adoptions; "
        f"{len(asked):,} questions."
    )
    with temporary.servers(), output.progress() as progress:
        report = evaluation.evaluate(history, asked, weights, progress)
    if arguments.plots:
        _write_plots(report, arguments.plots)
    output.result(
        report.as_dict(),
        f"\n{report.table()}\n\nWeights {report.weights}; {report.seconds:.0f} seconds.",
    )
    return 0


def _history(arguments: argparse.Namespace) -> "History":
    from backend.evaluation import parking, reading  # noqa: PLC0415  (need Django set up)

    if not arguments.parking:
        return reading.read(arguments.adoptions, arguments.topics, arguments.places)
    if arguments.topics or arguments.places:
        raise WrongUseError("--parking brings its own topics and places: leave those out.")
    with tempfile.TemporaryDirectory(prefix="counterpart-") as folder:
        files = parking.convert(arguments.parking, Path(folder))
        return reading.read(files.adoptions, files.topics, files.places)


def _write_plots(report: "Report", folder: Path) -> None:
    from backend.evaluation.plots import plot  # noqa: PLC0415  (needs Django set up)

    for kind, results in report.results.items():
        name = kind.replace("_", "-")
        title = f"{name.capitalize()}: NDCG@10 as a cap on exposure tightens"
        (folder / f"evaluation-{name}.svg").write_text(plot(title, results), encoding="utf-8")


def _span(text: str) -> tuple[int, int]:
    found = re.fullmatch(f"({_YEAR})-({_YEAR})", text)
    if not found or int(found[1]) > int(found[2]):
        raise argparse.ArgumentTypeError(f"“{text}” is no span of years such as 2020-2026.")
    return int(found[1]), int(found[2])


def _first(text: str) -> tuple[int, int]:
    if not re.fullmatch(_YEAR, text):
        raise argparse.ArgumentTypeError(f"“{text}” is no year such as 2020.")
    return int(text), 2999
