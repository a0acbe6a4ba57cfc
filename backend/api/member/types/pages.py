"""Connections: pages of a list, in the shape that Relay made common."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import strawberry

from backend.core.pages import Page

T = TypeVar("T")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands."""

    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether the page began after a cursor.")
    start_cursor: str | None = strawberry.field(
        description="The first row's cursor; null on an empty page."
    )
    end_cursor: str | None = strawberry.field(
        description="The last row's cursor, to give as `after`; null on an empty page."
    )


@strawberry.type(description="A row of a page.")
class Edge(Generic[T]):
    """A row of a page."""

    cursor: str = strawberry.field(description="Where this row stands, to give as `after`.")
    node: T = strawberry.field(description="What is in this row.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    """A page of a list."""

    edges: list[Edge[T]] = strawberry.field(description="The rows of this page.")
    page_info: PageInfo = strawberry.field(description="Where this page stands in the list.")
    total_count: int = strawberry.field(description="How many rows the whole list has.")


def edges_of(cursors: Sequence[str], nodes: Sequence[T]) -> list[Edge[T]]:
    """Put each node beside its cursor."""
    return [Edge(cursor=cursor, node=node) for cursor, node in zip(cursors, nodes, strict=True)]


def page_info(cursors: Sequence[str], *, has_next: bool, has_previous: bool) -> PageInfo:
    """Say where a page stands."""
    return PageInfo(
        has_next_page=has_next,
        has_previous_page=has_previous,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )


def page_info_of(page: Page[Any]) -> PageInfo:
    """Say where a selector's page stands."""
    return page_info(page.cursors, has_next=page.has_next, has_previous=page.has_previous)
