"""The address of the member API."""

from backend.directory.selectors.details import (
    MOST_CONTACT_WAYS,
    MOST_ORGANIZATIONS,
    MOST_WORK,
)
from backend.directory.selectors.organizations import MOST_ACTIVITIES
from backend.guard.limits import MEMBER, ListSize
from backend.guard.view import GuardedView, signed_in
from backend.member_api.context import context_of
from backend.member_api.schema import schema
from backend.member_api.types.payloads import MOST_ERRORS

ERRORS = ListSize(at_most=MOST_ERRORS, usual=1)

view = GuardedView(
    name="member",
    schema=schema._schema,
    limits=MEMBER,
    authorize=signed_in,
    context=context_of,
    sizes={
        "Official.languages": ListSize(at_most=10, usual=1),
        "Official.work": ListSize(at_most=MOST_WORK, usual=3),
        "Official.organizations": ListSize(at_most=MOST_ORGANIZATIONS, usual=1),
        "Official.contactWays": ListSize(at_most=MOST_CONTACT_WAYS, usual=2),
        "Work.seeks": ListSize(at_most=8, usual=1),
        "Work.offers": ListSize(at_most=8, usual=1),
        "Issue.synonyms": ListSize(at_most=10, usual=2),
        "Issue.children": ListSize(at_most=50, usual=6),
        "Organization.issues": ListSize(at_most=MOST_ACTIVITIES, usual=3),
        "Organization.places": ListSize(at_most=MOST_ACTIVITIES, usual=2),
        # Counted in a few statements, not read one by one: the price says what they cost.
        "OfficialConnection.facets": ListSize(at_most=300, usual=1),
        "PeerSuggestion.reasons": ListSize(at_most=11, usual=6),
        "Reason.evidence": ListSize(at_most=40, usual=2),
        "UpdateProfilePayload.errors": ERRORS,
        "SaveWorkPayload.errors": ERRORS,
        "RemoveWorkPayload.errors": ERRORS,
    },
    # Each reads much that is not shown: all candidates, or everybody who is found.
    prices={"Viewer.suggestedPeers": 50, "OfficialConnection.facets": 20},
)
