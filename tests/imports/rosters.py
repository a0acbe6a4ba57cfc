"""Invented roster files for the tests of imports. Nobody in them is real."""

from pathlib import Path
from uuid import UUID

from backend.imports import openstates
from backend.imports.report import Report

ADAK = "country:us/state:ak/place:adak"
HOMER = "country:us/state:ak/place:homer"


def person_id(number: int) -> str:
    return f"ocd-person/{UUID(int=number)}"


def role(place: str = ADAK, start: str | None = None, end: str | None = None, kind="mayor") -> str:
    lines = [f"- type: {kind}", f"  jurisdiction: ocd-jurisdiction/{place}/government"]
    lines += [f"  start_date: {start}"] if start else []
    lines += [f"  end_date: '{end}'"] if end else []
    return "\n".join(lines)


def person(number: int, *roles: str, name: str = "Ines Invented", more: str = "") -> str:
    listed = "\n".join(roles or (role(),))
    return f"id: {person_id(number)}\nname: {name}\nroles:\n{listed}\n{more}"


class Folder:
    """A folder of files, imported as a whole."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, name: str, content: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, *, apply: bool = True, strict: bool = False) -> Report:
        return openstates.run(self.path, apply=apply, strict=strict, progress=lambda *_: None)


def counts(report: Report) -> tuple[int, int, int, int]:
    """Created, changed, unchanged, rejected."""
    values = report.as_dict()
    assert list(values) == ["created", "changed", "unchanged", "rejected"]
    return tuple(values.values())
