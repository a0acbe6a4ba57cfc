"""`counterpart graph`: how the graph stands beside the tables, and making it anew."""

import argparse
import contextlib
from collections.abc import Iterator

from backend.cli.output import Commands, Output
from backend.servers import preflight
from backend.servers.preflight import NotReadyError


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the three commands."""
    text = "Look after the graph, which is a projection of the tables."
    group = commands.add_parser("graph", help=text, description=text)
    parts = group.add_subparsers(metavar="PART", required=True)
    for name, carry_out, about in (
        ("status", status, "Show how far the graph is behind, what failed, and how much is in it."),
        ("verify", verify, "Compare the graph with the tables, node by node and edge by edge."),
        ("rebuild", rebuild, "Write the whole graph anew from the tables, in service."),
    ):
        parser = parts.add_parser(name, parents=[common], help=about, description=about)
        parser.set_defaults(run=carry_out)


def status(_arguments: argparse.Namespace, output: Output) -> int:
    """Show the state of both sides; fails when the graph does not answer."""
    from backend.projection.status import status as look  # noqa: PLC0415  (needs Django set up)

    with _projection():
        now = look()
    lines = [f"Waiting: {now.waiting:,} changes, the oldest for {now.oldest_s:.1f} s."]
    if now.retrying or now.given_up:
        lines.append(f"Failed: {now.retrying:,} to be tried again, {now.given_up:,} given up.")
    for label, rows in now.tables.items():
        there = f"{now.graph[label]:,}" if now.graph is not None else "?"
        lines.append(f"{label}: {rows:,} in the tables, {there} in the graph.")
    if not now.reachable:
        lines.append("The graph does not answer. Changes wait until it does.")
    elif now.epoch != now.graph_epoch:
        lines.append("The graph is not whole: a worker or “graph rebuild” will make it so.")
    output.result(now.as_dict(), "\n".join(lines))
    return 0 if now.reachable else 1


def verify(_arguments: argparse.Namespace, output: Output) -> int:
    """Compare both sides; fails when they differ."""
    from backend.projection.verify import verify as compare  # noqa: PLC0415  (needs Django set up)

    with _projection(), output.progress() as report:
        found = compare(progress=report)
    lines = [
        f"Compared {found.nodes:,} nodes and {found.edges:,} edges.",
        (
            f"In the graph: {found.missing:,} missing, {found.extra:,} too many, "
            f"{found.different:,} different."
        ),
        *found.examples,
    ]
    if found.waiting:
        lines.append(f"On their way and not counted: {found.waiting:,}.")
    output.result(found.as_dict(), "\n".join(lines))
    return 0 if found.is_clean else 1


def rebuild(_arguments: argparse.Namespace, output: Output) -> int:
    """Write the graph anew, then drop what is older."""
    from backend.projection import rebuild as projection  # noqa: PLC0415  (needs Django set up)

    with _projection(), output.progress() as report:
        try:
            done = projection.rebuild(progress=report)
        except projection.RebuildRunning as problem:
            raise NotReadyError(f"{problem} Wait for it to end.") from None
    output.result(
        done.as_dict(),
        f"Wrote {done.written:,} and removed {done.removed:,} old pieces in {done.seconds:.1f} s.",
    )
    return 0


@contextlib.contextmanager
def _projection() -> Iterator[None]:
    """Have both servers and the tables; a graph that is away becomes a sentence."""
    from backend.projection.writer import DOWN  # noqa: PLC0415  (needs Django set up)

    with preflight.servers(with_graph=True):
        preflight.migrate()
        try:
            yield
        except DOWN as problem:
            raise NotReadyError(
                f"The graph or the database went away ({type(problem).__name__}). "
                "Nothing is lost: run this again once it answers."
            ) from None
