"""The schema of the member API."""

import strawberry

from backend.api.member.mutations.remove_work import remove_work
from backend.api.member.mutations.renew_suggestions import renew_suggestions
from backend.api.member.mutations.save_work import save_work
from backend.api.member.mutations.update_profile import update_profile
from backend.api.member.queries import Query
from backend.api.member.types.places import Office
from backend.api.member.types.playbook import Policy


@strawberry.type(description="What can be changed: one's own profile, work and suggestions.")
class Mutation:
    """The mutations."""

    update_profile = strawberry.mutation(
        resolver=update_profile,
        description="Change one's own profile. Fields left out stay as they are.",
    )
    save_work = strawberry.mutation(
        resolver=save_work,
        description="Add work on an issue, or change it. What is sought and offered is replaced.",
    )
    remove_work = strawberry.mutation(
        resolver=remove_work, description="Remove one's own work on an issue."
    )
    renew_suggestions = strawberry.mutation(
        resolver=renew_suggestions,
        description="Make a list of suggestions anew, before the week is over. While suggestions "
        "can't be had this is null, with the error SUGGESTIONS_UNAVAILABLE.",
    )


schema = strawberry.Schema(query=Query, mutation=Mutation, types=[Office, Policy])


def export() -> str:
    """Return the schema in the schema definition language."""
    return f"{schema.as_str()}\n"
