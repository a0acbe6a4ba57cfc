"""Invented files in the format of the parking reform map. The places are real, the reforms not."""

import json
from pathlib import Path

from backend.imports import parking
from backend.imports.report import Report

ADAK = "ocd-division/country:us/state:ak/place:adak"
POINT = [-176.65, 51.87]


def reform(status="adopted", scope=("citywide",), land=("all uses",), date=None):
    record = {"status": status, "scope": list(scope), "land": list(land)}
    return record | ({"date": date} if date else {})


def place(name="Adak", state="Alaska", kind="city", country="United States", **more):
    about = {"name": name, "state": state, "country": country, "type": kind}
    return about | {"pop": 171, "coord": POINT} | more


def entry(*, where=None, **records):
    return {"place": where or place(), **(records or {"rm_min": [reform()]})}


def named(*entries):
    """Give each entry its name, as the map does."""
    names = [
        ", ".join(
            each["place"][part] for part in ("name", "state", "country") if each["place"][part]
        )
        for each in entries
    ]
    assert len(set(names)) == len(names)
    return dict(zip(names, entries, strict=True))


class ReformFile:
    """A core.json, written and imported."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "core.json"

    def write(self, content) -> None:
        if isinstance(content, dict):
            content = json.dumps(content, indent=2, ensure_ascii=False)
        self.path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def apply(self, *entries, content=None, apply=True, strict=False) -> Report:
        self.write(named(*entries) if content is None else content)
        return parking.run(self.path, apply=apply, strict=strict, progress=lambda *_: None)
