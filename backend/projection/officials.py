"""What the graph should hold of officials: no name or contact, their work, ties, and whom to avoid.

The number of statements does not depend on how many ids there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from backend.core.clock import today
from backend.directory.models import Term
from backend.directory.selectors.terms import by_interest
from backend.introductions.selectors.eligibility import at_a_cap
from backend.introductions.selectors.exclusions import exclusions_of, saved_by
from backend.outbox.models import Aggregate
from backend.projection.homes import homes
from backend.projection.lists import OwnLists, own_lists
from backend.projection.pieces import any_of, edge
from backend.projection.scope import officials_shown
from graph.writes import Edge, NodeState, with_features


def official_states(ids: Sequence[int]) -> list[NodeState]:
    """Read these officials, those who have a node."""
    rows = own_lists(ids)
    terms = _terms_shown(ids)
    full = at_a_cap(ids)
    edges: defaultdict[int, list[Edge]] = defaultdict(list)
    for official_id, found in (
        *_representing(terms),
        *_own(rows),
        *_interactions(ids),
    ):
        edges[official_id] += found
    served = {id_: term["seat__office__locality_id"] for id_, term in terms.items()}
    places = homes(set(served.values()))
    return [
        with_features(
            NodeState(
                Aggregate.OFFICIAL.value,
                row.id,
                {
                    "paused": row.paused,
                    "capped": row.id in full,
                    **_office(terms.get(row.id), today()),
                },
                tuple(edges[row.id]),
            ),
            places[served[row.id]] if row.id in served else None,
        )
        for row in rows
    ]


# Whose edges they are, and the edges.
_Owned = Iterable[tuple[int, tuple[Edge, ...]]]


def _representing(terms: Mapping[int, Mapping[str, Any]]) -> _Owned:
    for official_id, term in terms.items():
        yield official_id, edge("REPRESENTS", official_id, term["seat__office__locality_id"])


def _own(rows: Iterable[OwnLists]) -> _Owned:
    for row in rows:
        for key, issue_id, *facts in row.works:
            stage, priority, since, seeks, offers = facts
            yield (
                row.id,
                edge(
                    "WORKS_ON",
                    key,
                    issue_id,
                    {
                        "stage": stage,
                        "priority": priority,
                        "since": _day(since),
                        "seeks": seeks,
                        "offers": offers,
                    },
                ),
            )
        for key, organization_id, since in row.affiliations:
            yield row.id, edge("AFFILIATED_WITH", key, organization_id, {"since": _day(since)})
        for key, event_id, on in row.attendance:
            yield row.id, edge("ATTENDED", key, event_id, {"since": _day(on)})


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _interactions(ids: Sequence[int]) -> _Owned:
    """Yield what leads to other officials, of those who have a node."""
    apart, saved = exclusions_of(any_of(ids)), saved_by(any_of(ids))
    shown = officials_shown({*(each.other for each in apart), *(mark.other for mark in saved)})
    for each in apart:
        if each.other in shown:
            facts = {"until": each.until, "reason": each.reason.value}
            yield each.official, edge("EXCLUDES", each.key, each.other, facts)
    for mark in saved:
        if mark.other in shown:
            yield mark.official, edge("SAVED", mark.feedback, mark.other)


def _terms_shown(ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    """Return each official's present term, else the next, else the last."""
    rows = (
        Term.objects.filter(official__in=any_of(ids))
        .order_by("official_id", *by_interest())
        .distinct("official_id")
        .values(
            "official_id",
            "during",
            "start_is_known",
            "seat__office_id",
            "seat__office__kind",
            "seat__office__locality_id",
        )
    )
    return {row["official_id"]: row for row in rows}


def _office(term: Mapping[str, Any] | None, on: date) -> dict[str, Any]:
    """Return the office and its days; nothing of a member who never held one."""
    if term is None:
        return {}
    begins = term["during"].lower
    # An unknown first day is stored as when the seat was free. They can't have begun before, so
    # it still says that a coming term has not begun.
    known = term["start_is_known"] or (begins is not None and begins > on)
    return {
        "office_kind": term["seat__office__kind"],
        "office_id": term["seat__office_id"],
        "in_office_from": begins if known else None,
        "in_office_until": term["during"].upper,
    }
