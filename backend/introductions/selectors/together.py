"""Who of many people may be brought together."""

from collections.abc import Collection

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from backend.core.clock import this_week
from backend.introductions.models import Block, Impression
from backend.introductions.selectors.asks import received


def blocks_among(officials: Collection[int]) -> frozenset[frozenset[int]]:
    """Return the pairs of these of whom either has blocked the other. One statement."""
    wanted = list(officials)
    rows = Block.objects.filter(blocker__in=wanted, blocked__in=wanted)
    return frozenset(map(frozenset, rows.values_list("blocker_id", "blocked_id")))


def at_a_cap(official: OuterRef) -> Q:
    """Return the condition that somebody has as many asks, or is on as many lists, as may be."""
    asks = received(official).order_by("pk")[settings.MOST_ASKS_RECEIVED - 1 :]
    lists = Impression.objects.filter(shown=official, week=this_week()).order_by("pk")
    return Q(Exists(asks)) | Q(Exists(lists[settings.MOST_LISTS_A_WEEK - 1 :]))
