"""Building a list: the graph proposes, the tables decide, and whoever is on it is counted."""

import time
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from backend.core import graph_client
from backend.core.clock import this_week, today
from backend.directory.models import Official
from backend.introductions.models import Impression
from backend.introductions.selectors.eligibility import suggestible_to
from backend.introductions.selectors.impressions import already_suggested_to, at_impression_cap
from backend.introductions.services.records import officials_locked
from backend.matching.errors import MatchingUnavailable
from backend.matching.messages import MatchingMessage
from backend.matching.models import Intent, PeerEntry, PeerList
from backend.matching.peers.diversify import SPARE, chosen
from backend.matching.peers.lists import LENGTH, Asked, Stored, list_get, to_json
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from graph.connection import GraphError
from graph.peers import DEADLINE_S, suggest
from graph.peers.model import Peer, Suggestions
from graph.peers.weights import Weights

# Asked for when most of those are taken: now far more, so that the graph searches wider.
MANY = 200


def list_build(asked: Asked) -> Stored | None:
    """Make a member's list anew and count who is on it; nothing if there is nobody.

    What is stored stays when there is nobody. Raises MatchingUnavailable within 1.5 s, having
    written nothing, when the graph can't answer.
    """
    begun = timezone.now()
    return list_keep(asked, proposed(asked), begun=begun)


def proposed(asked: Asked, patience_s: float = DEADLINE_S) -> Suggestions:
    """Ask the graph, and a second time for far more if the tables leave too few of those.

    Raises MatchingUnavailable when the graph can't answer in so many seconds.
    """
    began = time.monotonic()
    found = _ask(asked, LENGTH + SPARE, patience_s)
    if len(found.peers) < LENGTH + SPARE:
        return found  # that was everybody
    people = suggestible_to(asked.own.pk).in_bulk([peer.official for peer in found.peers])
    if len(people) >= LENGTH:
        return found
    try:
        return _ask(asked, MANY, patience_s - (time.monotonic() - began))
    except MatchingUnavailable:
        return found


def list_keep(asked: Asked, found: Suggestions, *, begun: datetime) -> Stored | None:
    """Choose of whom the graph proposed, store the list and count them, in one transaction.

    `begun` is when it was asked for: a list that was made since then is taken as it is.
    """
    ids = [peer.official for peer in found.peers]
    with transaction.atomic():
        # Two lists that would take somebody's last place are made one after the other.
        officials_locked(asked.own.pk, *ids)
        same = list_get(asked)
        if same is not None and same.row.made_at >= begun:
            return same
        people = suggestible_to(asked.own.pk).in_bulk(ids)
        taken = chosen(asked.own, found.peers, people, LENGTH)
        if not taken:
            return None
        stored = _store(asked, found, taken)
        _count(asked.own, taken)
    return stored


def ask(
    own: Official,
    *,
    issue_id: int | None,
    intent: Intent,
    length: int,
    weights: Weights | None = None,
    already_suggested: Collection[int] = (),
    timeout: float = DEADLINE_S,
) -> Suggestions:
    """Ask the graph for an official's peers, the best first.

    Those already suggested to them this week may be at a cap. Raises MatchingUnavailable when it
    can't answer in so many seconds.
    """
    try:
        return suggest(
            graph_client.graph(),
            own.pk,
            length,
            issue=issue_id,
            intent="collaborate" if intent == Intent.COLLABORATE else "learn",
            as_of=today(),
            weights=weights,
            already_suggested=already_suggested,
            timeout=timeout,
        )
    except GraphError as error:
        raise MatchingUnavailable(MatchingMessage.SUGGESTIONS_UNAVAILABLE) from error


def _ask(asked: Asked, length: int, timeout: float) -> Suggestions:
    return ask(
        asked.own,
        issue_id=asked.issue_id,
        intent=asked.intent,
        length=length,
        # Whoever was counted for this member once may be on all their lists.
        already_suggested=already_suggested_to(asked.own.pk),
        timeout=timeout,
    )


def _store(asked: Asked, found: Suggestions, taken: Sequence[Peer]) -> Stored:
    PeerList.objects.filter(official=asked.own, issue=asked.issue_id, intent=asked.intent).delete()
    row = PeerList.objects.create(
        official=asked.own,
        issue_id=asked.issue_id,
        intent=asked.intent,
        week=this_week(),
        weights_version=found.weights_version,
        widened=found.widened or "",
        length=len(taken),
        own_work=asked.own_work,
        made_at=timezone.now(),
    )
    PeerEntry.objects.bulk_create(
        PeerEntry(
            peer_list=row,
            rank=rank,
            peer_id=peer.official,
            score=peer.score,
            contributions=to_json(peer.contributions),
        )
        for rank, peer in enumerate(taken, 1)
    )
    return Stored(row, taken)


def _count(own: Official, taken: Sequence[Peer]) -> None:
    """Count each for this member, and let the graph know of whoever is at the cap by that."""
    ids = [peer.official for peer in taken]
    Impression.objects.bulk_create(
        (Impression(official=own, shown_id=id_, week=this_week()) for id_ in ids),
        ignore_conflicts=True,
    )
    if full := at_impression_cap(ids):
        outbox.record_many(Aggregate.OFFICIAL, sorted(full))
