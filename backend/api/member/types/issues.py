"""Issues."""

from collections.abc import Iterable
from typing import Optional

import strawberry

from backend.api.member.context import IssueTree
from backend.api.member.types.described import resolved
from backend.api.member.types.nodes import Node, decode_id, global_id
from backend.api.member.types.pages import Connection, edges_of, page_info
from backend.core.pages import unreadable_cursor
from backend.directory import models
from backend.directory.selectors.issues import issues_in_tree_order


@strawberry.type(description="A problem that officials work on, in a tree of few levels.")
class Issue(Node):
    """An issue of the tree."""

    row: strawberry.Private[models.Issue]
    tree: strawberry.Private[IssueTree]
    slug: str = strawberry.field(description="Its name in addresses.")
    name: str = strawberry.field(description="Its name.")
    description: str = strawberry.field(
        description="What it is about, in a sentence or two; may be empty."
    )
    synonyms: list[str] = strawberry.field(
        description="Other words that it is found by; at most 10."
    )

    @resolved("The issue that it is a part of; null at the top.")
    def parent(self) -> Optional["Issue"]:
        """Return the parent."""
        above = self.row.parent_id
        return None if above is None else issue_in(self.tree, above)

    @resolved("The issues right below it, by name; at most 50.")
    def children(self) -> list["Issue"]:
        """Return the children."""
        return issues_of(self.tree, self.tree.children(self.pk))

    @resolved("How many officials whom the viewer may see work on it or on one below it.")
    def official_count(self) -> int:
        """Return the count."""
        return self.tree.official_counts[self.pk]


@strawberry.type(description="A page of issues.")
class IssueConnection(Connection[Issue]):
    """A page of issues."""


def issue_of(tree: IssueTree, row: models.Issue) -> Issue:
    """Show an issue."""
    return Issue(
        pk=row.pk,
        id=global_id("Issue", row.pk),
        row=row,
        tree=tree,
        slug=row.slug,
        name=row.name,
        description=row.description,
        synonyms=row.synonyms,
    )


def issues_of(tree: IssueTree, rows: Iterable[models.Issue]) -> list[Issue]:
    """Show issues."""
    return [issue_of(tree, row) for row in rows]


def issue_in(tree: IssueTree, issue_id: int) -> Issue | None:
    """Show the issue of this row id, if there is one."""
    row = tree.issues.get(issue_id)
    return None if row is None else issue_of(tree, row)


def page_of_issues(
    tree: IssueTree, found: Iterable[models.Issue], *, first: int, after: str | None
) -> IssueConnection:
    """Show a page of issues in the order of the tree. A cursor that is none of ours raises."""
    rows = issues_in_tree_order(found)
    start = 0
    if after is not None:
        last = decode_id("Issue", after)
        if last is None:
            raise unreadable_cursor()
        start = next((at + 1 for at, row in enumerate(rows) if row.pk == last), len(rows))
    nodes = issues_of(tree, rows[start : start + first])
    cursors = [global_id("Issue", node.pk) for node in nodes]
    return IssueConnection(
        edges=edges_of(cursors, nodes),
        page_info=page_info(
            cursors, has_next=len(rows) > start + first, has_previous=after is not None
        ),
        total_count=len(rows),
    )
