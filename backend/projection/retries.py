"""Dead letters: aggregates that could not be brought to the graph, and when to try again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone

from backend.outbox.models import DeadLetter
from backend.projection.scope import Key

FIRST_RETRY_S = 0.5
LONGEST_RETRY_S = 600.0
# Fifteen minutes of doubling pauses; then only an edit, staff or a rebuild tries once more.
ATTEMPTS = 12


def due(limit: int) -> list[Key]:
    """Return the keys whose time to be tried again has come, the longest waiting first."""
    letters = DeadLetter.objects.filter(retry_at__lte=timezone.now()).order_by("retry_at")
    return list(letters.values_list("aggregate", "aggregate_id")[:limit])


def next_retry() -> datetime | None:
    """Return when the next key is to be tried again; None if there is none."""
    waiting = DeadLetter.objects.filter(retry_at__isnull=False).order_by("retry_at")
    return waiting.values_list("retry_at", flat=True).first()


def clear(keys: Iterable[Key]) -> None:
    """Forget the failed attempts of keys that have been brought to the graph."""
    settled = set(keys)
    letters = DeadLetter.objects.values_list("pk", "aggregate", "aggregate_id")
    over = [pk for pk, label, id_ in letters if (label, id_) in settled]
    if over:
        DeadLetter.objects.filter(pk__in=over).delete()


def note(reasons: Mapping[Key, str]) -> None:
    """Count one more attempt for each key, and say when to try again, if ever."""
    if not reasons:
        return
    earlier = DeadLetter.objects.filter(_any_of(reasons))
    attempts = {(each.aggregate, each.aggregate_id): each.attempts for each in earlier}
    DeadLetter.objects.bulk_create(
        [_letter(key, attempts.get(key, 0) + 1, reason) for key, reason in reasons.items()],
        update_conflicts=True,
        unique_fields=["aggregate", "aggregate_id"],
        update_fields=["attempts", "reason", "retry_at", "last_failed_at"],
    )


def _letter(key: Key, attempts: int, reason: str) -> DeadLetter:
    pause = timedelta(seconds=min(FIRST_RETRY_S * 2 ** (attempts - 1), LONGEST_RETRY_S))
    return DeadLetter(
        aggregate=key[0],
        aggregate_id=key[1],
        attempts=attempts,
        reason=reason[:200],
        retry_at=timezone.now() + pause if attempts < ATTEMPTS else None,
    )


def _any_of(keys: Iterable[Key]) -> Q:
    """Return a condition with one part a label."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for label, id_ in keys:
        ids[label].append(id_)
    parts = (Q(aggregate=label, aggregate_id__in=each) for label, each in ids.items())
    return reduce(or_, parts, Q())
