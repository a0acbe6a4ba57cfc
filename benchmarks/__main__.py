"""`python -m benchmarks`: measure on servers of its own; fail if a bound is broken."""

import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import django


def main() -> int:
    """Start PostgreSQL and the bundled engine in a new folder, measure, and clean up."""
    folder = Path(tempfile.mkdtemp(prefix="counterpart-bench-"))
    for name in ("DATABASE_URL", "NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD"):
        os.environ.pop(name, None)
    os.environ["COUNTERPART_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "backend.config.settings"
    django.setup()
    logging.disable(logging.INFO)  # a line for each request would drown the table
    try:
        return _measure()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure() -> int:
    # Django has to be set up before these can be imported.
    from backend.cli import ready  # noqa: PLC0415
    from benchmarks import member_api, people, projection, web  # noqa: PLC0415

    with ready.servers(with_graph=True):
        ready.migrate()
        people.make()
        table = [*projection.rows(), *member_api.rows(), web.first_route()]
    for row in table:
        verdict = "holds" if row.holds else "BROKEN"
        print(  # noqa: T201
            f"{row.name}: ours {row.ours}, bare {row.bare}, "
            f"ratio {row.ratio:.2f} ({row.bound}: {verdict})"
        )
    return 0 if all(row.holds for row in table) else 1


if __name__ == "__main__":
    sys.exit(main())
