"""Asking for one's suggestions anew."""

from typing import Annotated

import strawberry

from backend.api.guard.errors import Code, api_error
from backend.api.member.context import Info
from backend.api.member.types.enums import Intent
from backend.api.member.types.nodes import decode_id
from backend.api.member.types.payloads import FieldError, errors_of
from backend.api.member.types.viewer import Viewer
from backend.core.errors import DomainError, ErrorCode, fail
from backend.matching import models as matching
from backend.matching.errors import MatchingUnavailable
from backend.matching.peers.serve import suggestions_renew


@strawberry.input(description="Which list of suggestions to make anew.")
class RenewSuggestionsInput:
    """The list."""

    issue_id: strawberry.ID | None = strawberry.field(
        default=None, description="The one about this issue; else about all one works on."
    )
    intent: Intent = strawberry.field(default=Intent.LEARN, description="What is wanted of a peer.")


@strawberry.type(description="Whoever asked, whose list is new; or what is wrong.")
class RenewSuggestionsPayload:
    """The answer."""

    viewer: Viewer | None = strawberry.field(
        description="Whoever is signed in, to ask for the list; null if nothing was changed."
    )
    errors: list[FieldError] = strawberry.field(
        description="What is wrong; empty if it was done. Then the list is as it was."
    )


def renew_suggestions(
    info: Info,
    input: Annotated[  # noqa: A002 - the usual name
        RenewSuggestionsInput, strawberry.argument(description="Which list.")
    ],
) -> RenewSuggestionsPayload | None:
    """Make the viewer's list anew."""
    try:
        issue = None if input.issue_id is None else decode_id("Issue", input.issue_id)
        if issue is None and input.issue_id is not None:
            raise fail(ErrorCode.NOT_FOUND, "There is no such issue. Choose one.", "issueId")
        suggestions_renew(
            viewer=info.context.viewer, issue_id=issue, intent=matching.Intent(input.intent.value)
        )
    except DomainError as error:
        return RenewSuggestionsPayload(viewer=None, errors=errors_of(error.problems))
    except MatchingUnavailable as error:
        raise api_error(Code.SUGGESTIONS_UNAVAILABLE, str(error)) from error
    return RenewSuggestionsPayload(viewer=Viewer(), errors=[])
