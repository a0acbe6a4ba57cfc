"""What a command says: sentences and bars for people, one last JSON line for programs."""

import argparse
import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

# What is being done, how much of it is done, and how much there is in all.
Report = Callable[[str, int, int], None]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
PLAIN_EVERY_SECONDS = 2.0


class Output:
    """Writes to standard output; with --json only JSON goes there, the rest to standard error."""

    def __init__(self, *, as_json: bool) -> None:
        """Choose who reads the standard output."""
        self.as_json = as_json
        self._people = sys.stderr if as_json else sys.stdout

    def say(self, sentence: str) -> None:
        """Tell people something, at once."""
        print(sentence, file=self._people, flush=True)

    def result(self, values: Mapping[str, Any], sentence: str) -> None:
        """Give the outcome: JSON for a program, the sentence for a person."""
        if self.as_json:
            print(json.dumps(values), flush=True)
        else:
            self.say(sentence)

    def table(self, table: Table) -> None:
        """Show people a table, as wide as their terminal."""
        Console(file=self._people).print(table)

    def problem(self, sentence: str) -> None:
        """Say what went wrong and what to do."""
        print(sentence, file=sys.stderr, flush=True)
        if self.as_json:
            print(json.dumps({"error": sentence}), flush=True)

    @contextlib.contextmanager
    def progress(self) -> Iterator[Report]:
        """Show how far something is: a bar on a terminal, a line now and then elsewhere."""
        if self._people.isatty():
            with _bar(Console(file=self._people)) as bar:
                task = bar.add_task("", total=None)
                yield lambda what, done, total: bar.update(
                    task, description=what, completed=done, total=total
                )
        else:
            yield self._plain()

    def _plain(self) -> Report:
        shown = time.monotonic()

        def report(what: str, done: int, total: int) -> None:
            nonlocal shown
            if done >= total or time.monotonic() - shown >= PLAIN_EVERY_SECONDS:
                shown = time.monotonic()
                self.say(f"{what}: {done:,} of {total:,}")

        return report


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
    )
