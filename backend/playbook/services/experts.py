"""Keeping experts: members hear of one only while they consent."""

from collections.abc import Collection

from django.db import IntegrityError, transaction

from backend.accounts.permissions import require_broker
from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Organization
from backend.outbox.models import Aggregate
from backend.playbook.messages import PlaybookMessage
from backend.playbook.models import Expert
from backend.playbook.services.records import issues_named, record


def expert_add(
    *, viewer: Viewer, organization_id: int, name: str, title: str, issue_ids: Collection[int]
) -> Expert:
    """Add an expert of an organization, who has consented to nothing yet.

    Raises DomainError, having written nothing, when the name is missing or there already, or the
    organization or an issue is unknown.
    """
    require_broker(viewer)
    name, title = clean(name), clean(title)
    checks = Checks()
    checks.text("name", name, most=200, required=True)
    checks.text("title", title, most=120)
    checks.finish()
    issues = issues_named(issue_ids)
    if not Organization.objects.filter(pk=organization_id).exists():
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ORGANIZATION, "organizationId")
    try:
        with transaction.atomic():
            expert = Expert.objects.create(organization_id=organization_id, name=name, title=title)
            expert.issues.set(issues)
            record(viewer, Aggregate.EXPERT, expert.pk, "expert.add", ("name", "title", "issues"))
    except IntegrityError as error:
        if "expert_once" not in str(error):
            raise
        raise fail(ErrorCode.CONFLICT, PlaybookMessage.EXPERT_EXISTS, "name") from error
    return expert


def expert_consent(*, viewer: Viewer, expert_id: int, given: bool) -> Expert:
    """Note that an expert consents to be named to members from today, or does so no more."""
    require_broker(viewer)
    with transaction.atomic():
        expert = Expert.objects.select_for_update().filter(pk=expert_id).first()
        if expert is None:
            raise fail(ErrorCode.NOT_FOUND, PlaybookMessage.NO_SUCH_EXPERT, "expertId")
        if given != (expert.consented_on is not None):
            expert.consented_on = today() if given else None
            expert.save(update_fields=["consented_on"])
            record(viewer, Aggregate.EXPERT, expert.pk, "expert.consent", ("consented_on",))
    return expert
