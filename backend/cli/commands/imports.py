"""`counterpart import`: brings open data in, previewed first."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from backend.cli.errors import WrongUseError
from backend.cli.output import Commands, Output
from backend.servers import preflight

if TYPE_CHECKING:
    from backend.imports.report import Report

FORMATS = {
    "openstates": "Municipal officials from a folder (or one file) of Open States “people” YAML, "
    "as records that only staff see.",
    "divisions": "Places from a CSV of Open Civic Data divisions.",
    "parking": "Adoptions from core.json of the Parking Reform Network's map (or its folder).",
}


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add a command for each format."""
    text = "Bring open data in: without --apply only a preview is shown and nothing is written."
    formats = commands.add_parser("import", help=text, description=text).add_subparsers(
        metavar="FORMAT", required=True
    )
    for name, about in FORMATS.items():
        parser = formats.add_parser(
            name, parents=[common], help=about, description=f"{about} {text}"
        )
        parser.add_argument("path", type=Path, metavar="PATH", help="what to read")
        parser.add_argument("--apply", action="store_true", help="write what the preview shows")
        parser.add_argument(
            "--strict", action="store_true", help="write nothing when anything is rejected"
        )
        parser.set_defaults(run=run, format=name)


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Read the file or folder, and tell what is new, changed, the same or refused."""
    from backend.core.languages import Language  # noqa: PLC0415  (these need Django set up)
    from backend.imports import divisions, openstates, parking  # noqa: PLC0415
    from backend.imports.reading import WrongPathError  # noqa: PLC0415

    # Path.exists raises for a name that is too long.
    if not os.path.exists(arguments.path):  # noqa: PTH110
        raise WrongUseError(f"There is nothing at {arguments.path}. Check the path.")
    importer = {"openstates": openstates, "divisions": divisions, "parking": parking}[
        arguments.format
    ]
    with preflight.servers(with_graph=False):
        preflight.migrate()
        try:
            with output.progress() as report_progress:
                report = importer.run(
                    arguments.path,
                    apply=arguments.apply,
                    strict=arguments.strict,
                    progress=lambda done, total: report_progress("Importing", done, total),
                )
        except WrongPathError as problem:
            raise WrongUseError(problem.text(Language.ENGLISH)) from problem
    _tell(report, output, refused=arguments.apply and not report.applied)
    return 1 if report.rejected else 0


def _tell(report: "Report", output: Output, *, refused: bool) -> None:
    for each in report.rejections:
        where = each.file if each.row is None else f"{each.file}, line {each.row}"
        print(f"Rejected: {where}, {each.field}: {each.reason}", file=sys.stderr)
    for change in report.sample:
        verb = "new" if change.created else f"changed ({', '.join(change.fields)})"
        output.say(f"  {change.subject}: {verb}")
    for note in report.notes:
        output.say(note)
    done = "Written." if report.applied else "Nothing was written: add --apply to write this."
    if refused:
        done = "Nothing was written: --strict refuses a file with rejected rows."
    output.result(
        report.as_dict(),
        f"{report.created:,} {report.about} new, {report.changed:,} changed, "
        f"{report.unchanged:,} the same, {report.rejected:,} rejected. {done}",
    )
