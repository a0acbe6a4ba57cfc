"""Peers: who elsewhere is worth an e-mail, and why.

    suggest(graph, 12, 10, issue=3)

Retrieval, scoring and explaining are apart: `retrieve` brings the feature rows of a bounded number
of candidates, `score` orders them by a sum of named terms, `explain` says on which edges each
rests.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from datetime import date, datetime, timedelta, timezone

import numpy as np

from graph.connection import Graph
from graph.features import Ints
from graph.peers import retrieve
from graph.peers.inputs import Question
from graph.peers.model import Contribution, Evidence, Intent, Peer, Step, Suggestions
from graph.peers.retrieve import STEPS, Candidates
from graph.peers.score import explain, likenesses, rank, substantial, top, totals
from graph.peers.weights import CURRENT, Weights

__all__ = [
    "Contribution",
    "Evidence",
    "Intent",
    "Peer",
    "Step",
    "Suggestions",
    "Weights",
    "suggest",
]

DEADLINE_S = 1.3  # for all trips together
_HAWAII = timezone(timedelta(hours=-10))  # a term ends when its last day is over there


def suggest(
    graph: Graph,
    official: int,
    limit: int,
    *,
    issue: int | None = None,
    intent: Intent = "learn",
    as_of: date | None = None,
    weights: Weights | None = None,
    already_suggested: Collection[int] = (),
    timeout: float = DEADLINE_S,
) -> Suggestions:
    """The best `limit` peers for an official, on an issue or on all that they work on.

    When too few work on it, the search is widened step by step, and `widened` names the last step
    that brought somebody on the list. An official whom the graph doesn't know has no peers.
    Those in `already_suggested` may be suggested although they are at a cap.
    Raises GraphUnavailable, GraphTimeout (after `timeout` seconds in all) or GraphError.
    """
    weights = weights or CURRENT
    as_of = as_of or datetime.now(_HAWAII).date()
    ends = time.monotonic() + timeout
    asked = retrieve.question(
        graph,
        official,
        issue,
        intent=intent,
        as_of=as_of,
        weights=weights,
        timeout=_left(ends),
    )
    if asked is None:
        return Suggestions((), weights.version, None)
    asked, found = retrieve.candidates(graph, asked, limit, already_suggested, _left(ends))
    chosen = _shortlist(asked, found, limit)
    if not len(chosen):
        return Suggestions((), weights.version, None)
    people = retrieve.people(graph, asked, found.columns.official[chosen].tolist(), _left(ends))
    # The feature rows are a digest: what is listed is scored by its edges.
    listed = [each for each in rank(asked, people) if each.findings]
    widest = int(found.steps[chosen].max())
    return Suggestions(
        tuple(explain(asked, each) for each in listed),
        weights.version,
        STEPS[widest - 1] if widest else None,
    )


def _shortlist(asked: Question, found: Candidates, limit: int) -> Ints:
    """The positions of those to be listed, from as few steps as bring enough.

    Each has something to say for them; circumstances alone count if all steps bring too few.
    """
    if not len(found.columns):
        return np.array([], dtype=np.int64)
    likeness = likenesses(asked, found.columns)
    scores = totals(asked, likeness)
    substance = substantial(likeness)
    for step in range(len(STEPS) + 1):
        fit = np.flatnonzero((found.steps <= step) & substance)
        if len(fit) >= limit:
            break
    else:
        fit = np.flatnonzero(scores > 0)
    best = top(asked, found.columns.official[fit], scores[fit], limit)
    return fit[best]


def _left(ends: float) -> float:
    # When the time is over the graph itself says so: a statement is given a moment and no more.
    return max(ends - time.monotonic(), 0.001)
