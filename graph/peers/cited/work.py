"""What the terms about work rest on."""

from __future__ import annotations

from collections.abc import Sequence

from graph.features import bits
from graph.peers.cited import edges
from graph.peers.cited.edges import Found
from graph.peers.inputs import Person, Question, Work
from graph.peers.model import Evidence, Json


def same_issue(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """The peer's work on all that was asked; the asker's own, where the question rests on it."""
    with_mine = question.named is None or question.intent == "collaborate"
    return _works(question, peer, rows, with_mine=with_mine)


def further_along(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both stages on one issue."""
    return _works(question, peer, rows, with_mine=True)


also_works_on = further_along


def wider_issue(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """The peer's work, and the edges of the tree between the two issues."""
    theirs = peer.works[rows[0]]
    near = question.weights.relatives
    relative = min(
        question.relatives_on[theirs.issue],
        key=lambda each: (-near[each.relation], each.asked, each.path),
    )
    evidence, facts = _works(question, peer, rows, with_mine=False)
    mine = question.asker_work.get(relative.asked) if question.named is None else None
    if mine is not None:
        evidence.append(edges.work(question, question.asker.id, mine))
    for child in relative.path:
        name = question.issue_names.get(child, "")
        evidence.append(Evidence("issue", child, None, name, None, None, f"PART_OF:{child}"))
    return evidence, {
        **facts,
        "your_stage": mine.stage if mine else None,
        "relation": relative.relation,
        "asked": relative.asked,
        "asked_name": question.issue_names.get(relative.asked, ""),
    }


def offers_what_you_seek(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both pieces of work, and the kinds that meet."""
    evidence, facts = _works(question, peer, rows, with_mine=True)
    theirs, mine = _both(question, peer, rows)
    return evidence, {**facts, "kinds": _meeting(mine.seeks, theirs.offers)}


def seeks_what_you_offer(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both pieces of work, and the kinds that meet."""
    evidence, facts = _works(question, peer, rows, with_mine=True)
    theirs, mine = _both(question, peer, rows)
    return evidence, {**facts, "kinds": _meeting(mine.offers, theirs.seeks)}


def reciprocity(question: Question, peer: Person, rows: Sequence[int]) -> Found:
    """Both pieces of work, and the kinds that meet in each direction."""
    evidence, facts = _works(question, peer, rows, with_mine=True)
    theirs, mine = _both(question, peer, rows)
    return evidence, {
        **facts,
        "kinds_given": _meeting(mine.seeks, theirs.offers),
        "kinds_taken": _meeting(mine.offers, theirs.seeks),
    }


def _works(question: Question, peer: Person, rows: Sequence[int], *, with_mine: bool) -> Found:
    evidence: list[Evidence] = []
    told: list[Json] = []
    for row in rows:
        theirs = peer.works[row]
        mine = question.asker_work.get(theirs.issue) if with_mine else None
        evidence.append(edges.work(question, peer.id, theirs))
        if mine is not None:
            evidence.append(edges.work(question, question.asker.id, mine))
        told.append(
            {**edges.told_work(question, theirs), "your_stage": mine.stage if mine else None}
        )
    first = told[0]
    assert isinstance(first, dict)
    return evidence, {**first, "issues": told, "intent": question.intent}


def _both(question: Question, peer: Person, rows: Sequence[int]) -> tuple[Work, Work]:
    theirs = peer.works[rows[0]]
    return theirs, question.asker_work[theirs.issue]


def _meeting(wanted: Sequence[str], given: Sequence[str]) -> list[Json]:
    return [kind for kind in sorted(set(wanted)) if bits([kind]) & bits(given)]
