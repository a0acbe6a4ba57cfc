"""Whoever is signed in."""

from typing import Annotated

import strawberry

from backend.accounts.permissions import granted_role
from backend.api.member.context import Info
from backend.api.member.types import suggestions
from backend.api.member.types.alike_places import AlikePlaceConnection, alike_places_of
from backend.api.member.types.allies import Ally, allies_of
from backend.api.member.types.arguments import After, First
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import Intent, ViewerRole
from backend.api.member.types.nodes import decode_issue_id
from backend.api.member.types.officials import Official, officials_of
from backend.api.member.types.suggestions import PeerSuggestionConnection
from backend.core.errors import ErrorCode, fail
from backend.directory.selectors.officials import official_get
from backend.matching import models as matching
from backend.matching.messages import MatchingMessage
from backend.matching.peers.lists import LENGTH
from backend.matching.peers.serve import suggested_peers

USUAL = 3
USUAL_PLACES = 5


@strawberry.type(description="Whoever is signed in.")
class Viewer:
    """Whoever is signed in."""

    @resolved("What they may do; staff do without a second factor what members do.")
    def role(self, info: Info) -> ViewerRole:
        """Return the role."""
        return ViewerRole(granted_role(info.context.viewer).value)

    @resolved("Their name.")
    def display_name(self, info: Info) -> str:
        """Return the name of the official they are, else the one that staff go by."""
        own = _own(info)
        return info.context.user.display_name if own is None else own.row.name

    @resolved("The language they read: en or es.")
    def language(self, info: Info) -> str:
        """Return the language."""
        return info.context.viewer.language.value

    @resolved("Who they are as a member; null for staff who hold no office.")
    def official(self, info: Info) -> Official | None:
        """Return the official."""
        return _own(info)

    @resolved(
        "Officials elsewhere who work on what the viewer works on, the best first. "
        "While suggestions can't be had this is null, with the error SUGGESTIONS_UNAVAILABLE."
    )
    def suggested_peers(
        self,
        info: Info,
        first: Annotated[
            int | None, strawberry.argument(description="How many at most, from 1 to 10.")
        ] = USUAL,
        after: After = None,
        issue_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="About this issue; else about all they work on."),
        ] = None,
        intent: Annotated[
            Intent, strawberry.argument(description="What is wanted of a peer.")
        ] = Intent.LEARN,
    ) -> PeerSuggestionConnection | None:
        """Return a page of suggestions."""
        wanted = first or USUAL
        if wanted > LENGTH:
            raise fail(ErrorCode.INVALID, MatchingMessage.TOO_MANY_AT_ONCE, "first", most=LENGTH)
        issue = None if issue_id is None else decode_issue_id(issue_id)
        page = suggested_peers(
            info.context.viewer,
            issue_id=issue,
            intent=matching.Intent(intent.value),
            first=wanted,
            after=after,
        )
        return suggestions.connection_of(info.context, page)

    @resolved(
        "Places like the viewer's for an issue, the most alike first; at most 40. While they can't "
        "be compared this is null, with the error SUGGESTIONS_UNAVAILABLE."
    )
    def alike_places(
        self,
        info: Info,
        issue_id: Annotated[
            strawberry.ID, strawberry.argument(description="It decides which facts count.")
        ],
        first: First = USUAL_PLACES,
        after: After = None,
    ) -> AlikePlaceConnection | None:
        """Return a page of places."""
        wanted = first or USUAL_PLACES
        return alike_places_of(info.context, issue_id, first=wanted, after=after)

    @resolved(
        "Organizations active on an issue in the viewer's place or a peer's: there, in its state, "
        "or in the whole country; the nearest first. At most 10."
    )
    def allies(
        self,
        info: Info,
        peer_id: Annotated[strawberry.ID, strawberry.argument(description="The other official.")],
        issue_id: Annotated[
            strawberry.ID,
            strawberry.argument(description="The issue; those above and below it count too."),
        ],
    ) -> list[Ally] | None:
        """Return the allies."""
        return allies_of(info.context, peer_id, issue_id)


def _own(info: Info) -> Official | None:
    viewer = info.context.viewer
    if viewer.official_id is None:
        return None
    row = official_get(viewer, viewer.official_id)
    return None if row is None else officials_of(info.context, [row])[0]
