"""What a reason rests on: rows of the tables, and which of them a peer's contributions cite."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from django.db.models import Model

from backend.directory.models import Work
from graph.peers.model import Contribution, Peer

# Of one reason; a place that has adopted more on an issue names the newest.
MOST_EVIDENCE = 40


class EvidenceKind(StrEnum):
    """What a piece of evidence is: a row of the directory, the playbook or the introductions."""

    WORK = "work"
    ISSUE = "issue"
    ORGANIZATION = "organization"
    ADOPTION = "adoption"
    LOCALITY = "locality"
    OFFICE = "office"
    EVENT = "event"
    PREEMPTION = "preemption"
    FACT = "fact"
    FEEDBACK = "feedback"


@dataclass(frozen=True)
class Evidence:
    """One thing a reason rests on; `row` is what was read of it, to be looked at, if it was."""

    kind: EvidenceKind
    id: int
    label: str
    date: datetime.date | None = None
    source: str | None = None
    row: Model | None = field(default=None, compare=False)


@dataclass(frozen=True)
class CitedIds:
    """The ids of what must be read to tell of some peers, beside what is theirs."""

    adoptions: frozenset[int]
    preemptions: frozenset[int]
    facts: frozenset[int]

    @classmethod
    def by(cls, peers: Iterable[Peer]) -> Self:
        """Return what the contributions of these peers cite."""
        ids: dict[str, set[int]] = {}
        for peer in peers:
            for contribution in peer.contributions:
                for each in contribution.evidence:
                    ids.setdefault(each.kind, set()).add(each.id)
        return cls(
            adoptions=frozenset(ids.get(EvidenceKind.ADOPTION, ())),
            preemptions=frozenset(ids.get(EvidenceKind.PREEMPTION, ())),
            facts=frozenset(ids.get(EvidenceKind.FACT, ())),
        )


def cited(contribution: Contribution, kind: EvidenceKind) -> list[int]:
    """Return the ids of one kind that a contribution cites, each once."""
    return list(dict.fromkeys(each.id for each in contribution.evidence if each.kind == kind))


def cited_work(contribution: Contribution, work: Iterable[Work]) -> list[Work]:
    """Return the work of somebody that is cited and still there."""
    by_edge = {f"WORKS_ON:{each.pk}": each for each in work}
    edges = dict.fromkeys(each.edge for each in contribution.evidence)
    return [by_edge[edge] for edge in edges if edge in by_edge]
