"""A stored list beside few officials and beside half a million in the tables.

The others are in the tables and not in the graph, which nobody reads once the list is stored.
"""

import sys

from benchmarks import fresh
from benchmarks.table import printed

OFFICIALS = 500_000


def main() -> int:
    """Measure with both, on servers in a new folder."""
    with fresh.folder():
        # Django has to be set up before these can be imported.
        from backend.projection.rebuild import rebuild  # noqa: PLC0415
        from backend.servers import preflight  # noqa: PLC0415
        from benchmarks import people, stored  # noqa: PLC0415

        with preflight.servers(with_graph=True):
            preflight.migrate()
            people.make()
            rebuild()
            few = stored.rows()
            people.more(OFFICIALS - people.OFFICIALS)
            return printed([*few, *stored.rows()])


if __name__ == "__main__":
    sys.exit(main())
