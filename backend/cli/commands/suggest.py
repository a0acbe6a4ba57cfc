"""`counterpart suggest`: whom somebody would be suggested now, and why."""

import argparse

from backend.cli.errors import WrongUseError
from backend.cli.output import Commands, Output
from backend.servers import preflight
from backend.servers.preflight import NotReadyError

LIMIT = 10
MOST = 50


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = (
        "Show whom a member would be suggested now, and why, with the share of each reason. It is "
        "a look only: no list is stored, nobody counts as shown, and the audit trail notes it."
    )
    parser = commands.add_parser("suggest", parents=[common], help=text, description=text)
    parser.add_argument("official", metavar="OFFICIAL", help="a member: id, name or e-mail address")
    parser.add_argument("--issue", metavar="ISSUE", help="slug, name or id; else all their work")
    parser.add_argument(
        "--intent",
        choices=("learn", "collaborate"),
        default="learn",
        help="from somebody who is further (the default), or side by side",
    )
    parser.add_argument(
        "--limit", type=_limit, default=LIMIT, metavar="N", help=f"1 to {MOST}, else {LIMIT}"
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="TERM",
        help="switch a term of the score off, such as nearby; may come several times",
    )
    parser.add_argument(
        "--lang", choices=("en", "es"), default="en", help="the language of the reasons"
    )
    parser.set_defaults(run=run)


def _limit(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST}")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Find who is meant, ask the graph and show the list."""
    from backend.accounts.models import Language  # noqa: PLC0415  (these need Django set up)
    from backend.cli import suggested  # noqa: PLC0415
    from backend.core.errors import DomainError  # noqa: PLC0415
    from backend.core.graph_client import warm  # noqa: PLC0415
    from backend.directory.selectors import lookup  # noqa: PLC0415
    from backend.matching.errors import MatchingUnavailable  # noqa: PLC0415
    from backend.matching.models import Intent  # noqa: PLC0415
    from backend.matching.peers.preview import suggestions_preview  # noqa: PLC0415

    with preflight.servers(with_graph=True):
        preflight.migrate()
        try:
            own = lookup.official_lookup(arguments.official)
            issue = lookup.issue_lookup(arguments.issue) if arguments.issue else None
            warm()
            preview = suggestions_preview(
                own=own,
                issue_id=issue.pk if issue else None,
                intent=Intent(arguments.intent),
                length=arguments.limit,
                without=arguments.without,
                language=Language(arguments.lang),
            )
        except DomainError as problem:
            raise WrongUseError(problem.text(Language.ENGLISH)) from None
        except MatchingUnavailable:
            raise NotReadyError(
                "The graph does not answer, or too slowly. “counterpart graph status” says more."
            ) from None
        _warn_if_behind(output)
        asked = suggested.Asked(own, issue, Intent(arguments.intent))
        output.result(suggested.as_dict(asked, preview), suggested.as_text(asked, preview))
    return 0


def _warn_if_behind(output: Output) -> None:
    from backend.projection.status import status  # noqa: PLC0415  (needs Django set up)

    now = status()
    if now.epoch != now.graph_epoch:
        output.say("The graph is not whole: a worker or “graph rebuild” will make it so.")
    elif now.waiting:
        output.say(f"{now.waiting:,} changes are not in the graph yet: a worker brings them there.")
