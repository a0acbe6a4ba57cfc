"""`counterpart jobs`: how many jobs there are, and which have failed."""

import argparse

from django.db.models import Count

from backend.cli.output import Commands, Output
from backend.servers import preflight

STATES = ("todo", "doing", "failed")


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the one part there is."""
    text = "Look after the jobs, which workers do in the background."
    group = commands.add_parser("jobs", help=text, description=text)
    about = "Show how many jobs wait, are being done and have failed."
    parser = group.add_subparsers(metavar="PART", required=True).add_parser(
        "status", parents=[common], help=about, description=about
    )
    parser.set_defaults(run=status)


def status(_arguments: argparse.Namespace, output: Output) -> int:
    """Count the jobs by state; what was done is not kept."""
    # Its models need Django set up.
    from procrastinate.contrib.django.models import ProcrastinateJob  # noqa: PLC0415

    with preflight.servers(with_graph=False):
        preflight.migrate()
        each = ProcrastinateJob.objects.values_list("status", "task_name")
        rows = list(each.annotate(Count("pk")).order_by("task_name"))
    count = {state: sum(row[2] for row in rows if row[0] == state) for state in STATES}
    lines = ["{todo:,} waiting, {doing:,} being done, {failed:,} failed.".format(**count)]
    lines += [f"Failed: {name}, {number:,}." for state, name, number in rows if state == "failed"]
    output.result(count, "\n".join(lines))
    return 0
