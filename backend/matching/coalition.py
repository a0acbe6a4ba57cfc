"""What is found: places beside one's own, and allies, each with the facts that say so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from backend.directory.models import (
    Activity,
    Issue,
    Locality,
    Official,
    Organization,
    Stage,
    Term,
    Work,
)
from backend.playbook.models import Adoption, Expert


class Fact(StrEnum):
    """What two places are compared by; all but the population are rows of LocalityFact."""

    POPULATION = "population"
    RENTER_SHARE = "renter_share"
    MEDIAN_RENT = "median_rent"
    MEDIAN_INCOME = "median_income"
    POVERTY_SHARE = "poverty_share"
    TRANSIT_SHARE = "transit_share"
    UNION_SHARE = "union_share"


@dataclass(frozen=True)
class Figure:
    """What is known of a place: a value, of which year, and who says so (may be empty)."""

    value: float
    year: int
    source: str


@dataclass(frozen=True)
class ComparedFact:
    """One fact of the viewer's place and another; `share` is its part of the likeness.

    A figure is None where nothing is known, and then the fact makes nothing alike.
    """

    fact: Fact
    label: str
    yours: Figure | None
    theirs: Figure | None
    share: float

    @property
    def known(self) -> bool:
        """Whether it is known of both."""
        return self.yours is not None and self.theirs is not None


@dataclass(frozen=True)
class AlikePlace:
    """A place, how alike it is (0 to 1) by which facts, and its newest adoption on the issue."""

    locality: Locality
    likeness: float
    facts: tuple[ComparedFact, ...]
    adoption: Adoption | None


@dataclass(frozen=True)
class AlikePlaces:
    """A part of the list of places alike for an issue, the most alike first.

    `weights_issue` is the issue whose fact weights were used: the one that was asked about, or
    one above it; None when none of them has facts of its own. `note` says why there is no place.
    """

    yours: Locality | None
    weights_issue: Issue | None
    version: str
    places: Sequence[AlikePlace]
    has_next: bool
    has_previous: bool
    note: str | None = None


class Reach(StrEnum):
    """How far an organization's activity reaches, the nearest first."""

    LOCALITY = "locality"
    STATE = "state"
    NATIONAL = "national"


class Side(StrEnum):
    """In whose place."""

    YOURS = "yours"
    THEIRS = "theirs"
    BOTH = "both"


class Relation(StrEnum):
    """How an issue stands to the one that was asked about."""

    SAME = "same"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True)
class ActiveOn:
    """An organization's activity that reaches one of the two places, in a sentence."""

    activity: Activity
    relation: Relation
    reach: Reach
    side: Side
    text: str


@dataclass(frozen=True)
class Ally:
    """An organization, what it does in either place, the nearest first, and whom to talk to."""

    organization: Organization
    active_on: tuple[ActiveOn, ...]
    experts: tuple[Expert, ...]


@dataclass(frozen=True)
class GroupMember:
    """Somebody for a group: their term and work, what their place adopted, and why them."""

    official: Official
    term: Term
    work: Work
    adoption: Adoption | None
    fit: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """The best people for one issue; `note` says what is lacking when it isn't whole."""

    issue: Issue
    stage: Stage | None
    people: tuple[GroupMember, ...]
    states: int
    note: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it is of five people from three states or more."""
        return self.note is None
