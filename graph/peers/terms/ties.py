"""Terms about what two people have in common besides work."""

from __future__ import annotations

from graph.features import Columns, Floats
from graph.peers.inputs import Question
from graph.peers.terms.term import Term, adamic_adar, in_common, looked_up


def _shared_organization(question: Question, columns: Columns) -> Floats:
    """Organizations of both."""
    known = question.statistics.organizations
    mine = {
        each.organization: known.get(each.organization, 1) for each in question.asker.affiliations
    }
    return adamic_adar(columns.organizations.columns[0], mine)


def _shared_event(question: Question, columns: Columns) -> Floats:
    """Events that both attended."""
    known = question.statistics.events
    mine = {each.event: known.get(each.event, 1) for each in question.asker.attendances}
    return adamic_adar(columns.events.columns[0], mine)


def _saved(question: Question, columns: Columns) -> Floats:
    """Whether the asker saved the candidate."""
    return looked_up(columns.official, dict.fromkeys(question.saved, 1.0))


SHARED_ORGANIZATION = Term(_shared_organization, "organizations", in_common)
SHARED_EVENT = Term(_shared_event, "events", in_common)
SAVED = Term(_saved)
