"""Peers: who elsewhere is worth an e-mail, and why.

    suggest(graph, 12, 10, issue=3)

Retrieval, scoring and explaining are apart: `retrieve` brings a bounded number of candidates,
`score` orders them by a sum of named terms, `explain` says which edges each term rests on.
"""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from typing import get_args

from graph.connection import Graph, GraphTimeout
from graph.peers import retrieve
from graph.peers.explain import explain
from graph.peers.inputs import Person, Question
from graph.peers.model import Contribution, Evidence, Intent, Peer, Step, Suggestions
from graph.peers.score import Scored, rank
from graph.peers.terms import CIRCUMSTANCES
from graph.peers.weights import FIRST, Weights

__all__ = [
    "Contribution",
    "Evidence",
    "Intent",
    "Peer",
    "Step",
    "Suggestions",
    "Weights",
    "suggest",
    "warm",
]

DEADLINE_S = 1.3  # for all trips together
_HAWAII = timezone(timedelta(hours=-10))  # a term ends when its last day is over there

_STEPS: tuple[Step | None, ...] = (None, *get_args(Step))


def suggest(
    graph: Graph,
    official: int,
    limit: int,
    *,
    issue: int | None = None,
    intent: Intent = "learn",
    as_of: date | None = None,
    weights: Weights | None = None,
    timeout: float = DEADLINE_S,
) -> Suggestions:
    """The best `limit` peers for an official, on an issue or on all that they work on.

    When too few work on it, the search is widened step by step, and `widened` names the last step
    that brought somebody on the list. An official whom the graph doesn't know has no peers.
    Raises GraphUnavailable, GraphTimeout (after `timeout` seconds in all) or GraphError.
    """
    weights = weights or FIRST
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
    found: dict[int, tuple[Person, Step | None]] = {
        person.id: (person, None) for person in retrieve.workers(graph, asked, _left(ends))
    }
    listed = _listed(asked, [person for person, _ in found.values()], None)
    if len(listed) < limit:
        for step, people in retrieve.widened(graph, asked, _left(ends)).items():
            for person in people:
                found.setdefault(person.id, (person, step))
            listed = _listed(asked, [person for person, _ in found.values()], step)
            if len(listed) >= limit:
                break
    listed = listed[:limit]
    used = {found[each.person.id][1] for each in listed}
    return Suggestions(
        tuple(explain(asked, each) for each in listed),
        weights.version,
        max(used, key=_STEPS.index, default=None),
    )


def warm(graph: Graph, timeout: float = 30.0) -> None:
    """Have a freshly started engine plan the queries, so that the first question is in time.

    Raises what `Graph.read` raises; `timeout` in seconds is for each query.
    """
    retrieve.warm(graph, timeout)


def _listed(asked: Question, people: list[Person], step: Step | None) -> list[Scored]:
    """Those with something to say for them; circumstances alone count at the last step only."""
    return [
        scored
        for scored in rank(asked, people)
        if scored.findings.keys() - CIRCUMSTANCES or (step == "alike_places" and scored.findings)
    ]


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise GraphTimeout("The graph did not answer all that was asked in time.")
    return left
