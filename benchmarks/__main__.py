"""`python -m benchmarks`: measure on servers of its own; fail if a bound is broken."""

import subprocess
import sys

from benchmarks import fresh
from benchmarks.table import Row, printed


def main() -> int:
    """Start PostgreSQL and the bundled engine in a new folder, measure, and clean up."""
    with fresh.folder():
        failed = printed(_measure())
    # Another network, so servers of its own, in a process of its own.
    exposure = subprocess.run([sys.executable, "-m", "benchmarks.exposure"], check=False)
    return failed or exposure.returncode


def _measure() -> list[Row]:
    # Django has to be set up before these can be imported.
    from backend.servers import preflight  # noqa: PLC0415
    from benchmarks import member_api, people, projection, stored, web  # noqa: PLC0415

    with preflight.servers(with_graph=True):
        preflight.migrate()
        people.make()
        return [*projection.rows(), *member_api.rows(), *stored.rows(), web.first_route()]


if __name__ == "__main__":
    sys.exit(main())
