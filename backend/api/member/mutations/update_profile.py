"""Changing one's own profile."""

from typing import Annotated

import strawberry

from backend.api.common.mutations import mutation
from backend.api.member.context import Info
from backend.api.member.types.enums import Visibility
from backend.api.member.types.nodes import decode_id
from backend.api.member.types.officials import Official, officials_of
from backend.api.member.types.payloads import RecordInput, RecordPayload
from backend.directory.services.profile import ProfileChanges, profile_update


@strawberry.input(description="What to change of one's own profile; null leaves a field as it is.")
class UpdateProfileInput(RecordInput):
    """The changes."""

    name: str | None = strawberry.field(default=None, description="At most 200 characters.")
    pronouns: str | None = strawberry.field(
        default=None, description='"she/her"; at most 40 characters, may be empty.'
    )
    biography: str | None = strawberry.field(
        default=None, description="At most 2,000 characters, may be empty."
    )
    languages: list[str] | None = strawberry.field(
        default=None, description="The languages one speaks, two letters each; at most 10."
    )
    paused: bool | None = strawberry.field(
        default=None, description="True: want no suggestions for now, and be none."
    )
    hidden: bool | None = strawberry.field(
        default=None,
        description="The safety switch. True: be gone for everyone but staff and connections.",
    )
    profile_visibility: Visibility | None = strawberry.field(
        default=None, description="Who may see pronouns, biography and languages."
    )
    language: str | None = strawberry.field(
        default=None, description="The language to read the network in: en or es."
    )


@strawberry.type(description="The profile as it is now, or what is wrong.")
class UpdateProfilePayload(RecordPayload):
    """The answer."""

    official: Official | None = strawberry.field(
        default=None, description="The profile; null if nothing was changed."
    )


@mutation(UpdateProfilePayload.refused)
def update_profile(
    info: Info,
    input: Annotated[  # noqa: A002 - the usual name
        UpdateProfileInput, strawberry.argument(description="The changes.")
    ],
) -> UpdateProfilePayload:
    """Change the viewer's profile."""
    row = profile_update(
        viewer=info.context.viewer,
        owner_id=decode_id("Official", input.owner_id),
        version=input.version,
        changes=_changes(input),
        language=input.language,
    )
    return UpdateProfilePayload(official=officials_of(info.context, [row])[0], version=row.version)


def _changes(given: UpdateProfileInput) -> ProfileChanges:
    changes = ProfileChanges()
    if given.name is not None:
        changes["name"] = given.name
    if given.pronouns is not None:
        changes["pronouns"] = given.pronouns
    if given.biography is not None:
        changes["biography"] = given.biography
    if given.languages is not None:
        changes["languages"] = given.languages
    if given.paused is not None:
        changes["paused"] = given.paused
    if given.hidden is not None:
        changes["hidden"] = given.hidden
    if given.profile_visibility is not None:
        changes["profile_visibility"] = given.profile_visibility.value
    return changes
