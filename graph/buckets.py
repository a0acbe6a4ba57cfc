"""Buckets: who works on an issue, cut so finely by what the score uses that a few are enough.

An official is in a bucket for each issue by stage and priority; for each pair of their six
strongest issues by both stages; and for each kind of help offered on an issue by stage. All
follow from the official's own work, so that nothing has to be split, merged or counted as the
network grows. A bucket's id is packed from these facts: to find one is a look-up by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

STAGES = ("exploring", "drafting", "introduced", "adopted", "implementing", "defending", "stopped")
KINDS = (
    "model_text",
    "fiscal_note",
    "testimony",
    "legal_memo",
    "rollout_plan",
    "data_evaluation",
    "coalition_contacts",
    "talk",
)
STRONGEST = 6  # issues of a person that are paired

_ISSUE, _PAIR, _OFFER = range(3)
_ID_BITS = 26
_STAGE = {stage: rank for rank, stage in enumerate(STAGES)}
_KIND = {kind: rank for rank, kind in enumerate(KINDS)}

# All buckets of an issue (of a pair: of the lesser one) have ids from here times the issue's id.
SPAN = 1 << (_ID_BITS + 8)


class Held(NamedTuple):
    """Someone's work on an issue, so far as buckets go by it."""

    issue: int
    stage: str
    priority: int
    offers: tuple[str, ...]


def by_issue(issue: int, stage: str, priority: int) -> int:
    """The bucket of those who work on an issue at this stage with this priority (1 to 3)."""
    return _packed(issue, _ISSUE, 0, _STAGE[stage], priority)


def by_pair(issue: int, stage: str, other: int, other_stage: str) -> int:
    """The bucket of those with two issues at these stages; the order makes no difference."""
    (first, at), (second, other_at) = sorted(((issue, stage), (other, other_stage)))
    return _packed(first, _PAIR, second, _STAGE[at], _STAGE[other_at])


def by_offer(issue: int, stage: str, kind: str) -> int:
    """The bucket of those who offer this kind of help on an issue that they have at this stage."""
    return _packed(issue, _OFFER, _KIND[kind], _STAGE[stage], 0)


def of(works: Iterable[Held]) -> list[int]:
    """The buckets of one who works on these issues, in order."""
    return sorted(set(_each(list(works))))


def _each(works: list[Held]) -> Iterator[int]:
    for work in works:
        yield by_issue(work.issue, work.stage, work.priority)
        for kind in work.offers:
            yield by_offer(work.issue, work.stage, kind)
    strongest = sorted(works, key=lambda work: (-work.priority, work.issue))
    for one, other in combinations(strongest[:STRONGEST], 2):
        yield by_pair(one.issue, one.stage, other.issue, other.stage)


def _packed(issue: int, kind: int, other: int, first: int, second: int) -> int:
    if not (0 < issue < 1 << _ID_BITS and 0 <= other < 1 << _ID_BITS):
        raise ValueError(f"Issue {max(issue, other)} cannot be put in a bucket: its id is too big.")
    return ((issue << 2 | kind) << _ID_BITS | other) << 6 | first << 3 | second
