"""Terms begin and end while nobody edits anything: those officials are queued once a day."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from backend.core.clock import today
from backend.directory.models import Term
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from backend.projection.models import Projection


def queue_turned_terms() -> Projection:
    """Queue every official with a term that began or ended since the last time, if a day is over.

    An official's node shows one term, and which one it is depends on the day. Returns the state of
    the projection.
    """
    on = today()
    state = Projection.load()
    if state.day >= on:
        return state
    with transaction.atomic():
        state = Projection.objects.select_for_update().get()
        turned = _turned(after=state.day, until=on).values_list("official_id", flat=True)
        outbox.record_many(Aggregate.OFFICIAL, turned.order_by("official_id").distinct())
        state.day = on
        state.save(update_fields=["day"])
    return state


def _turned(*, after: date, until: date) -> QuerySet[Term]:
    return Term.objects.filter(
        Q(during__startswith__gt=after, during__startswith__lte=until)
        | Q(during__endswith__gt=after, during__endswith__lte=until)
    )
