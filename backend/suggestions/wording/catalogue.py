"""What every language must be able to say about a suggested peer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from backend.directory.models import HelpKind, OfficeKind, Stage
from backend.playbook.models import AdoptionStatus, DatePrecision


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

    def wider_issue(self, peer: Person, theirs: str, asked: str, relation: Relation) -> Sentence:
        """The peer works on an issue near the one that was asked about."""
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

    def shared_organization(self, names: Sequence[str]) -> Sentence:
        """Both belong to these organizations."""
        ...

    def place_adopted(
        self, place: Place, policy: str, when: When, status: AdoptionStatus
    ) -> Sentence:
        """The peer's place adopted a policy on the issue."""
        ...

    def nearby(self, place: Place, own: Place, miles: float) -> Sentence:
        """The peer's place is near the viewer's."""
        ...

    def alike_size(self, place: Place, own: Place) -> Sentence:
        """The two places are of like size; both populations are known."""
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

    def adoption_label(self, title: str, when: When) -> str:
        """Name an adoption as evidence."""
        ...

    def membership_label(self, name: str, since: date | None) -> str:
        """Name belonging to an organization as evidence."""
        ...

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """Name a place as evidence."""
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


def rounded(population: int) -> str:
    """Write a population to three digits, as people say it: 211,328 becomes "211,000"."""
    step = 10 ** max(0, len(str(population)) - 3)
    return f"{round(population / step) * step:,}"
