"""Finds what belongs to one machine in committed files: registries' hosts, paths, keys."""

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# Written in pieces, so that this file does not find itself.
FORBIDDEN = {
    "a package registry's address": "|".join(
        (
            r"pypi\." + r"org",
            r"python" + r"hosted\.org",
            r"registry\.npm" + r"js\.org",
            r"registry\.yarn" + r"pkg\.com",
            r"repo1?\.maven" + r"\.(apache\.)?org",
            r"deb\." + r"debian\.org",
        )
    ),
    "a path of one machine": r"(?<![\w.])/(?:work" + r"|root|home/[a-z]+|Users/[A-Za-z]+)/[\w.]",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY-----",
}


def main() -> None:
    """Print each find with its file and line, and fail if there is one."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    finds = [find for name in listed.stdout.split("\0") if name for find in _finds(name)]
    print("\n".join(finds) or "Nothing found.")
    sys.exit(1 if finds else 0)


def _finds(name: str) -> list[str]:
    path = PROJECT / name
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return [
        f"{name}:{number}: {what}: {found.group()}"
        for number, line in enumerate(text.splitlines(), 1)
        for what, pattern in FORBIDDEN.items()
        if (found := re.search(pattern, line))
    ]


if __name__ == "__main__":
    main()
