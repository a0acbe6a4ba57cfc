"""What the parking reform data call things, in our words: policies, reach and land use.

The terms are those of the Parking Reform Network's map; the wording here is our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SOURCE = "Parking Reform Network"
# Where the network asks to be linked, and where a reader finds each reform with its documents.
SOURCE_URL = "https://parkingreform.org/resources/mandates-map/"

ISSUE_SLUG = "parking-reform"
ISSUE_NAME = "Parking reform"
ISSUE_DESCRIPTION = (
    "How much parking the rules demand or allow, and what streets and buildings cost because of it."
)
ISSUE_SYNONYMS = ["parking minimums", "parking mandates", "parking maximums", "off-street parking"]


@dataclass(frozen=True)
class Practice:
    """A policy that records of one kind are adoptions of; `done` begins their titles."""

    slug: str
    name: str
    summary: str
    done: str


PRACTICES = {
    "rm_min": Practice(
        "parking-minimums-removed",
        "No parking minimums",
        "New buildings and uses need not provide any set number of parking spaces.",
        "Parking minimums removed",
    ),
    "reduce_min": Practice(
        "parking-minimums-lowered",
        "Lower parking minimums",
        "New buildings and uses must provide fewer parking spaces than the rules once demanded.",
        "Parking minimums lowered",
    ),
    "add_max": Practice(
        "parking-maximums",
        "Parking maximums",
        "The rules set how many parking spaces a building or use may have at most.",
        "Parking maximums set",
    ),
    "benefit_district": Practice(
        "parking-benefit-districts",
        "Parking benefit districts",
        "What drivers pay to park at the curb is spent in the district where they paid it.",
        "Parking benefit district",
    ),
}

SCOPES = {
    "citywide": "everywhere",
    "regional": "region-wide",
    "city center / business district": "in business districts",
    "main street / special": "on special streets",
    "transit-oriented": "near transit",
}
LAND_USES = {
    "all uses": "all uses",
    "commercial": "commerce",
    "industrial": "industry",
    "medical": "clinics",
    "residential, all uses": "all homes",
    "residential, low-density": "houses",
    "residential, multi-family": "apartments",
    "other": "other uses",
}


def title_of(kind: str, scope: Sequence[str], land: Sequence[str]) -> str:
    """Say what was done, where in the place, and for what: 200 characters at most."""
    where = _listed([SCOPES[each] for each in SCOPES if each in scope])
    what = _listed([LAND_USES[each] for each in LAND_USES if each in land])
    return " ".join(
        part for part in (PRACTICES[kind].done, where, f"for {what}" if what else "") if part
    )


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
