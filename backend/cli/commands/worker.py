"""`counterpart worker`: brings what was committed to the graph."""

import argparse

from backend.cli import relay
from backend.cli.output import Commands, Output


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = "Bring committed changes to the graph until stopped; `up` and `demo` run one themselves."
    parser = commands.add_parser("worker", parents=[common], help=text, description=text)
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace, output: Output) -> int:
    """Run until a signal ends it."""
    output.say("Bringing changes to the graph. Stop it with Ctrl-C.")
    relay.run()
    output.result({"stopped": True}, "Stopped.")
    return 0
