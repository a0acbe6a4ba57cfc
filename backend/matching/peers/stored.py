"""A peer and the contributions as JSON, and back again: what an entry of a stored list holds."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from graph.peers.model import Contribution, Evidence, Peer

Json = dict[str, Any]


def to_json(contributions: Sequence[Contribution]) -> list[Json]:
    """Write contributions as they are; dates as ISO 8601."""
    return [
        {
            "code": each.code,
            "value": each.value,
            "likeness": each.likeness,
            "evidence": [_dated(asdict(evidence)) for evidence in each.evidence],
            "facts": dict(each.facts),
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
        evidence=tuple(_evidence(each) for each in stored["evidence"]),
        facts=stored["facts"],
    )


def _dated(evidence: Json) -> Json:
    on = evidence["date"]
    return {**evidence, "date": None if on is None else on.isoformat()}


def _evidence(stored: Json) -> Evidence:
    on = stored["date"]
    return Evidence(**{**stored, "date": None if on is None else date.fromisoformat(on)})
