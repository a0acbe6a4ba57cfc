"""What resolvers know of the request: who asks, and what was read once for all of them."""

from dataclasses import dataclass, field
from functools import cached_property

import strawberry
from django.http import HttpRequest

from backend.accounts.models import User
from backend.accounts.viewer import Viewer, viewer_from
from backend.directory.models import Issue
from backend.directory.selectors.facets import official_counts
from backend.directory.selectors.issues import issues_in_tree_order, issues_matching


class IssueTree:
    """The whole issue tree, read when it is first needed: it is small."""

    def __init__(self, viewer: Viewer) -> None:
        """Count only the officials that this viewer may see."""
        self._viewer = viewer

    @cached_property
    def issues(self) -> dict[int, Issue]:
        """Every issue by id, parents before children. One statement."""
        return {issue.pk: issue for issue in issues_in_tree_order(issues_matching())}

    @cached_property
    def official_counts(self) -> dict[int, int]:
        """The officials on each issue or below it. Two statements."""
        return official_counts(self._viewer, self.issues)

    def children(self, issue_id: int) -> list[Issue]:
        """Return the issues right below one, by name."""
        return [issue for issue in self.issues.values() if issue.parent_id == issue_id]


@dataclass(frozen=True)
class Context:
    """Who asks, and the issue tree as they see it."""

    user: User
    viewer: Viewer
    tree: IssueTree = field(repr=False)


Info = strawberry.Info[Context, None]


def context_of(request: HttpRequest) -> Context:
    """Describe who asks. Raises TypeError when nobody is signed in, which the guard rules out."""
    if not isinstance(request.user, User):
        raise TypeError("nobody is signed in")
    viewer = viewer_from(request)
    return Context(request.user, viewer, IssueTree(viewer))
