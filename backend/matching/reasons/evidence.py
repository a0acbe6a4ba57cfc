"""Which rows the contributions of the graph rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from backend.directory.models import Work
from backend.matching.suggestion import EvidenceKind
from graph.peers.model import Contribution, Peer


@dataclass(frozen=True)
class Cited:
    """The ids of what must be read to tell about some peers, beside what is theirs."""

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
