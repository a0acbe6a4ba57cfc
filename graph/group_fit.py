"""How well somebody fits into a group on an issue: a sum of named parts, each a small rule.

The weights are our own judgement: no data says yet what makes a good group of five. To be at the
stage that was asked for outweighs everything else about a person.
"""

from __future__ import annotations

from collections.abc import Collection

from graph.features import STAGES

STAGE, PRIORITY, OFFERS, ADOPTED = "stage", "priority", "offers", "adopted"
WEIGHTS = {STAGE: 4.0, PRIORITY: 0.5, OFFERS: 0.75, ADOPTED: 0.75}
ENOUGH_OFFERS = 3  # kinds of help; more are no reason to prefer anybody
STOPPED = "stopped"

_RANK = {stage: rank for rank, stage in enumerate(STAGES) if stage != STOPPED}


def fit(
    *, stage: str, wanted: str | None, priority: int, offers: Collection[str], adopted: bool
) -> dict[str, float]:
    """What each part adds; priority is 1 to 3, `wanted` a stage or None for whichever.

    Another stage fits by less than half, the further away the less; who has stopped fits only
    where that is wanted, and then nobody else does.
    """
    parts = {
        STAGE: _stage(stage, wanted),
        PRIORITY: (priority - 1) / 2,
        OFFERS: min(len(set(offers)), ENOUGH_OFFERS) / ENOUGH_OFFERS,
        ADOPTED: 1.0 if adopted else 0.0,
    }
    return {name: WEIGHTS[name] * likeness for name, likeness in parts.items()}


def _stage(stage: str, wanted: str | None) -> float:
    if wanted is None:
        return 0.0 if stage == STOPPED else 1.0
    if stage == wanted:
        return 1.0
    if stage not in _RANK or wanted not in _RANK:
        return 0.0
    return (1 - abs(_RANK[stage] - _RANK[wanted]) / len(_RANK)) / 2
