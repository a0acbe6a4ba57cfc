"""What the terms about ties rest on."""

from __future__ import annotations

from collections.abc import Sequence

from graph.peers.cited.edges import Found
from graph.peers.inputs import Person, Question
from graph.peers.model import Evidence, Json


def shared_organization(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both memberships of each organization."""
    mine = {each.organization: each for each in question.asker.affiliations}
    evidence: list[Evidence] = []
    told: list[Json] = []
    for row in rows:
        theirs = peer.affiliations[row]
        id_ = theirs.organization
        name = question.organization_names.get(id_, "")
        for owner, each in ((peer.id, theirs), (question.asker.id, mine[id_])):
            edge = f"AFFILIATED_WITH:{each.key}"
            evidence.append(Evidence("organization", id_, owner, name, each.since, None, edge))
        told.append({"organization": id_, "organization_name": name})
    return evidence, {"organizations": told}


def shared_event(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both attendances of each event."""
    mine = {each.event: each for each in question.asker.attendances}
    evidence: list[Evidence] = []
    told: list[Json] = []
    for row in rows:
        theirs = peer.attendances[row]
        id_, on = theirs.event, theirs.on
        name = question.event_names.get(id_, "")
        for owner, each in ((peer.id, theirs), (question.asker.id, mine[id_])):
            evidence.append(Evidence("event", id_, owner, name, on, None, f"ATTENDED:{each.key}"))
        told.append({"event": id_, "event_name": name, "on": on.isoformat() if on else None})
    return evidence, {"events": told}


def saved(question: Question, peer: Person, rows: Sequence[int]) -> Found:  # noqa: ARG001
    """That the asker saved the peer."""
    key = question.saved[peer.id]
    owner = question.asker.id
    return [Evidence("feedback", int(key), owner, "", None, None, f"SAVED:{key}")], {}
