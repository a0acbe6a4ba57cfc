"""What every language must be able to say about a suggested peer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from backend.directory.models import FactName, HelpKind, OfficeKind, Stage
from backend.playbook.models import AdoptionStatus, DatePrecision

# Figures further apart than this are not called alike.
MOST_APART = 1.2
MOST_POINTS_APART = 0.03


class Voice(StrEnum):
    """How a person is spoken of: by their first pronoun, or by name where none is shared."""

    SHE = "she"
    HE = "he"
    THEY = "they"
    NAME = "name"


class Relation(StrEnum):
    """How the peer's issue stands to the viewer's in the tree."""

    BELOW = "below"
    ABOVE = "above"
    BESIDE = "beside"


class Widening(StrEnum):
    """Why a list reaches further than the question, or holds nobody.

    The first four are the steps by which the graph widens a question.
    """

    WIDER_ISSUE = "wider_issue"
    OTHER_ISSUES = "other_issues"
    ORGANIZATIONS = "organizations"
    ALIKE_PLACES = "alike_places"
    NOT_A_MEMBER = "not_a_member"
    HIDDEN = "hidden"
    PAUSED = "paused"
    FULL = "full"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Person:
    """Somebody a sentence is about."""

    given: str
    voice: Voice


@dataclass(frozen=True)
class Place:
    """A place a sentence is about; population in people."""

    name: str
    state: str
    population: int | None
    population_year: int | None


@dataclass(frozen=True)
class Figure:
    """A figure of a place for one year: a share is a part of one, money is in dollars."""

    value: float
    year: int


@dataclass(frozen=True)
class Likeness:
    """One figure that is known of both places."""

    name: FactName
    theirs: Figure
    yours: Figure

    @property
    def years(self) -> list[str]:
        """The years of the two, once if it is one year."""
        return list(dict.fromkeys((str(self.theirs.year), str(self.yours.year))))

    @property
    def is_close(self) -> bool:
        """Whether people would call the two alike: a fifth apart, or three points of a hundred."""
        low, high = sorted((self.theirs.value, self.yours.value))
        is_share = self.name.endswith("_share")
        return high <= low * MOST_APART or (is_share and high - low <= MOST_POINTS_APART)


@dataclass(frozen=True)
class When:
    """A date of which only a part may be known."""

    day: date
    precision: DatePrecision


@dataclass(frozen=True)
class Sentence:
    """One sentence in three parts; the middle one is the fact that is marked."""

    before: str
    fact: str
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.fact}{self.after}"


class Catalogue(Protocol):
    """The texts of one language. Names of issues and places come as they are stored."""

    def same_issue(self, peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
        """Both work on these issues; or (asked) the peer on the one that was asked about."""
        ...

    def same_stage(self, peer: Person, issue: str, stage: Stage) -> Sentence:
        """Both work on one issue and are equally far."""
        ...

    def wider_issue(
        self, peer: Person, theirs: str, asked: str, relation: Relation, above: str
    ) -> Sentence:
        """The peer works on an issue near the one that was asked about.

        `above` names what both are a part of, for one that is beside the other.
        """
        ...

    def further_along(
        self,
        peer: Person,
        issue: str,
        peer_stage: Stage,
        viewer_stage: Stage | None,
        adopted: When | None,
    ) -> Sentence:
        """How far the peer is, and how far the viewer, if they work on it.

        `adopted` is when the peer's place adopted a measure, with the peer in office.
        """
        ...

    def also_works_on(self, peer: Person, issues: Sequence[str]) -> Sentence:
        """Both work on these issues too."""
        ...

    def offers(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """The peer offers what the viewer seeks."""
        ...

    def seeks(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """The peer seeks what the viewer offers."""
        ...

    def reciprocity(
        self, peer: Person, theirs: Sequence[HelpKind], yours: Sequence[HelpKind]
    ) -> Sentence:
        """The peer offers what the viewer seeks, and the viewer what the peer seeks."""
        ...

    def shared_organization(self, names: Sequence[str]) -> Sentence:
        """Both belong to these organizations."""
        ...

    def shared_event(self, events: Sequence[tuple[str, date]]) -> Sentence:
        """Both were at these events, each with its name and day."""
        ...

    def saved(self, on: date) -> Sentence:
        """The viewer has saved this suggestion."""
        ...

    def place_adopted(
        self, place: Place, policy: str, when: When, status: AdoptionStatus
    ) -> Sentence:
        """The peer's place adopted a policy on the issue."""
        ...

    def same_policies(self, place: Place, own: Place, policies: Sequence[str]) -> Sentence:
        """Both places have adopted these policies."""
        ...

    def alike_adopters(
        self, place: Place, adopter: Place, policy: str, when: When, miles: float
    ) -> Sentence:
        """The peer's place is near, or of the size of, one that adopted the policy."""
        ...

    def same_preemption(self, policy: str, laws: Sequence[tuple[str, int]]) -> Sentence:
        """These states (one, or the peer's and the viewer's) forbid it, each since a year."""
        ...

    def nearby(self, place: Place, own: Place, miles: float) -> Sentence:
        """The peer's place is near the viewer's."""
        ...

    def alike_size(self, place: Place, own: Place) -> Sentence:
        """The two places are of like size; both populations are known."""
        ...

    def alike_place(self, place: Place, own: Place, figures: Sequence[Likeness]) -> Sentence:
        """Figures of the two places, the weightiest first."""
        ...

    def same_office(self, kind: OfficeKind) -> Sentence:
        """Both hold the same kind of office."""
        ...

    def work_label(self, stage: Stage, since: date | None, *, with_stage: bool) -> str:
        """Name a piece of work as evidence."""
        ...

    def help_label(self, kind: HelpKind, line: str) -> str:
        """Name help as evidence, in the person's own words if there are any."""
        ...

    def adoption_label(self, title: str, when: When, place: Place | None) -> str:
        """Name an adoption as evidence, with its place where a sentence has not told it."""
        ...

    def membership_label(self, name: str, since: date | None) -> str:
        """Name belonging to an organization as evidence."""
        ...

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """Name a place as evidence."""
        ...

    def event_label(self, name: str, on: date) -> str:
        """Name an event as evidence."""
        ...

    def preemption_label(self, state: str, since: int) -> str:
        """Name a law as evidence; its text is the source."""
        ...

    def fact_label(self, place: Place, name: FactName, figure: Figure) -> str:
        """Name a figure of a place as evidence."""
        ...

    def saved_label(self, on: date) -> str:
        """Name having saved a suggestion as evidence."""
        ...

    def widening(self, why: Widening) -> str:
        """Say why the list reaches further than the question, or holds nobody."""
        ...

    def unavailable(self) -> str:
        """Say that suggestions can't be had now, and what works meanwhile."""
        ...


def in_sentence(name: str) -> str:
    """Write an issue's name as it stands inside a sentence: "Wage theft" becomes "wage theft".

    A name that begins with an abbreviation stays as it is.
    """
    first, second = name[:1], name[1:2]
    return first.lower() + name[1:] if second.islower() else name
