"""Reads the curated files of the demo."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.accounts.models import Role
from backend.demo.model import Event, Expert, Issue, Organization, Place, Policy, Preemption

DATA = Path(__file__).parent / "data"


@cache
def _yaml(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


@cache
def places() -> tuple[Place, ...]:
    """Return the curated places, in the order of their division ids."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Place(
                division_id=row["division_id"],
                name=row["name"],
                kind=row["kind"],
                state=row["state"],
                county=row["county"],
                geoid=row["geoid"],
                population=int(row["population"]),
                population_year=int(row["population_year"]),
                population_source=row["population_source"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
            )
            for row in csv.DictReader(file)
        )


@cache
def issues() -> tuple[Issue, ...]:
    """Return the issue tree, each area before what belongs to it."""
    found: list[Issue] = []
    for area in _yaml("issues.yaml"):
        found.append(_issue(area, None))
        found.extend(_issue(entry, area["slug"]) for entry in area["issues"])
    return tuple(found)


def _issue(entry: dict[str, Any], parent: str | None) -> Issue:
    return Issue(
        slug=entry["slug"],
        name=entry["name"],
        description=entry["description"],
        synonyms=tuple(entry["synonyms"]),
        parent=parent,
        code=entry.get("code"),
        object=entry.get("object", ""),
        weight=entry.get("weight", 0),
        schools=entry.get("schools", False),
        early=tuple(entry.get("early", ())),
        late=tuple(entry.get("late", ())),
        policy=Policy(**entry["policy"]) if "policy" in entry else None,
    )


@cache
def organizations() -> tuple[Organization, ...]:
    """Return the invented organizations."""
    return tuple(
        Organization(
            name=entry["name"],
            description=entry["description"],
            issues=tuple(entry["issues"]),
            state=entry.get("state", ""),
            division=entry.get("division"),
        )
        for entry in _yaml("organizations.yaml")
    )


@cache
def preemptions() -> tuple[Preemption, ...]:
    """Return the statutes; a `since` that is only a year counts from its first day."""
    return tuple(
        Preemption(
            state=entry["state"],
            policy=entry["policy"],
            since=since if isinstance(since, date) else date(since, 1, 1),
            precision="day" if isinstance(since, date) else "year",
            source=entry["source"],
        )
        for entry in _yaml("preemptions.yaml")
        for since in [entry["since"]]
    )


def events(today: date) -> tuple[Event, ...]:
    """Return the events, to which nobody has come yet."""
    return tuple(
        Event(
            name=entry["name"],
            on=today - timedelta(days=entry["ago"]),
            division=entry.get("division"),
            issues=tuple(entry["issues"]),
            attended=(),
        )
        for entry in _yaml("events.yaml")
    )


def experts(today: date) -> tuple[Expert, ...]:
    """Return the experts of the organizations."""
    return tuple(
        Expert(
            organization=entry["organization"],
            name=entry["name"],
            title=entry["title"],
            issues=tuple(entry["issues"]),
            consented_on=today - timedelta(days=ago) if (ago := entry.get("consented")) else None,
        )
        for entry in _yaml("experts.yaml")
    )


def ask_lines(kind: str) -> list[str]:
    """Return notes, proposals or whys; {object} stands for the issue."""
    return list(_yaml("asks.yaml")[kind])


@dataclass(frozen=True)
class NamePool:
    """Names that go together, and the languages besides English that may go with them."""

    weight: int
    she: tuple[str, ...]
    he: tuple[str, ...]
    last: tuple[str, ...]
    languages: tuple[str, ...]


@cache
def name_pools() -> tuple[NamePool, ...]:
    """Return the lists of invented names."""
    return tuple(
        NamePool(
            weight=pool["weight"],
            she=tuple(pool["she"]),
            he=tuple(pool["he"]),
            last=tuple(pool["last"]),
            languages=tuple(pool["languages"]),
        )
        for pool in _yaml("people.yaml")["pools"]
    )


def occupations() -> list[str]:
    """Return what people did or do besides their office."""
    return list(_yaml("people.yaml")["occupations"])


def notes() -> list[str]:
    """Return sentences to end a biography with."""
    return list(_yaml("people.yaml")["notes"])


def openings(stage: str) -> list[str]:
    """Return the sentences for a stage, with {object} and {year} to fill in."""
    return list(_yaml("lines.yaml")[stage])


def help_lines(direction: str, kind: str) -> list[str]:
    """Return lines for one kind of help that is sought or offered."""
    return list(_yaml("lines.yaml")[direction][kind])


@dataclass(frozen=True)
class StaffMember:
    """Somebody of the staff who can be signed in as."""

    id: str
    name: str
    title: str
    role: Role
    blurb: str


def staff() -> tuple[StaffMember, ...]:
    """Return the staff of the demo."""
    return tuple(
        StaffMember(**{**entry, "role": Role(entry["role"])})
        for entry in _yaml("featured.yaml")["staff"]
    )


def featured() -> list[dict[str, Any]]:
    """Return the members of the sign-in page as the file has them."""
    return list(_yaml("featured.yaml")["members"])
