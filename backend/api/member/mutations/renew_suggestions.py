"""Asking for one's suggestions anew."""

from typing import Annotated

import strawberry

from backend.accounts.permissions import require_owner
from backend.api.common.mutations import mutation
from backend.api.member.context import Info
from backend.api.member.types.enums import Intent
from backend.api.member.types.nodes import decode_id, decode_issue_id
from backend.api.member.types.payloads import Payload
from backend.api.member.types.viewer import Viewer
from backend.matching import models as matching
from backend.matching.peers.serve import suggestions_renew


@strawberry.input(description="Which list of suggestions to make anew.")
class RenewSuggestionsInput:
    """The list."""

    owner_id: strawberry.ID = strawberry.field(
        description="The official whose list it is. If somebody else is signed in by now, the "
        "error is OTHER_ACCOUNT."
    )
    issue_id: strawberry.ID | None = strawberry.field(
        default=None, description="The one about this issue; else about all one works on."
    )
    intent: Intent = strawberry.field(default=Intent.LEARN, description="What is wanted of a peer.")


@strawberry.type(description="Whoever asked, whose list is new; or what is wrong.")
class RenewSuggestionsPayload(Payload):
    """The answer."""

    viewer: Viewer | None = strawberry.field(
        default=None,
        description="Whoever is signed in, to ask for the list; null if nothing was changed.",
    )


@mutation(RenewSuggestionsPayload.refused)
def renew_suggestions(
    info: Info,
    input: Annotated[  # noqa: A002 - the usual name
        RenewSuggestionsInput, strawberry.argument(description="Which list.")
    ],
) -> RenewSuggestionsPayload | None:
    """Make the viewer's list anew."""
    viewer = info.context.viewer
    require_owner(viewer, decode_id("Official", input.owner_id))
    issue = None if input.issue_id is None else decode_issue_id(input.issue_id)
    suggestions_renew(viewer=viewer, issue_id=issue, intent=matching.Intent(input.intent.value))
    return RenewSuggestionsPayload(viewer=Viewer())
