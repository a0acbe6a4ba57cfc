"""What an import of parking reforms is going to write, complete before the first row is written."""

from dataclasses import dataclass, field
from datetime import date

from backend.imports.parking_records import Point
from backend.imports.places import Place

# What the source says of an adoption; where it can be read is only told of a new one.
ADOPTION_FIELDS = (
    "policy",
    "locality",
    "title",
    "adopted_on",
    "precision",
    "status",
    "source",
)


@dataclass(frozen=True)
class PlannedAdoption:
    """An adoption as it is to stand: a policy by its slug, a locality by its division id."""

    source_key: str
    policy: str
    locality: str
    title: str
    adopted_on: date | None
    precision: str
    status: str
    source: str


@dataclass
class ParkingPlan:
    """Rows to write. `fields` names what is new of each adoption, by its source key."""

    adoptions: list[PlannedAdoption] = field(default_factory=list)
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # New places, and where they and the stored ones without coordinates lie, by division id.
    places: dict[str, Place] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
