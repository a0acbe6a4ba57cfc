"""Noting which states forbid which policies."""

from datetime import date

from django.db import IntegrityError, transaction

from backend.accounts.permissions import require_broker
from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.clock import newest_day
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.models.places import STATES
from backend.outbox.models import Aggregate
from backend.playbook.messages import PlaybookMessage
from backend.playbook.models import DatePrecision, Policy, Preemption
from backend.playbook.services.records import record


def preemption_add(
    *,
    viewer: Viewer,
    state: str,
    policy_id: int,
    since: date,
    precision: str = DatePrecision.DAY,
    source: str,
) -> Preemption:
    """Note that a state forbids a policy since a date, as a statute says.

    Raises DomainError, having written nothing, when a value is wrong or it is noted already.
    """
    require_broker(viewer)
    source = clean(source)
    checks = Checks()
    checks.choice("state", state, STATES)
    checks.choice("precision", precision, DatePrecision.values)
    checks.text("source", source, most=200, required=True)
    checks.not_in_future("since", since)
    checks.finish()
    if not Policy.objects.filter(pk=policy_id).exists():
        raise fail(ErrorCode.NOT_FOUND, PlaybookMessage.NO_SUCH_POLICY, "policyId")
    try:
        with transaction.atomic():
            preemption = Preemption.objects.create(
                state=state, policy_id=policy_id, since=since, precision=precision, source=source
            )
            fields = ("state", "policy", "since", "source")
            record(viewer, Aggregate.PREEMPTION, preemption.pk, "preemption.add", fields)
    except IntegrityError as error:
        if "preemption_one_in_force" not in str(error):
            raise
        raise fail(ErrorCode.CONFLICT, PlaybookMessage.PREEMPTION_EXISTS, "state") from error
    return preemption


def preemption_end(*, viewer: Viewer, preemption_id: int, on: date) -> Preemption:
    """Note that a preemption is in force no more from a day on, which has come."""
    require_broker(viewer)
    with transaction.atomic():
        preemption = Preemption.objects.select_for_update().filter(pk=preemption_id).first()
        if preemption is None:
            raise fail(ErrorCode.NOT_FOUND, PlaybookMessage.NO_SUCH_PREEMPTION, "preemptionId")
        if not preemption.since < on <= newest_day():
            raise fail(ErrorCode.INVALID, PlaybookMessage.DAY_AFTER_ITS_START, "on")
        preemption.ended_on = on
        preemption.save(update_fields=["ended_on"])
        record(viewer, Aggregate.PREEMPTION, preemption.pk, "preemption.end", ("ended_on",))
    return preemption
