"""Exports what the web app and others know of the server; with --check, tells what is out of date.

That is the schema of each endpoint, and the limits and enums that the web app's forms are made of.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import django

PROJECT = Path(__file__).resolve().parent.parent
SHARED = "frontend/src/shared"
# The web app's lists of values, in the order in which they are shown.
ENUMS = {
    "STAGES": "Stage",
    "PRIORITIES": "Priority",
    "HELP_KINDS": "HelpKind",
    "VISIBILITIES": "Visibility",
    "OFFICE_KINDS": "OfficeKind",
    "POPULATION_BANDS": "PopulationBand",
}
WRITTEN = "// Written by `make schema` from the server's own; not to be edited.\n"
LINE = 100


def main() -> None:
    """Write or compare the files."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    django.setup()
    from backend.api.member.schema import schema as member  # noqa: PLC0415  (need Django set up)
    from backend.api.staff.schema import export as export_staff  # noqa: PLC0415
    from backend.directory import limits  # noqa: PLC0415

    enums = {name: _values(member, enum) for name, enum in ENUMS.items()}
    exported = {
        "schema.graphql": member.as_str(),
        "schema.staff.graphql": export_staff(),
        f"{SHARED}/limits.ts": _limits(limits.WEB_APP),
        f"{SHARED}/enums.ts": _enums(enums),
    }
    outdated = [name for name, text in exported.items() if not _is(PROJECT / name, text)]
    if "--check" in sys.argv[1:]:
        if outdated:
            sys.exit(f"Not as the code has it: {', '.join(outdated)}. Run make schema.")
        return
    for name in outdated:
        (PROJECT / name).write_text(_ended(exported[name]), encoding="utf-8")
        print(f"{name} is new.")
    if not outdated:
        print("All files were up to date.")


def _values(schema: Any, enum: str) -> list[str]:
    found = schema.get_type_by_name(enum)
    return [value.name for value in found.values]


def _limits(limits: Mapping[str, Mapping[str, int]]) -> str:
    groups = (
        f"  {name}: {{ {', '.join(f'{what}: {most}' for what, most in group.items())} }},\n"
        for name, group in limits.items()
    )
    return (
        f"{WRITTEN}\n/** The most characters, or items, that the server takes. */\n"
        f"export const LIMITS = {{\n{''.join(groups)}}} as const\n"
    )


def _enums(enums: Mapping[str, list[str]]) -> str:
    types = "".join(f"  {name},\n" for name in sorted(ENUMS.values()))
    lists = [_list(name, values) for name, values in enums.items()]
    return (
        f"{WRITTEN}\nimport type {{\n{types}}} from '@/gql/graphql'\n\n"
        "// The values of the schema's enums, in its order, which is the one to show them in.\n\n"
        + "\n".join(lists)
    )


def _list(name: str, values: list[str]) -> str:
    """Lay a list out as the web app's formatter would."""
    start = f"export const {name}: readonly {ENUMS[name]}[] = ["
    quoted = [f"'{value}'" for value in values]
    line = f"{start}{', '.join(quoted)}]\n"
    if len(line) <= LINE + 1:
        return line
    return start + "\n" + "".join(f"  {each},\n" for each in quoted) + "]\n"


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == _ended(text)


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"


if __name__ == "__main__":
    main()
