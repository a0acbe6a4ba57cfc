"""The environment of processes that tests start."""

import os
from pathlib import Path

_OURS = ("COUNTERPART_", "NEO4J_", "DATABASE_URL", "DJANGO_")


def variables(data: Path) -> dict[str, str]:
    """The variables here without any of the project's own, but for this data folder."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**others, "COUNTERPART_DATA": str(data)}
