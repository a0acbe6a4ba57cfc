"""What a process that suggests peers holds in memory: `python -m benchmarks.memory URI SIZE`.

A process of its own, since the one that measures has whole networks in its memory. Prints the
resident megabytes after a hundred questions. The engine's password is read from standard input.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import psutil

from graph.connection import Graph
from graph.peers import suggest

QUESTIONS = 100


def held(uri: str, user: str | None, password: str | None, size: int) -> float:
    """Megabytes of a fresh process that has asked about a network of so many."""
    found = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", uri, str(size), user or ""],
        input=password or "",
        check=True,
        capture_output=True,
        text=True,
    )
    return float(found.stdout)


def main() -> None:
    """Ask, and say how much is held."""
    uri, size, user = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    graph = Graph(uri, user or None, sys.stdin.read() or None)
    for number in range(QUESTIONS):
        official = 1 + number * (size - 1) // QUESTIONS
        suggest(graph, official, 10, as_of=date(2026, 1, 1), timeout=28.0)
    print(psutil.Process().memory_info().rss / 1e6)  # noqa: T201
    graph.close()


if __name__ == "__main__":
    main()
