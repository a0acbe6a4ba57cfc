"""The lists that are stored: what a member's list for a question holds, and whether it is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Concat, JSONObject
from django.utils import timezone

from backend.accounts.viewer import Viewer
from backend.core.clock import this_week
from backend.directory.models import Help, Membership, Official, Work
from backend.matching.models import Intent, PeerEntry, PeerList
from graph.peers.model import Contribution, Evidence, Peer
from graph.peers.weights import CURRENT

# How many people a list holds.
LENGTH = 10
# Somebody may have joined since who would make a short list longer: it is tried again.
SHORT_FOR = timedelta(days=1)

Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A member's question: who asks, what they work on, about which issue, and what for."""

    viewer: Viewer
    own: Official
    own_work: list[Any]
    issue_id: int | None
    intent: Intent


@dataclass(frozen=True)
class Stored:
    """A stored list with its people, the best first; some may have been deleted since."""

    row: PeerList
    peers: Sequence[Peer]


def member_with_work(viewer: Viewer) -> tuple[Official, list[Any]] | None:
    """Return the viewer's official, if they are a member, and what they work on. One statement.

    Of the work only what a ranking depends on: another wording is no other work.
    """
    help_ = Help.objects.filter(work=OuterRef("pk")).order_by("direction", "kind")
    kinds = ArraySubquery(help_.values_list(Concat("direction", F("kind"))))
    work = Work.objects.filter(official=OuterRef("pk")).order_by("issue_id")
    facts = JSONObject(issue="issue_id", stage="stage", priority="priority", help=kinds)
    members = Official.objects.filter(Q(pk=viewer.official_id), membership=Membership.MEMBER)
    own = members.annotate(own_work=ArraySubquery(work.values_list(facts))).first()
    return None if own is None else (own, own.own_work)


def list_get(asked: Asked) -> Stored | None:
    """Return the stored list for a question, whatever week it is of. One statement."""
    entries = list(
        PeerEntry.objects.filter(
            peer_list__official=asked.own,
            peer_list__issue=asked.issue_id,
            peer_list__intent=asked.intent,
        )
        .select_related("peer_list")
        .order_by("rank")
    )
    if not entries:
        return None
    peers = [peer_from(each.peer_id, each.score, each.contributions) for each in entries]
    return Stored(entries[0].peer_list, peers)


def is_over(stored: Stored, asked: Asked) -> bool:
    """Tell whether another list is due: another week, weights or work, or it was short."""
    row = stored.row
    return (
        row.week != this_week()
        or row.weights_version != CURRENT.version
        or row.own_work != asked.own_work
        or (row.length < LENGTH and row.made_at < timezone.now() - SHORT_FOR)
    )


def to_json(contributions: Sequence[Contribution]) -> list[Json]:
    """Write contributions as an entry holds them, evidence as rows of its four fields."""
    return [
        {
            "code": each.code,
            "value": each.value,
            "likeness": each.likeness,
            "evidence": [[of.kind, of.id, of.owner, of.edge] for of in each.evidence],
            "km": each.km,
        }
        for each in contributions
    ]


def peer_from(official: int, score: float, contributions: Sequence[Json]) -> Peer:
    """Read a peer back, equal to the one that was written."""
    return Peer(
        official,
        score,
        tuple(
            Contribution(
                code=each["code"],
                value=each["value"],
                share=each["value"] / score,
                likeness=each["likeness"],
                evidence=tuple(Evidence(*of) for of in each["evidence"]),
                km=each["km"],
            )
            for each in contributions
        ),
    )
