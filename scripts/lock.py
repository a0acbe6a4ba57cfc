"""Writes requirements.lock anew from the exact pins of pyproject.toml, with hashes and no address.

Run it in .venv after `pip install pip-tools`, on Python 3.11: the oldest version needs the most.
"""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "requirements.lock"
HEADER = "# Made by scripts/lock.py from pyproject.toml: change the pins there.\n"
OPTIONS = (
    *("--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-header"),
    *("--no-annotate", "--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links"),
    "--no-emit-options",
)


def main() -> None:
    """Resolve the pins and write the file."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]
    with tempfile.TemporaryDirectory() as folder:
        wanted, found = Path(folder, "pins.in"), Path(folder, "lock")
        wanted.write_text("\n".join(pins), encoding="utf-8")
        tool = Path(sys.executable).with_name("pip-compile")
        subprocess.run([tool, *OPTIONS, "--output-file", found, wanted], check=True)
        LOCK.write_text(HEADER + found.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
