"""`counterpart worker`: what works behind the web process, without one."""

import argparse

from backend.cli.output import Commands, Output
from backend.servers import preflight
from backend.servers.supervisor import Supervisor


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = (
        "Bring committed changes to the graph and do the jobs that are due until stopped; `up` and "
        "`demo` do so themselves."
    )
    parser = commands.add_parser("worker", parents=[common], help=text, description=text)
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace, output: Output) -> int:
    """Run until a signal ends it."""
    with preflight.servers(with_graph=True) as servers:
        output.say("Bringing changes to the graph and doing jobs. Stop it with Ctrl-C.")
        try:
            Supervisor(servers, output.say).run()
        except KeyboardInterrupt:
            output.say("\nStopping.")
    output.result({"stopped": True}, "Stopped.")
    return 0
