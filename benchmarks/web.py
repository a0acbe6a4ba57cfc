"""What a phone downloads before the first page shows."""

import json
import subprocess

from django.conf import settings

from benchmarks.table import Row


def first_route() -> Row:
    """Bytes of script and style of the first route, gzipped, and the most there may be."""
    measured = subprocess.run(
        ["npm", "run", "--silent", "size", "--", "--json"],
        cwd=settings.WEB_APP.parent,
        check=False,
        stdout=subprocess.PIPE,
    )
    size = json.loads(measured.stdout)
    ours, most = size["first_route_gzip"], size["limit"]
    return Row(
        "First route, bytes gzipped, and its limit",
        f"{ours:,}",
        f"{most:,}",
        ours / most,
        "at most 1",
        ours <= most,
    )
