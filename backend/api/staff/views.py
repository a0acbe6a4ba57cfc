"""The address of the staff API."""

from django.http import HttpRequest

from backend.accounts.messages import AccountMessage
from backend.accounts.permissions import lacks_second_factor, may_read_staff
from backend.accounts.viewer import viewer_from
from backend.api.guard.errors import Code, Refusal
from backend.api.guard.limits import STAFF, ListSize
from backend.api.guard.view import GuardedView, signed_in
from backend.api.staff.exposure import SIZES as EXPOSURE
from backend.api.staff.groups import MOST_REASONS
from backend.api.staff.schema import schema
from backend.directory import limits
from backend.directory.models import HelpKind
from backend.directory.selectors.details import MOST_CONTACT_WAYS
from backend.directory.selectors.staff import MOST_TERMS
from backend.matching.groups.choosing import PEOPLE


def staff_only(request: HttpRequest) -> Refusal | None:
    """Let in staff who have shown a second factor in this session."""
    refusal = signed_in(request)
    if refusal is not None:
        return refusal
    viewer = viewer_from(request)
    if may_read_staff(viewer):
        return None
    if lacks_second_factor(viewer):
        return Refusal(403, Code.SECOND_FACTOR_REQUIRED, AccountMessage.SECOND_FACTOR)
    return Refusal(403, Code.FORBIDDEN, AccountMessage.ONLY_STAFF)


view = GuardedView(
    name="staff",
    schema=schema.graphql_schema,
    limits=STAFF,
    authorize=staff_only,
    context=viewer_from,
    sizes={
        "Official.languages": ListSize(at_most=limits.LANGUAGES, usual=1),
        "Official.contactWays": ListSize(at_most=MOST_CONTACT_WAYS, usual=2),
        "Official.terms": ListSize(at_most=MOST_TERMS, usual=1),
        "Official.work": ListSize(at_most=limits.WORK, usual=3),
        "Work.help": ListSize(at_most=16, usual=2),
        **EXPOSURE,
        "Group.people": ListSize(at_most=PEOPLE, usual=PEOPLE),
        "GroupMember.offers": ListSize(at_most=len(HelpKind), usual=2),
        "GroupMember.reasons": ListSize(at_most=MOST_REASONS, usual=4),
    },
    # Each reads much that is not shown.
    prices={"Query.exposure": 100, "Query.group": 100},
)
