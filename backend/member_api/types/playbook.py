"""Policies, and the places that adopted them."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Optional

import strawberry

from backend.directory.selectors.pages import Page
from backend.member_api.context import IssueTree
from backend.member_api.reads import AdoptionReads
from backend.member_api.types import places
from backend.member_api.types.described import resolved
from backend.member_api.types.enums import AdoptionStatus, DatePrecision
from backend.member_api.types.issues import Issue, issue_of
from backend.member_api.types.nodes import Node
from backend.member_api.types.pages import Connection, edges_of, page_info_of
from backend.playbook import models

if TYPE_CHECKING:
    from backend.member_api.types.places import Locality


@strawberry.type(description="A named practice that answers an issue.")
class Policy(Node):
    """A policy."""

    row: strawberry.Private[models.Policy]
    tree: strawberry.Private[IssueTree]

    @resolved("Its name.")
    def name(self) -> str:
        """Return the name."""
        return self.row.name

    @resolved("What it does, in a sentence; may be empty.")
    def summary(self) -> str:
        """Return the summary."""
        return self.row.summary

    @resolved("The issue that it answers.")
    def issue(self) -> Issue:
        """Return the issue."""
        return issue_of(self.tree, self.row.issue)


@strawberry.type(description="A place adopted a policy.")
class Adoption(Node):
    """An adoption."""

    row: strawberry.Private[models.Adoption]
    reads: strawberry.Private[AdoptionReads]
    tree: strawberry.Private[IssueTree]

    @resolved("What was adopted.")
    def policy(self) -> Policy:
        """Return the policy."""
        return policy_of(self.tree, self.row.policy)

    @resolved("Who adopted it.")
    def locality(
        self,
    ) -> Annotated["Locality", strawberry.lazy("backend.member_api.types.places")]:
        """Return the place."""
        return places.locality_of(self.row.locality)

    @resolved('How the place calls it: "Ordinance 2023-114".')
    def title(self) -> str:
        """Return the title."""
        return self.row.title

    @resolved("When, if that is known; of what is not known of it, the first day.")
    def adopted_on(self) -> datetime.date | None:
        """Return the day."""
        return self.row.adopted_on

    @resolved("How much of that date is known; nothing without a date.")
    def precision(self) -> DatePrecision | None:
        """Return the precision."""
        return DatePrecision(self.row.precision) if self.row.precision else None

    @resolved("What became of it.")
    def status(self) -> AdoptionStatus:
        """Return the status."""
        return AdoptionStatus(self.row.status)

    @resolved("Who says so.")
    def source(self) -> str:
        """Return the source."""
        return self.row.source

    @resolved("Where that can be read, if it is on the web.")
    def evidence_url(self) -> str | None:
        """Return the address."""
        return self.row.evidence_url or None

    @resolved("The adoption elsewhere that it was adapted from, if known.")
    def adapted_from(self) -> Optional["Adoption"]:
        """Return the source."""
        source = self.reads.sources.get(self.row.adapted_from_id or 0)
        if source is None:
            return None
        return Adoption(pk=source.pk, row=source, reads=self.reads.source_reads, tree=self.tree)


@strawberry.type(description="A page of adoptions.")
class AdoptionConnection(Connection[Adoption]):
    """A page of adoptions."""


def policy_of(tree: IssueTree, row: models.Policy) -> Policy:
    """Show a policy whose issue was read with it."""
    return Policy(pk=row.pk, row=row, tree=tree)


def adoptions_of(tree: IssueTree, rows: Sequence[models.Adoption]) -> list[Adoption]:
    """Show adoptions together."""
    reads = AdoptionReads(rows)
    return [Adoption(pk=row.pk, row=row, reads=reads, tree=tree) for row in rows]


def connection_of(tree: IssueTree, page: Page[models.Adoption]) -> AdoptionConnection:
    """Show a page of adoptions."""
    return AdoptionConnection(
        edges=edges_of(page.cursors, adoptions_of(tree, page.rows)),
        page_info=page_info_of(page),
        total_count=page.total,
    )
