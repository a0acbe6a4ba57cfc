"""Runs named steps one after the other and ends with one table of what came of each."""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

PROJECT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")  # noqa: S108  (a disk in memory, where there is one)
MEMORY_BYTES = 4 << 30
# For a Java engine that runs for minutes: compiling it thoroughly costs more than it brings.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@dataclass
class Outcome:
    """What came of a step; counts are of tests, where the step has any."""

    name: str
    ok: bool
    seconds: float
    passed: int = 0
    skipped: int = 0
    failures: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def failed(self) -> int:
        """How many tests failed; `failures` names them."""
        return len(self.failures)


def memory() -> Path | None:
    """Return where files are in memory, or None where there is no such place or little room.

    What the tests write is thrown away: waiting for a disk to have it takes most of their time.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_BYTES
    return MEMORY if roomy and psutil.virtual_memory().available > MEMORY_BYTES else None


def run(
    name: str,
    command: Sequence[str | Path],
    *,
    folder: Path = PROJECT,
    environment: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> Outcome:
    """Run one command with its output shown as it comes, or kept in a file."""
    print(f"\n==> {name}" + (", beside (its output follows at the end)" if log else ""), flush=True)
    began = time.monotonic()
    with log.open("wb") if log else nullcontext() as out:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT if log else None,
            check=False,
        )
    outcome = Outcome(name, done.returncode == 0, time.monotonic() - began)
    if log:
        print(f"\n==> {name}: {'ok' if outcome.ok else 'FAILED'}", flush=True)
    return outcome


def finish(title: str, outcomes: Sequence[Outcome], *, counted: bool) -> None:
    """Print the table (and the sum of the tests, if they are counted) and end the process."""
    table = Table(title=title, title_justify="left")
    numbers = ("passed", "failed", "skipped") if counted else ()
    table.add_column("step")
    for heading in (*numbers, "seconds"):
        table.add_column(heading, justify="right")
    table.add_column("result")
    for each in outcomes:
        counts = [str(getattr(each, number)) for number in numbers]
        result = ("ok" if each.ok else "FAILED") + (f": {each.note}" if each.note else "")
        table.add_row(each.name, *counts, f"{each.seconds:.0f}", result)
    print(flush=True)
    Console(width=110 if not sys.stdout.isatty() else None).print(table)
    for each in outcomes:
        for failure in each.failures:
            print(f"FAILED  {each.name}: {failure}")
    if counted:
        passed, failed, skipped = (
            sum(getattr(each, number) for each in outcomes) for number in numbers
        )
        print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    sys.exit(0 if all(each.ok for each in outcomes) else 1)
