"""`counterpart demo`: the whole product with an invented network in it."""

import argparse

from django.db import OperationalError, connection

from backend.cli.commands import up
from backend.cli.output import Commands, Output
from backend.servers import preflight

GREETING = """Open it and choose who to be: no password is needed. Everybody there is invented.
What the processes log is in {logs}
Stop it with Ctrl-C."""


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = "Load the demo network of invented officials, if it is not there, and start everything."
    parser = commands.add_parser("demo", parents=[common], help=text, description=text)
    parser.set_defaults(run=run, mode="demo")


def run(_arguments: argparse.Namespace, output: Output) -> int:
    """Load the network and run until a signal ends it."""
    from backend.demo.load import load_network  # noqa: PLC0415  (its models need Django set up)

    with preflight.servers(with_graph=True) as servers:
        up.set_up(output)
        with output.progress() as report:
            load_network(report)
        logs = up.log_folder()
        output.say("Starting, and bringing the network to the graph.")
        return up.serve(
            servers,
            output,
            greeting=GREETING.format(logs=logs),
            logs=logs,
            is_settled=_graph_has_caught_up,
        )


def _graph_has_caught_up() -> bool:
    from backend.outbox.models import OutboxEntry  # noqa: PLC0415  (its table needs Django set up)

    try:
        return not OutboxEntry.objects.exists()
    except OperationalError:
        return False  # the server was restarted
    finally:
        connection.close()
