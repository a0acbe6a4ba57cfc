"""Tables of the directory."""

from backend.directory.models.facts import FactName, LocalityFact
from backend.directory.models.issues import Direction, Help, HelpKind, Issue, Priority, Stage, Work
from backend.directory.models.offices import Office, OfficeKind, Seat, Term
from backend.directory.models.organizations import (
    Activity,
    Affiliation,
    Organization,
    OrganizationKind,
)
from backend.directory.models.people import (
    Connection,
    ContactKind,
    ContactWay,
    Membership,
    Official,
    Visibility,
)
from backend.directory.models.places import Locality, LocalityOverlap, OverlapSource

__all__ = [
    "Activity",
    "Affiliation",
    "Connection",
    "ContactKind",
    "ContactWay",
    "Direction",
    "FactName",
    "Help",
    "HelpKind",
    "Issue",
    "Locality",
    "LocalityFact",
    "LocalityOverlap",
    "Membership",
    "Office",
    "OfficeKind",
    "Official",
    "Organization",
    "OrganizationKind",
    "OverlapSource",
    "Priority",
    "Seat",
    "Stage",
    "Term",
    "Visibility",
    "Work",
]
