"""From findings to contributions: the edges they rest on, and the facts a sentence needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.peers.inputs import Adoption, Person, Question, Work
from graph.peers.model import Contribution, Evidence, Json, Peer
from graph.peers.score import Scored
from graph.peers.terms import Finding, SharedIssue


def explain(question: Question, scored: Scored) -> Peer:
    """The candidate as a peer, with what speaks for them, strongest first."""
    contributions = [
        Contribution(
            code=code,
            value=question.weights.terms[code] * finding.likeness,
            share=question.weights.terms[code] * finding.likeness / scored.score,
            likeness=finding.likeness,
            evidence=tuple(_evidence(question, scored.person, finding)),
            facts=_facts(question, scored.person, finding),
        )
        for code, finding in scored.findings.items()
    ]
    contributions.sort(key=lambda each: (-each.value, each.code))
    return Peer(scored.person.id, scored.score, tuple(contributions))


def _evidence(question: Question, peer: Person, finding: Finding) -> Iterator[Evidence]:
    cited = finding.cited
    for shared in cited.issues:
        yield _work(question, peer.id, shared.theirs)
        if shared.mine is not None:
            yield _work(question, question.asker.id, shared.mine)
    if cited.relative is not None:
        for child in cited.relative.path:
            name = question.issue_names.get(child, "")
            yield Evidence("issue", child, None, name, None, None, f"PART_OF:{child}")
    for mine, theirs in cited.organizations:
        name = question.organization_names.get(theirs.organization, "")
        for owner, each in ((peer.id, theirs), (question.asker.id, mine)):
            edge = f"AFFILIATED_WITH:{each.key}"
            yield Evidence("organization", each.organization, owner, name, each.since, None, edge)
    yield from _adoption(question, peer, finding)
    if cited.places:
        yield from _place(peer)
        yield from _place(question.asker)


def _adoption(question: Question, peer: Person, finding: Finding) -> Iterator[Evidence]:
    adoption = finding.cited.adoption
    if adoption is None:
        return
    when, source = adoption.adopted_on, adoption.source
    yield Evidence("adoption", adoption.id, None, adoption.title, when, source, f"IN:{adoption.id}")
    yield Evidence(
        "adoption", adoption.id, None, adoption.policy_name, when, source, f"OF:{adoption.id}"
    )
    issue = question.issue_names.get(adoption.issue, "")
    edge = f"ADDRESSES:{adoption.policy}"
    yield Evidence("issue", adoption.issue, None, issue, None, None, edge)
    yield from _place(peer)
    if finding.cited.asked_by is not None:
        yield _work(question, question.asker.id, finding.cited.asked_by)


def _work(question: Question, owner: int, work: Work) -> Evidence:
    name = question.issue_names.get(work.issue, "")
    return Evidence("work", int(work.key), owner, name, work.since, None, f"WORKS_ON:{work.key}")


def _place(person: Person) -> Iterator[Evidence]:
    place = person.place
    if place is not None:
        edge = f"REPRESENTS:{person.id}"
        yield Evidence("locality", place.id, person.id, place.name, None, None, edge)


def _facts(question: Question, peer: Person, finding: Finding) -> Mapping[str, Json]:
    """What a sentence about this term may say; issues and organizations strongest first."""
    cited = finding.cited
    facts: dict[str, Json] = {}
    if cited.issues:
        every = [_issue(question, shared) for shared in cited.issues]
        facts |= {**every[0], "issues": list[Json](every), "intent": question.intent}
    if cited.relative is not None:
        facts |= {
            "relation": cited.relative.relation,
            "asked": cited.relative.asked,
            "asked_name": question.issue_names.get(cited.relative.asked, ""),
        }
    if cited.kinds:
        facts["kinds"] = list(cited.kinds)
    if cited.organizations:
        facts["organizations"] = [
            {
                "organization": theirs.organization,
                "organization_name": question.organization_names.get(theirs.organization, ""),
            }
            for _, theirs in cited.organizations
        ]
    if cited.adoption is not None:
        facts |= {**_adopted(question, cited.adoption), **_locality(peer)}
    if cited.places:
        facts |= _places(question, peer, cited.km)
    return facts


def _issue(question: Question, shared: SharedIssue) -> dict[str, Json]:
    """One issue, where the peer stands on it, and the asker where they work on it."""
    theirs, mine = shared.theirs, shared.mine
    return {
        "issue": theirs.issue,
        "issue_name": question.issue_names.get(theirs.issue, ""),
        "peer_stage": theirs.stage,
        "peer_priority": theirs.priority,
        "peer_since": theirs.since.isoformat() if theirs.since else None,
        "your_stage": mine.stage if mine else None,
    }


def _adopted(question: Question, adoption: Adoption) -> dict[str, Json]:
    return {
        "adoption": adoption.id,
        "title": adoption.title,
        "policy": adoption.policy,
        "policy_name": adoption.policy_name,
        "issue": adoption.issue,
        "issue_name": question.issue_names.get(adoption.issue, ""),
        "adopted_on": adoption.adopted_on.isoformat(),
        "precision": adoption.precision,
    }


def _places(question: Question, peer: Person, km: float | None) -> dict[str, Json]:
    mine, theirs = question.asker.place, peer.place
    return {
        "km": km,
        "your_population": mine.population if mine else None,
        "peer_population": theirs.population if theirs else None,
        "office_kind": peer.office_kind,
        **_locality(peer),
    }


def _locality(peer: Person) -> dict[str, Json]:
    place = peer.place
    assert place is not None  # who represents no place is no candidate
    return {"locality": place.id, "locality_name": place.name, "state": place.state}
