"""Carries out one command: reads its arguments, turns errors into sentences and exit codes.

Exit codes: 0 done, 1 something was rejected or failed, 2 wrong use.
"""

import argparse
import os
import traceback
from collections.abc import Sequence

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from backend.cli.commands import demo, evaluate, exposure, graph, imports, jobs, suggest, up, worker
from backend.cli.errors import WrongUseError
from backend.cli.output import Output
from backend.core.errors import DomainError
from backend.core.languages import Language
from backend.projection.locks import LockTaken
from backend.servers.postgres import PostgresError
from backend.servers.preflight import NotReadyError
from graph.embedded import EngineError

FAILED, WRONG_USE = 1, 2
# Errors whose message is written for people.
EXPECTED = (DomainError, NotReadyError, PostgresError, EngineError, LockTaken)


def run(arguments: Sequence[str]) -> int:
    """Carry out the command and return its exit code; wrong arguments end the process."""
    given = _parser().parse_args(arguments)
    output = Output(as_json=given.json)
    try:
        _set_up_django(given)
        code: int = given.run(given, output)
    except KeyboardInterrupt:
        output.problem("Interrupted.")
        return FAILED
    except (ImproperlyConfigured, WrongUseError) as problem:
        output.problem(str(problem))
        return WRONG_USE
    except EXPECTED as problem:
        output.problem(_sentence(problem))
        return FAILED
    except DatabaseError as problem:
        output.problem(f"The database could not do it. {str(problem).strip().splitlines()[0]}")
        return FAILED
    except Exception as problem:  # noqa: BLE001  (people get a sentence, the log the rest)
        output.problem(_unexpected(problem))
        return FAILED
    else:
        return code


def _set_up_django(given: argparse.Namespace) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    if given.mode:
        chosen = os.environ.get("COUNTERPART_MODE", "").strip() or given.mode
        if chosen != given.mode:
            raise ImproperlyConfigured(
                f"COUNTERPART_MODE is {chosen}: the demo only runs where it is demo or not set."
            )
        os.environ["COUNTERPART_MODE"] = given.mode
    django.setup()


def _sentence(problem: Exception) -> str:
    return problem.text(Language.ENGLISH) if isinstance(problem, DomainError) else str(problem)


def _unexpected(problem: Exception) -> str:
    sentence = f"Something went wrong that should not: {type(problem).__name__}."
    details = "".join(traceback.format_exception(problem))
    try:
        log = settings.DATA / "error.log"
        with log.open("a", encoding="utf-8") as file:
            log.chmod(0o600)
            file.write(details)
    except OSError:
        return f"{sentence}\n{details}"
    return f"{sentence} The details are in {log}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="counterpart",
        description="The member directory and peer-connection network of local elected officials.",
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--json", action="store_true", help="end the output with one line that is a JSON object"
    )
    common.set_defaults(mode=None)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (demo, up, worker, suggest, exposure, graph, jobs, imports, evaluate):
        command.add(commands, common)
    return parser
