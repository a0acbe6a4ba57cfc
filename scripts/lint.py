"""Everything about the project that can be checked without running it, in one table."""

import os
import sys
from pathlib import Path

import steps

BIN = Path(sys.executable).parent


def main() -> None:
    """Run every check, also after one has failed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    python = sys.executable
    # There need not be a database for this, and no warning that there is none.
    migrations = ("-W", "ignore", "-m", "django", "makemigrations", "--check", "--dry-run")
    outcomes = [
        steps.run("ruff: rules", [BIN / "ruff", "check", "."]),
        steps.run("ruff: layout", [BIN / "ruff", "format", "--check", "."]),
        steps.run("mypy --strict", [BIN / "mypy"]),
        steps.run("imports run one way", [BIN / "lint-imports"]),
        steps.run("migrations are complete", [python, *migrations]),
        steps.run("exported schemas", [python, "scripts/schema.py", "--check"]),
        steps.run("nothing of one machine", [python, "scripts/scan.py"]),
        steps.run("web app", ["npm", "run", "check"], folder=steps.PROJECT / "frontend"),
    ]
    steps.finish("make lint", outcomes, counted=False)


if __name__ == "__main__":
    main()
