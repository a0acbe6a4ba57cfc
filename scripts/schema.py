"""Exports the schema of each endpoint; with --check, tells whether the files are up to date."""

import os
import sys
from pathlib import Path

import django

PROJECT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write or compare schema.graphql and schema.staff.graphql."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    django.setup()
    from backend.api.member.schema import schema as member  # noqa: PLC0415  (need Django set up)
    from backend.api.staff.schema import export as export_staff  # noqa: PLC0415

    exported = {"schema.graphql": member.as_str(), "schema.staff.graphql": export_staff()}
    outdated = [name for name, text in exported.items() if not _is(PROJECT / name, text)]
    if "--check" in sys.argv[1:]:
        if outdated:
            sys.exit(f"Not as the code has it: {', '.join(outdated)}. Run make schema.")
        return
    for name in outdated:
        (PROJECT / name).write_text(_ended(exported[name]), encoding="utf-8")
        print(f"{name} is new.")
    if not outdated:
        print("Both schema files were up to date.")


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == _ended(text)


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"


if __name__ == "__main__":
    main()
