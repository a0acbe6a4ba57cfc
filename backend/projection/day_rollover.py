"""Terms, asks, bars and weeks end while nobody edits anything: once a day those are queued."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from backend.core.clock import today
from backend.directory.models import Term
from backend.introductions.selectors.exclusions import asks_ending
from backend.introductions.selectors.impressions import impressions_ending
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from backend.projection.models import Projection


def queue_day_rollover() -> None:
    """Queue every official whose node another day changes, if a day is over since the last time.

    It shows one term, whether they are at a cap, and from whom they are apart; each depends on the
    day, or on the week.
    """
    on = today()
    if Projection.load().day >= on:
        return
    with transaction.atomic():
        state = Projection.objects.select_for_update().get()
        terms = _terms_changing(after=state.day, until=on).values_list("official_id", flat=True)
        asks = asks_ending(after=state.day, until=on)
        freed = impressions_ending(after=state.day, until=on)
        outbox.record_many(Aggregate.OFFICIAL, sorted({*terms, *asks, *freed}))
        state.day = on
        state.save(update_fields=["day"])


def _terms_changing(*, after: date, until: date) -> QuerySet[Term]:
    return Term.objects.filter(
        Q(during__startswith__gt=after, during__startswith__lte=until)
        | Q(during__endswith__gt=after, during__endswith__lte=until)
    )
