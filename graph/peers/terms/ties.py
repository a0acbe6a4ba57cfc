"""Terms about what two people have in common besides work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.features import Columns, Floats
from graph.peers.inputs import Person, Question
from graph.peers.model import Evidence
from graph.peers.terms.term import Term, adamic_adar, in_common, looked_up


def _shared_organization(question: Question, columns: Columns) -> Floats:
    """Organizations of both."""
    known = question.statistics.organizations
    mine = {
        each.organization: known.get(each.organization, 1) for each in question.asker.affiliations
    }
    return adamic_adar(columns.organizations.columns[0], mine)


def _cite_organizations(
    question: Question, peer: Person, rows: Sequence[int]
) -> Iterator[Evidence]:
    """Both memberships of each organization."""
    mine = {each.organization: each.key for each in question.asker.affiliations}
    for row in rows:
        theirs = peer.affiliations[row]
        id_ = theirs.organization
        for owner, key in ((peer.id, theirs.key), (question.asker.id, mine[id_])):
            yield Evidence("organization", id_, owner, f"AFFILIATED_WITH:{key}")


def _shared_event(question: Question, columns: Columns) -> Floats:
    """Events that both attended."""
    known = question.statistics.events
    mine = {each.event: known.get(each.event, 1) for each in question.asker.attendances}
    return adamic_adar(columns.events.columns[0], mine)


def _cite_events(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """Both attendances of each event."""
    mine = {each.event: each.key for each in question.asker.attendances}
    for row in rows:
        theirs = peer.attendances[row]
        for owner, key in ((peer.id, theirs.key), (question.asker.id, mine[theirs.event])):
            yield Evidence("event", theirs.event, owner, f"ATTENDED:{key}")


def _saved(question: Question, columns: Columns) -> Floats:
    """Whether the asker saved the candidate."""
    return looked_up(columns.official, dict.fromkeys(question.saved, 1.0))


def _cite_saved(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:  # noqa: ARG001
    """That the asker saved the peer."""
    key = question.saved[peer.id]
    yield Evidence("feedback", int(key), question.asker.id, f"SAVED:{key}")


SHARED_ORGANIZATION = Term(_shared_organization, _cite_organizations, "organizations", in_common)
SHARED_EVENT = Term(_shared_event, _cite_events, "events", in_common)
SAVED = Term(_saved, _cite_saved)
