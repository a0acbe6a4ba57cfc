"""Policies, and the places that adopted them."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Optional

import strawberry

from backend.api.member.context import IssueTree
from backend.api.member.reads import AdoptionReads
from backend.api.member.types import places
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import AdoptionStatus, DatePrecision
from backend.api.member.types.issues import Issue, issue_of
from backend.api.member.types.nodes import Node, global_id
from backend.api.member.types.pages import Connection, edges_of, page_info_of
from backend.core.pages import Page
from backend.playbook import models

if TYPE_CHECKING:
    from backend.api.member.types.places import Locality


@strawberry.type(description="A named practice that answers an issue.")
class Policy(Node):
    """A policy."""

    row: strawberry.Private[models.Policy]
    tree: strawberry.Private[IssueTree]
    name: str = strawberry.field(description="Its name.")
    summary: str = strawberry.field(description="What it does, in a sentence; may be empty.")

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
    ) -> Annotated["Locality", strawberry.lazy("backend.api.member.types.places")]:
        """Return the place."""
        return places.locality_of(self.row.locality)

    title: str = strawberry.field(description='How the place calls it: "Ordinance 2023-114".')
    adopted_on: datetime.date | None = strawberry.field(
        description="When, if that is known; of what is not known of it, the first day."
    )
    precision: DatePrecision | None = strawberry.field(
        description="How much of that date is known; nothing without a date."
    )
    status: AdoptionStatus = strawberry.field(description="What became of it.")
    source: str = strawberry.field(description="Who says so.")
    evidence_url: str | None = strawberry.field(
        description="Where that can be read, if it is on the web."
    )

    @resolved("The adoption elsewhere that it was adapted from, if known.")
    def adapted_from(self) -> Optional["Adoption"]:
        """Return the source."""
        source = self.reads.sources.get(self.row.adapted_from_id or 0)
        if source is None:
            return None
        return _adoption_of(self.tree, source, self.reads.source_reads)


@strawberry.type(description="A page of adoptions.")
class AdoptionConnection(Connection[Adoption]):
    """A page of adoptions."""


def policy_of(tree: IssueTree, row: models.Policy) -> Policy:
    """Show a policy whose issue was read with it."""
    return Policy(
        pk=row.pk,
        id=global_id("Policy", row.pk),
        row=row,
        tree=tree,
        name=row.name,
        summary=row.summary,
    )


def adoptions_of(tree: IssueTree, rows: Sequence[models.Adoption]) -> list[Adoption]:
    """Show adoptions together."""
    reads = AdoptionReads(rows)
    return [_adoption_of(tree, row, reads) for row in rows]


def _adoption_of(tree: IssueTree, row: models.Adoption, reads: AdoptionReads) -> Adoption:
    return Adoption(
        pk=row.pk,
        id=global_id("Adoption", row.pk),
        row=row,
        reads=reads,
        tree=tree,
        title=row.title,
        adopted_on=row.adopted_on,
        precision=DatePrecision(row.precision) if row.precision else None,
        status=AdoptionStatus(row.status),
        source=row.source,
        evidence_url=row.evidence_url or None,
    )


def connection_of(tree: IssueTree, page: Page[models.Adoption]) -> AdoptionConnection:
    """Show a page of adoptions."""
    return AdoptionConnection(
        edges=edges_of(page.cursors, adoptions_of(tree, page.rows)),
        page_info=page_info_of(page),
        total_count=page.total,
    )
