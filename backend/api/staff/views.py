"""The address of the staff API."""

from django.conf import settings
from django.http import HttpRequest

from backend.accounts.models import User
from backend.api.guard.errors import Code, Refusal
from backend.api.guard.limits import STAFF, ListSize
from backend.api.guard.view import GuardedView, signed_in
from backend.api.staff.exposure import SIZES as EXPOSURE
from backend.api.staff.groups import MOST_REASONS
from backend.api.staff.schema import schema
from backend.directory.models import HelpKind
from backend.directory.selectors.details import MOST_CONTACT_WAYS, MOST_WORK
from backend.directory.selectors.staff import MOST_TERMS
from backend.directory.selectors.viewers import Viewer, viewer_of
from backend.matching.groups.choosing import PEOPLE


def staff_only(request: HttpRequest) -> Refusal | None:
    """Let in staff, and outside the demo nobody yet: staff must prove a second factor there."""
    refusal = signed_in(request)
    if refusal is not None:
        return refusal
    if not (isinstance(request.user, User) and request.user.is_staff_member):
        return Refusal(403, Code.FORBIDDEN, "Only staff may use this address.")
    if not settings.DEMO:
        message = (
            "The staff API needs a second factor at sign-in, which can't be set up yet. "
            "Until then it answers only in the demo (COUNTERPART_MODE=demo)."
        )
        return Refusal(403, Code.FORBIDDEN, message)
    return None


def viewer_from(request: HttpRequest) -> Viewer:
    """Describe who asks, for the resolvers."""
    if not isinstance(request.user, User):
        raise TypeError("nobody is signed in")
    return viewer_of(request.user)


view = GuardedView(
    name="staff",
    schema=schema.graphql_schema,
    limits=STAFF,
    authorize=staff_only,
    context=viewer_from,
    sizes={
        "Official.languages": ListSize(at_most=10, usual=1),
        "Official.contactWays": ListSize(at_most=MOST_CONTACT_WAYS, usual=2),
        "Official.terms": ListSize(at_most=MOST_TERMS, usual=1),
        "Official.work": ListSize(at_most=MOST_WORK, usual=3),
        "Work.help": ListSize(at_most=16, usual=2),
        **EXPOSURE,
        "Group.people": ListSize(at_most=PEOPLE, usual=PEOPLE),
        "GroupMember.offers": ListSize(at_most=len(HelpKind), usual=2),
        "GroupMember.reasons": ListSize(at_most=MOST_REASONS, usual=4),
    },
    # Each reads much that is not shown.
    prices={"Query.exposure": 100, "Query.group": 100},
)
