"""Each kind of edge as evidence, and what a sentence may say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.peers.inputs import Adoption, Person, Preemption, Question, Work
from graph.peers.model import Evidence, Json

Found = tuple[list[Evidence], Mapping[str, Json]]
Cite = Callable[[Question, Person, Sequence[int]], Found]


def work(question: Question, owner: int, each: Work) -> Evidence:
    """Somebody's WORKS_ON."""
    name = question.issue_names.get(each.issue, "")
    return Evidence("work", int(each.key), owner, name, each.since, None, f"WORKS_ON:{each.key}")


def place(person: Person) -> Iterator[Evidence]:
    """Somebody's REPRESENTS."""
    home = person.place
    if home is not None:
        edge = f"REPRESENTS:{person.id}"
        yield Evidence("locality", home.id, person.id, home.name, None, None, edge)


def adoption(question: Question, each: Adoption) -> Iterator[Evidence]:
    """An adoption's IN and OF, and its policy's ADDRESSES."""
    when, source = each.adopted_on, each.source
    yield Evidence("adoption", each.id, None, each.title, when, source, f"IN:{each.id}")
    yield Evidence("adoption", each.id, None, each.policy_name, when, source, f"OF:{each.id}")
    name = question.issue_names.get(each.issue, "")
    yield Evidence("issue", each.issue, None, name, None, None, f"ADDRESSES:{each.policy}")


def preemption(each: Preemption) -> Evidence:
    """A preemption's FORBIDS."""
    edge = f"FORBIDS:{each.id}"
    return Evidence("preemption", each.id, None, each.policy_name, each.since, each.source, edge)


def told_work(question: Question, theirs: Work) -> dict[str, Json]:
    """One issue, where the peer stands on it, and the asker where they work on it."""
    mine = question.asker_work.get(theirs.issue)
    return {
        "issue": theirs.issue,
        "issue_name": question.issue_names.get(theirs.issue, ""),
        "peer_stage": theirs.stage,
        "peer_priority": theirs.priority,
        "peer_since": theirs.since.isoformat() if theirs.since else None,
        "your_stage": mine.stage if mine else None,
    }


def told_adoption(question: Question, each: Adoption) -> dict[str, Json]:
    """A policy on an issue, adopted on a day."""
    return {
        "adoption": each.id,
        "title": each.title,
        "policy": each.policy,
        "policy_name": each.policy_name,
        "issue": each.issue,
        "issue_name": question.issue_names.get(each.issue, ""),
        "adopted_on": each.adopted_on.isoformat(),
        "precision": each.precision,
    }


def told_place(peer: Person) -> dict[str, Json]:
    """Where the peer serves."""
    home = peer.place
    assert home is not None  # who represents no place is no candidate
    return {"locality": home.id, "locality_name": home.name, "state": home.state}
