"""What the terms about the two places rest on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.peers.cited import edges
from graph.peers.cited.edges import Found
from graph.peers.inputs import Fact, Person, Place, Question
from graph.peers.model import Evidence, Json
from graph.peers.terms.places import kilometres


def place_adopted(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """All that their place has adopted on what was asked, the newest first."""
    adopted = [peer.adoptions[row] for row in sorted(rows)]
    evidence = [each for adoption in adopted for each in edges.adoption(question, adoption)]
    evidence += edges.place(peer)
    if question.named is None:
        mine = (question.asker_work[each] for each in sorted({each.issue for each in adopted}))
        evidence += [edges.work(question, question.asker.id, each) for each in mine]
    told: list[Json] = [edges.told_adoption(question, adoption) for adoption in adopted]
    return evidence, {
        **edges.told_adoption(question, adopted[0]),
        "adoptions": told,
        **edges.told_place(peer),
    }


def same_policies(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both adoptions of each policy."""
    mine = {
        each.policy: each for each in question.asker.adoptions if each.adopted_on <= question.as_of
    }
    evidence = [*edges.place(peer), *edges.place(question.asker)]
    told: list[Json] = []
    for row in rows:
        theirs = peer.adoptions[row]
        for adoption in (theirs, mine[theirs.policy]):
            # What the policy addresses makes no difference here.
            evidence += list(edges.adoption(question, adoption))[:2]
        told.append(
            {
                "policy": theirs.policy,
                "policy_name": theirs.policy_name,
                "adoption": theirs.id,
                "your_adoption": mine[theirs.policy].id,
                "adopted_on": theirs.adopted_on.isoformat(),
                "precision": theirs.precision,
            }
        )
    return evidence, {"policies": told, **edges.told_place(peer)}


def alike_adopters(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """The adopter that their place is most like, and what it adopted."""
    adopter = question.adopters[rows[0]]
    evidence = [*edges.adoption(question, adopter.adoption), *edges.place(peer)]
    return evidence, {
        **edges.told_adoption(question, adopter.adoption),
        "adopter": adopter.place.id,
        "adopter_name": adopter.place.name,
        "adopter_state": adopter.place.state,
        "km": _distance(adopter.place, peer.place),
        **edges.told_place(peer),
    }


def same_preemption(question: Question, peer: Person, rows: Sequence[int]) -> Found:  # noqa: ARG001
    """The preemption of each state; one, where both places are in it."""
    assert peer.place is not None
    mine, theirs = question.forbidden[peer.place.state]
    evidence = [edges.preemption(mine), edges.preemption(theirs)]
    name = question.issue_names.get(mine.issue, "")
    edge = f"ADDRESSES:{mine.policy}"
    evidence.append(Evidence("issue", mine.issue, None, name, None, None, edge))
    return [*evidence, *edges.place(peer), *edges.place(question.asker)], {
        "policy": mine.policy,
        "policy_name": mine.policy_name,
        "issue": mine.issue,
        "issue_name": name,
        "your_state": mine.state,
        "peer_state": theirs.state,
        "your_preemption": mine.id,
        "peer_preemption": theirs.id,
        "since": mine.since.isoformat() if mine.since else None,
        "peer_since": theirs.since.isoformat() if theirs.since else None,
    }


def two_places(question: Question, peer: Person, rows: Sequence[int]) -> Found:  # noqa: ARG001
    """Both places, how far apart and how large."""
    mine, theirs = question.asker.place, peer.place
    return [*edges.place(peer), *edges.place(question.asker)], {
        "km": _distance(mine, theirs),
        "your_population": mine.population if mine else None,
        "peer_population": theirs.population if theirs else None,
        "office_kind": peer.office_kind,
        **edges.told_place(peer),
    }


def alike_place(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """The facts of both places that are alike, with the share of each."""
    mine = {each.name: each for each in question.asker.facts}
    evidence = [*edges.place(peer), *edges.place(question.asker)]
    told: list[Json] = []
    for row in rows:
        theirs = peer.facts[row]
        own = mine[theirs.name]
        evidence += [_fact(theirs), _fact(own)]
        told.append(
            {
                "name": theirs.name,
                "yours": own.value,
                "theirs": theirs.value,
                "your_year": own.year,
                "peer_year": theirs.year,
            }
        )
    return evidence, {"facts": told, **edges.told_place(peer)}


def _fact(fact: Fact) -> Evidence:
    return Evidence("fact", fact.id, None, fact.name, None, fact.source, f"HAS:{fact.id}")


def _distance(one: Place | None, other: Place | None) -> float | None:
    if one is None or other is None:
        return None
    degrees = np.array(
        [[one.latitude, one.longitude, other.latitude, other.longitude]], dtype=np.float64
    )
    if np.isnan(degrees).any():
        return None
    return float(kilometres(*degrees.T)[0])
