"""The counterpart command, from its very start: Ctrl-C is heard before anything slow is read in."""

import sys
from typing import NoReturn

from backend.servers import interrupts


def main() -> NoReturn:
    """Carry out one command and end the process."""
    interrupts.listen()
    try:
        from backend.cli import program  # noqa: PLC0415  (reads Django in, for a while)

        sys.exit(program.run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Interrupted.")
