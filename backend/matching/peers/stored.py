"""A peer and the contributions as JSON, and back again: what an entry of a stored list holds."""

from collections.abc import Sequence
from typing import Any

from graph.peers.model import Contribution, Evidence, Peer

Json = dict[str, Any]


def to_json(contributions: Sequence[Contribution]) -> list[Json]:
    """Write contributions as they are, each piece of evidence as a row of its four fields."""
    return [
        {
            "code": each.code,
            "value": each.value,
            "likeness": each.likeness,
            "evidence": [[of.kind, of.id, of.owner, of.edge] for of in each.evidence],
            "km": each.km,
        }
        for each in contributions
    ]


def peer_from(official: int, score: float, contributions: Sequence[Json]) -> Peer:
    """Read a peer back, equal to the one that was written."""
    return Peer(official, score, tuple(_contribution(each, score) for each in contributions))


def _contribution(stored: Json, score: float) -> Contribution:
    return Contribution(
        code=stored["code"],
        value=stored["value"],
        share=stored["value"] / score,
        likeness=stored["likeness"],
        evidence=tuple(Evidence(*row) for row in stored["evidence"]),
        km=stored["km"],
    )
