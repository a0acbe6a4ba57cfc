"""Terms about work: what both are on, how far along, and what help each could give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from graph.features import STAGES, Columns, Floats, Ints, bits
from graph.peers.inputs import Person, Question, Work
from graph.peers.model import Evidence
from graph.peers.terms.term import Term, adamic_adar, all_of, best, in_common, looked_up

_RANK = {stage: rank for rank, stage in enumerate(STAGES)}
_ADOPTED = _RANK["adopted"]
_STOPPED = _RANK["stopped"]
_LAST = _STOPPED - 1


def _same_issue(question: Question, columns: Columns) -> Floats:
    """Rarity by priority of what was asked; several issues add up towards 1.

    Who is past it is no companion on the way: to collaborate, an adopted work counts only for an
    asker who has come as far.
    """
    issue, stage, priority, _, _ = columns.works.columns
    rarity = {each: question.rarities.get(each, 1.0) for each in question.asked}
    worth = looked_up(issue, rarity) * (2 + priority) / 5
    if question.intent == "learn":
        return worth
    far = {each: 1.0 for each, rank in _own_ranks(question).items() if rank >= _ADOPTED}
    past = (stage >= _ADOPTED) & (stage != _STOPPED) & (looked_up(issue, far) == 0)
    return np.where(past, 0.0, worth)


def _cite_same_issue(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """The peer's work on all that was asked; the asker's own, where the question rests on it."""
    if question.named is None or question.intent == "collaborate":
        return _cite_both(question, peer, rows)
    return (work_edge(peer.id, peer.works[row]) for row in rows)


def _wider_issue(question: Question, columns: Columns) -> Floats:
    """Work on an issue right above, below or beside what was asked: the nearest one counts."""
    near = question.weights.relatives
    worth = {
        issue: max(near[each.relation] for each in relatives) * question.rarities.get(issue, 1.0)
        for issue, relatives in question.relatives_on.items()
    }
    return looked_up(columns.works.columns[0], worth)


def _cite_wider_issue(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """The peer's work, and the edges of the tree between the two issues."""
    theirs = peer.works[rows[0]]
    near = question.weights.relatives
    relative = min(
        question.relatives_on[theirs.issue],
        key=lambda each: (-near[each.relation], each.asked, each.path),
    )
    yield work_edge(peer.id, theirs)
    if question.named is None and relative.asked in question.asker_work:
        yield work_edge(question.asker.id, question.asker_work[relative.asked])
    for child in relative.path:
        yield Evidence("issue", child, None, f"PART_OF:{child}")


def _further_along(question: Question, columns: Columns) -> Floats:
    """Stages that complement each other (to learn) or are near each other (to collaborate).

    Who has stopped asks as one who explores. Who has not begun has no stage to compare: a missing
    edge can't be cited, so it must not count either.
    """
    issue, theirs, _, _, _ = columns.works.columns
    own = _own_ranks(question)
    known = looked_up(issue, dict.fromkeys(own, 1.0))
    mine = looked_up(issue, own)
    if question.intent == "learn":
        # 1 for one who has what the other has yet to adopt, else a third a stage.
        step = np.where((mine < _ADOPTED) & (theirs >= _ADOPTED), 1.0, (theirs - mine) / 3)
    else:
        step = 1 - np.abs(theirs - mine) / _LAST
    return np.where((known > 0) & (theirs != _STOPPED), np.clip(step, 0.0, 1.0), 0.0)


def _also_works_on(question: Question, columns: Columns) -> Floats:
    """Other issues of both, unless every issue of the asker's was asked for."""
    others = (
        question.asker_work.keys() - question.asked if question.named is not None else frozenset()
    )
    degrees = {each: question.statistics.issues.get(each, 1) for each in others}
    return adamic_adar(columns.works.columns[0], degrees)


def _offers_what_you_seek(question: Question, columns: Columns) -> Floats:
    """The part of the kinds of help sought on an issue that the candidate offers on it."""
    issue, _, _, _, offers = columns.works.columns
    return _met(_wanted(question, issue, "seeks"), offers)


def _seeks_what_you_offer(question: Question, columns: Columns) -> Floats:
    """The part of the kinds of help offered on an issue that the candidate seeks on it."""
    issue, _, _, seeks, _ = columns.works.columns
    return _met(_wanted(question, issue, "offers"), seeks)


def _reciprocity(question: Question, columns: Columns) -> Floats:
    """The harmonic mean of both directions: nothing unless each has something for the other."""
    given = _offers_what_you_seek(question, columns)
    taken = _seeks_what_you_offer(question, columns)
    both = given + taken
    return np.divide(2 * given * taken, both, out=np.zeros(len(both)), where=both > 0)


def work_edge(owner: int, each: Work) -> Evidence:
    """Somebody's WORKS_ON."""
    return Evidence("work", int(each.key), owner, f"WORKS_ON:{each.key}")


def _cite_both(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """The peer's work on each issue and the asker's, where they work on it."""
    for row in rows:
        theirs = peer.works[row]
        yield work_edge(peer.id, theirs)
        if theirs.issue in question.asker_work:
            yield work_edge(question.asker.id, question.asker_work[theirs.issue])


def _own_ranks(question: Question) -> dict[int, int]:
    """How far along the asker is with what was asked; who has stopped begins anew."""
    return {
        issue: _RANK[work.stage] % _STOPPED
        for issue, work in question.asker_work.items()
        if issue in question.asked
    }


def _wanted(question: Question, issue: Ints, direction: str) -> Ints:
    kinds = {
        each: float(bits(getattr(work, direction)))
        for each, work in question.asker_work.items()
        if each in question.asked
    }
    return looked_up(issue, kinds).astype(np.int64)


def _met(wanted: Ints, given: Ints) -> Floats:
    share: Floats = np.bitwise_count(wanted & given) / np.maximum(np.bitwise_count(wanted), 1)
    return share


SAME_ISSUE = Term(_same_issue, _cite_same_issue, "works", all_of)
WIDER_ISSUE = Term(_wider_issue, _cite_wider_issue, "works", best)
FURTHER_ALONG = Term(_further_along, _cite_both, "works", best)
ALSO_WORKS_ON = Term(_also_works_on, _cite_both, "works", in_common)
OFFERS_WHAT_YOU_SEEK = Term(_offers_what_you_seek, _cite_both, "works", best)
SEEKS_WHAT_YOU_OFFER = Term(_seeks_what_you_offer, _cite_both, "works", best)
RECIPROCITY = Term(_reciprocity, _cite_both, "works", best)
