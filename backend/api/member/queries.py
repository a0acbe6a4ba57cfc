"""What can be asked."""

from collections.abc import Callable
from typing import Annotated

import strawberry

from backend.api.member.context import Context, Info
from backend.api.member.types import officials as officials_types
from backend.api.member.types.allies import expert_of
from backend.api.member.types.arguments import PAGE, After, First, Id, Search
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import OfficialOrder
from backend.api.member.types.facets import OfficialFilter, Question, filtered_by
from backend.api.member.types.issues import Issue, IssueConnection, issue_in, page_of_issues
from backend.api.member.types.nodes import Node, decode_any_id, decode_id, decode_issue_id
from backend.api.member.types.officials import Official, OfficialConnection, officials_of
from backend.api.member.types.organizations import (
    Organization,
    OrganizationConnection,
    organizations_of,
)
from backend.api.member.types.pages import edges_of, page_info_of
from backend.api.member.types.places import Locality, locality_of, office_of
from backend.api.member.types.playbook import adoptions_of, policy_of
from backend.api.member.types.viewer import Viewer
from backend.api.member.types.work import work_of
from backend.core.checks import Checks
from backend.core.errors import ErrorCode, fail
from backend.directory import limits
from backend.directory.messages import DirectoryMessage
from backend.directory.selectors import by_id
from backend.directory.selectors.issues import issues_matching
from backend.directory.selectors.officials import OfficialOrder as Order
from backend.directory.selectors.officials import official_get, officials_find
from backend.directory.selectors.organizations import organizations_find
from backend.playbook.selectors import adoptions_get, experts_get, policies_get

TREE_PAGE = 50


@strawberry.type(description="What can be asked.")
class Query:
    """The queries."""

    @resolved("Whoever is signed in.")
    def viewer(self) -> Viewer:
        """Return the viewer."""
        return Viewer()

    @resolved("Anything by its id; null when there is no such thing, or not for the viewer.")
    def node(self, info: Info, id: Id) -> Node | None:  # noqa: A002 - Relay's name
        """Return a node."""
        named = decode_any_id(id)
        if named is None or named[0] not in _FINDERS:
            return None
        kind, pk = named
        return _FINDERS[kind](info.context, pk)

    @resolved("An official; null when there is none of this id, or not for the viewer.")
    def official(self, info: Info, id: Id) -> Official | None:  # noqa: A002
        """Return an official."""
        pk = decode_id("Official", id)
        return None if pk is None else _official(info.context, pk)

    @resolved("The directory: the members whom the viewer may see.")
    def officials(
        self,
        info: Info,
        *,
        first: First = PAGE,
        after: After = None,
        search: Search = None,
        filter: Annotated[  # noqa: A002 - the usual name
            OfficialFilter | None, strawberry.argument(description="What to narrow it by.")
        ] = None,
        order_by: Annotated[
            OfficialOrder, strawberry.argument(description="What comes first.")
        ] = OfficialOrder.NAME,
    ) -> OfficialConnection:
        """Return a page of the directory."""
        question = Question(info.context.viewer, _searched(search), filtered_by(filter))
        page = officials_find(
            question.viewer,
            search=question.search,
            filters=question.filters,
            order=Order(order_by.value),
            first=first or PAGE,
            after=after,
        )
        return officials_types.connection_of(info.context, page, question)

    @resolved("A place; null when there is none of this id.")
    def locality(self, id: Id) -> Locality | None:  # noqa: A002
        """Return a place."""
        pk = decode_id("Locality", id)
        row = None if pk is None else by_id.localities_get([pk]).get(pk)
        return None if row is None else locality_of(row)

    @resolved("An issue; null when there is none of this id.")
    def issue(self, info: Info, id: Id) -> Issue | None:  # noqa: A002
        """Return an issue."""
        pk = decode_id("Issue", id)
        return None if pk is None else issue_in(info.context.tree, pk)

    @resolved("The issue tree, parents before children.")
    def issues(
        self, info: Info, first: First = TREE_PAGE, after: After = None, search: Search = None
    ) -> IssueConnection:
        """Return a page of the tree."""
        return page_of_issues(
            info.context.tree,
            issues_matching(_searched(search)),
            first=first or TREE_PAGE,
            after=after,
        )

    @resolved("An organization; null when there is none of this id.")
    def organization(self, info: Info, id: Id) -> Organization | None:  # noqa: A002
        """Return an organization."""
        pk = decode_id("Organization", id)
        return None if pk is None else _organization(info.context, pk)

    @resolved("Partner organizations, by name.")
    def organizations(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        search: Search = None,
        issue_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only those active on this issue or below it."),
        ] = None,
    ) -> OrganizationConnection:
        """Return a page of organizations."""
        issue = None if issue_id is None else decode_issue_id(issue_id)
        if issue is not None and not by_id.issues_get([issue]):
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
        page = organizations_find(
            search=_searched(search), issue_id=issue, first=first or PAGE, after=after
        )
        return OrganizationConnection(
            edges=edges_of(page.cursors, organizations_of(info.context.tree, page.rows)),
            page_info=page_info_of(page),
            total_count=page.total,
        )


def _searched(text: str | None) -> str:
    searched = text or ""
    checks = Checks()
    checks.text("search", searched, most=limits.SEARCH)
    checks.finish()
    return searched


def _official(context: Context, pk: int) -> Official | None:
    row = official_get(context.viewer, pk)
    return None if row is None else officials_of(context, [row])[0]


def _work(context: Context, pk: int) -> Node | None:
    row = by_id.work_get(context.viewer, [pk]).get(pk)
    return None if row is None else work_of(context.tree, row)


def _locality(context: Context, pk: int) -> Node | None:  # noqa: ARG001
    row = by_id.localities_get([pk]).get(pk)
    return None if row is None else locality_of(row)


def _office(context: Context, pk: int) -> Node | None:  # noqa: ARG001
    row = by_id.offices_get([pk]).get(pk)
    return None if row is None else office_of(row)


def _issue(context: Context, pk: int) -> Node | None:
    return issue_in(context.tree, pk)


def _organization(context: Context, pk: int) -> Organization | None:
    row = by_id.organizations_get([pk]).get(pk)
    return None if row is None else organizations_of(context.tree, [row])[0]


def _policy(context: Context, pk: int) -> Node | None:
    row = policies_get([pk]).get(pk)
    return None if row is None else policy_of(context.tree, row)


def _adoption(context: Context, pk: int) -> Node | None:
    row = adoptions_get([pk]).get(pk)
    return None if row is None else adoptions_of(context.tree, [row])[0]


def _expert(context: Context, pk: int) -> Node | None:
    row = experts_get(context.viewer, [pk]).get(pk)
    # Staff know of those who have not consented too, but no member may hear of them here.
    return None if row is None or row.consented_on is None else expert_of(row)


_FINDERS: dict[str, Callable[[Context, int], Node | None]] = {
    "Official": _official,
    "Work": _work,
    "Locality": _locality,
    "Office": _office,
    "Issue": _issue,
    "Organization": _organization,
    "Policy": _policy,
    "Adoption": _adoption,
    "Expert": _expert,
}
