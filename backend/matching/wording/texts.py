"""What every language must be able to say about places and allies."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from backend.matching.coalition import Fact, Reach, Relation


class Note(StrEnum):
    """Why there is no list, or nothing on it."""

    NO_PLACE = "no_place"
    NOTHING_KNOWN = "nothing_known"
    NOBODY_ALIKE = "nobody_alike"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class Texts:
    """The texts of one language. Names of issues and places come as they are stored.

    `active` takes `issue`, `asked` and `where`, which is made of a place's or a state's name.
    """

    facts: Mapping[Fact, str]
    notes: Mapping[Note, str]
    active: Mapping[Relation, str]
    where: Mapping[Reach, str]

    def fact(self, fact: Fact) -> str:
        """Name a fact."""
        return self.facts[fact]

    def note(self, note: Note) -> str:
        """Say why there is no list, or nothing on it."""
        return self.notes[note]

    def active_on(self, issue: str, asked: str, relation: Relation, reach: Reach, at: str) -> str:
        """Say in a sentence on what an organization is active, and where."""
        return self.active[relation].format(
            issue=_in_sentence(issue),
            asked=_in_sentence(asked),
            where=self.where[reach].format(at),
        )


def _in_sentence(name: str) -> str:
    """Write "Wage theft" as "wage theft"; a name that begins with an abbreviation stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
