"""The schema of the staff API."""

from typing import Any

import graphene
from graphene import relay
from graphql import GraphQLResolveInfo

from backend.api.staff import types
from backend.api.staff.exposure import exposure_field
from backend.api.staff.filters import filter_arguments, filtered
from backend.api.staff.groups import group_field
from backend.api.staff.selection import selected
from backend.directory.selectors import staff
from backend.directory.services.looks import staff_page_look

PAGE = 20


def officials_resolved(
    _root: None,
    info: GraphQLResolveInfo,
    first: int | None = PAGE,
    after: str | None = None,
    **filters: Any,
) -> types.OfficialConnection:
    """Return a page; `info.context` is the viewer."""
    viewer = info.context
    found = filtered(staff.officials_for_staff(viewer), filters)
    if selected(info) <= {"total_count"}:
        # A number shows nobody, so there is no look to note.
        return types.OfficialConnection(total_count=found.count())
    page = staff_page_look(
        viewer,
        found,
        fields=selected(info, "edges", "node"),
        first=PAGE if first is None else first,
        after=after,
    )
    return types.OfficialConnection(
        edges=[
            types.OfficialEdge(cursor=cursor, node=official)
            for cursor, official in zip(page.cursors, page.rows, strict=True)
        ],
        page_info=relay.PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=page.cursors[0] if page.cursors else None,
            end_cursor=page.cursors[-1] if page.cursors else None,
        ),
        total_count=page.total,
    )


class Query(graphene.ObjectType):
    """What staff can ask."""

    officials = graphene.Field(
        types.OfficialConnection,
        first=graphene.Int(default_value=PAGE, description="From 1 to 100."),
        after=graphene.String(),
        **filter_arguments(),
        required=True,
        resolver=officials_resolved,
        description="Every official, by name. Each look is noted in the audit trail.",
    )
    exposure = exposure_field
    group = group_field


schema = graphene.Schema(query=Query)


def export() -> str:
    """Return the schema in the schema definition language."""
    return f"{schema}\n"
