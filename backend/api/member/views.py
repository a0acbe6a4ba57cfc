"""The address of the member API."""

from backend.api.common.mutations import MOST_PROBLEMS
from backend.api.guard.limits import MEMBER, ListSize
from backend.api.guard.view import GuardedView, signed_in
from backend.api.member.context import context_of
from backend.api.member.schema import schema
from backend.api.member.types.alike_places import MOST_FACTS
from backend.directory import limits
from backend.directory.selectors.details import MOST_CONTACT_WAYS, MOST_ORGANIZATIONS
from backend.directory.selectors.organizations import MOST_ACTIVITIES
from backend.matching.allies import MOST as MOST_ALLIES
from backend.matching.allies import MOST_ACTIVE_ON, MOST_EXPERTS
from backend.matching.reasons import ReasonCode
from backend.matching.reasons.evidence import MOST_EVIDENCE

ERRORS = ListSize(at_most=MOST_PROBLEMS, usual=1)

view = GuardedView(
    name="member",
    schema=schema._schema,
    limits=MEMBER,
    authorize=signed_in,
    context=context_of,
    sizes={
        "Official.languages": ListSize(at_most=limits.LANGUAGES, usual=1),
        "Official.work": ListSize(at_most=limits.WORK, usual=3),
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
        "PeerSuggestion.reasons": ListSize(at_most=len(ReasonCode), usual=6),
        "Reason.evidence": ListSize(at_most=MOST_EVIDENCE, usual=2),
        "AlikePlace.facts": ListSize(at_most=MOST_FACTS, usual=4),
        "Viewer.allies": ListSize(at_most=MOST_ALLIES, usual=5),
        "Ally.activeOn": ListSize(at_most=MOST_ACTIVE_ON, usual=2),
        "Ally.experts": ListSize(at_most=MOST_EXPERTS, usual=1),
        "UpdateProfilePayload.errors": ERRORS,
        "SaveWorkPayload.errors": ERRORS,
        "RemoveWorkPayload.errors": ERRORS,
        "RenewSuggestionsPayload.errors": ERRORS,
    },
    # Each reads much that is not shown: all candidates, or everybody who is found.
    prices={
        "Viewer.suggestedPeers": 50,
        "Mutation.renewSuggestions": 50,
        "Viewer.alikePlaces": 30,
        "Viewer.allies": 10,
        "OfficialConnection.facets": 20,
    },
)
