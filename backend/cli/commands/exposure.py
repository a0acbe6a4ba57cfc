"""`counterpart exposure`: how evenly people are suggested, and whether some are left out."""

import argparse
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from backend.cli.output import Commands, Output
from backend.servers import preflight

if TYPE_CHECKING:
    from backend.matching.exposure import Exposure, Group

SHOWN = 12


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = (
        "Show how evenly members were suggested to each other in a week, beside what chance would "
        "do with lists as long. Nobody is named."
    )
    parser = commands.add_parser("exposure", parents=[common], help=text, description=text)
    parser.add_argument(
        "--week",
        type=_day,
        metavar="DAY",
        help="any day of the week, such as 2026-11-23; this week by default",
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace, output: Output) -> int:
    """Report a week."""
    from backend.core.clock import this_week, week_of  # noqa: PLC0415  (needs Django set up)
    from backend.core.languages import Language  # noqa: PLC0415
    from backend.matching.exposure import exposure  # noqa: PLC0415

    with preflight.servers(with_graph=False):
        preflight.migrate()
        week = this_week() if given.week is None else week_of(given.week)
        found = exposure(week, language=Language.ENGLISH)
    if not output.as_json:
        output.say(_in_words(found))
        for title, groups in (
            ("By population of their place", found.bands),
            ("By state", found.states),
            ("By issue (one may work on several)", found.issues),
        ):
            if groups:
                output.table(_table(title, groups))
    output.result(found.as_dict(), _closing(found))
    return 0


def _in_words(found: "Exposure") -> str:
    if not found.lists:
        return f"In the week of {found.week} nobody has been suggested to anybody."
    each = found.impressions / found.lists
    return (
        f"In the week of {found.week} {found.lists:,} members were suggested {each:.1f} people "
        f"each.\n{found.eligible:,} people may be suggested: {found.never_suggested:,} were not, "
        f"{found.at_the_cap:,} as often as one week allows.\n"
        f"The most suggested person is on {found.largest_share:.1%} of the lists.\n"
        f"Unevenness (Gini; 0 is even): {found.gini:.2f}, by chance {found.gini_random:.2f}."
    )


def _closing(found: "Exposure") -> str:
    if not found.lists:
        return "Lists are made when members look for suggestions."
    uneven = [each.name for each in found.bands if _is_off(each)]
    if not uneven:
        return "Places of every size are suggested within 10% of their share of members."
    return f"Suggested over 10% more or less than their share of members: {', '.join(uneven)}."


def _table(title: str, groups: "Sequence[Group]") -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE)
    table.add_column("")
    for column in ("Members", "Of members", "Of suggestions", "Suggestions to members"):
        table.add_column(column, justify="right")
    for each in groups[:SHOWN]:
        table.add_row(
            Text(each.name),
            f"{each.members:,}",
            f"{each.share_of_members:.1%}",
            f"{each.share_of_exposure:.1%}",
            f"{each.share_of_exposure / each.share_of_members:.2f}",
        )
    if len(groups) > SHOWN:
        table.caption = f"The largest {SHOWN} of {len(groups)}; all of them with --json."
    return table


def _is_off(group: "Group") -> bool:
    return abs(group.share_of_exposure - group.share_of_members) > 0.1 * group.share_of_members


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a day, such as 2026-11-23"
        raise argparse.ArgumentTypeError(message) from None
