"""What an import found: counts of people, places or adoptions, what changes, what is refused."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from backend.core.errors import DomainError
from backend.core.languages import Language

# Called with how much is done and how much there is to do.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Rejection:
    """Why a row is left out: the file, the line in it (from 1; None: all of it), the field."""

    file: str
    row: int | None
    field: str
    reason: str


def rejections_of(
    error: DomainError, file: str, row: int | None, otherwise: str
) -> list[Rejection]:
    """Return what is wrong as rejections, read at a terminal; `otherwise` stands for no field."""
    return [
        Rejection(file, row, each.field or otherwise, each.message.text(Language.ENGLISH))
        for each in error.problems
    ]


@dataclass(frozen=True)
class Change:
    """One person, place or adoption that is made or changed, with the names of the fields."""

    subject: str
    created: bool
    fields: tuple[str, ...]


@dataclass
class Report:
    """The outcome of one run. What it is about is counted once, in one of the four counts.

    `about` is "people", "places" or "adoptions"; one rejected row may have several rejections, and
    one rejection may stand for several rows; `notes` are sentences about what else is worth saying.
    """

    SAMPLE = 10

    about: str
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    applied: bool = False
    rejections: list[Rejection] = field(default_factory=list)
    sample: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, change: Change) -> None:
        """Count a change, and keep the first few for the preview."""
        if change.created:
            self.created += 1
        else:
            self.changed += 1
        if len(self.sample) < self.SAMPLE:
            self.sample.append(change)

    def reject(self, rejections: list[Rejection], count: int = 1) -> None:
        """Count a refused row, or several refused together, with everything that is wrong."""
        self.rejected += count
        self.rejections.extend(rejections)

    def as_dict(self) -> dict[str, Any]:
        """Return the four counts, for programs."""
        return {
            "created": self.created,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
        }
