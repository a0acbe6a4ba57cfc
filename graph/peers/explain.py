"""From findings to contributions: the edges they rest on, and the facts a sentence needs."""

from __future__ import annotations

from graph.peers import cited
from graph.peers.inputs import Question
from graph.peers.model import Contribution, Peer
from graph.peers.score import Finding, Scored


def explain(question: Question, scored: Scored) -> Peer:
    """The candidate as a peer, with what speaks for them, strongest first."""
    contributions = [
        _contribution(question, scored, code, finding) for code, finding in scored.findings.items()
    ]
    contributions.sort(key=lambda each: (-each.value, each.code))
    return Peer(scored.person.id, scored.score, tuple(contributions))


def _contribution(question: Question, scored: Scored, code: str, finding: Finding) -> Contribution:
    value = question.terms[code] * finding.likeness
    evidence, facts = cited.CITED[code](question, scored.person, finding.edges)
    return Contribution(
        code=code,
        value=value,
        share=value / scored.score,
        likeness=finding.likeness,
        evidence=tuple(dict.fromkeys(evidence)),
        facts=facts,
    )
