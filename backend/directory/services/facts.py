"""Facts about places, each with its year and source."""

import math

from django.db import transaction

from backend.accounts.permissions import require_broker
from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.checks import Checks
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.messages import DirectoryMessage
from backend.directory.models import FactName, Locality, LocalityFact
from backend.directory.models.facts import SHARES
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate

MOST_MONEY = 1_000_000_000


def locality_fact_save(
    *, viewer: Viewer, locality_id: int, name: str, value: float, year: int, source: str
) -> LocalityFact:
    """Add a figure of a place for a year, or correct it. Staff only.

    Raises DomainError, having written nothing, when a value is impossible or the place unknown.
    """
    require_broker(viewer)
    source = clean(source)
    checks = Checks()
    checks.choice("name", name, FactName.values)
    checks.text("source", source, most=120, required=True)
    if not math.isfinite(value) or not 0 <= value <= (1 if name in SHARES else MOST_MONEY):
        checks.add(ErrorCode.INVALID, DirectoryMessage.VALUE_OUT_OF_RANGE, "value")
    if not 1900 <= year <= 2200:
        checks.add(ErrorCode.INVALID, DirectoryMessage.YEAR_OF_FOUR_DIGITS, "year")
    checks.finish()
    with transaction.atomic():
        if not Locality.objects.select_for_update(no_key=True).filter(pk=locality_id).exists():
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_PLACE, "localityId")
        fact, _ = LocalityFact.objects.update_or_create(
            locality_id=locality_id,
            name=name,
            year=year,
            defaults={"value": value, "source": source},
        )
        # Which of the years is the newest may have changed.
        years = LocalityFact.objects.filter(locality=locality_id, name=name)
        outbox.record_many(Aggregate.PLACE_FACT, years.values_list("pk", flat=True))
        outbox.record(Aggregate.LOCALITY, locality_id)
        audit.record(
            actor_id=viewer.user_id,
            action="locality.fact",
            subject=Aggregate.LOCALITY,
            subject_id=locality_id,
            fields=(name,),
        )
    return fact
