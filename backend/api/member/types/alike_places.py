"""Places like the viewer's own for an issue, and the facts that say so."""

from collections.abc import Sequence
from enum import Enum

import strawberry

from backend.api.member.context import Context, IssueTree
from backend.api.member.types.described import resolved, value
from backend.api.member.types.issues import Issue, issue_in
from backend.api.member.types.nodes import decode_id, decode_issue_id, global_id
from backend.api.member.types.pages import Edge, PageInfo, edges_of, page_info
from backend.api.member.types.places import Locality, locality_of
from backend.api.member.types.playbook import Adoption, adoptions_of
from backend.core.pages import unreadable_cursor
from backend.matching.places import alike
from backend.matching.places.likeness import Fact

MOST_FACTS = len(Fact)


@strawberry.enum(description="What places are compared by.")
class PlaceFact(Enum):
    """Facts of places."""

    POPULATION = value("population", "How many people live there.")
    RENTER_SHARE = value("renter_share", "The part of homes that are rented, from 0 to 1.")
    MEDIAN_RENT = value("median_rent", "The median rent, in dollars a month.")
    MEDIAN_INCOME = value("median_income", "The median income of a household, in dollars a year.")
    POVERTY_SHARE = value("poverty_share", "The part of people in poverty, from 0 to 1.")
    TRANSIT_SHARE = value("transit_share", "The part of commutes by public transport, from 0 to 1.")
    UNION_SHARE = value("union_share", "The part of workers who are in a union, from 0 to 1.")


@strawberry.type(description="One fact of the viewer's place and of another.")
class ComparedFact:
    """A fact of two places."""

    row: strawberry.Private[alike.ComparedFact]

    @resolved("Which fact.")
    def name(self) -> PlaceFact:
        """Return the fact."""
        return PlaceFact(self.row.fact.value)

    @resolved("Its name, in the viewer's language.")
    def label(self) -> str:
        """Return the label."""
        return self.row.label

    @resolved("Of the viewer's place; null when not known.")
    def yours(self) -> float | None:
        """Return the viewer's value."""
        return None if self.row.yours is None else self.row.yours.value

    @resolved("Of the other place; null when not known.")
    def theirs(self) -> float | None:
        """Return the other value."""
        return None if self.row.theirs is None else self.row.theirs.value

    @resolved("The year of the viewer's value.")
    def your_year(self) -> int | None:
        """Return the year."""
        return None if self.row.yours is None else self.row.yours.year

    @resolved("The year of the other value.")
    def their_year(self) -> int | None:
        """Return the year."""
        return None if self.row.theirs is None else self.row.theirs.year

    @resolved("Who says so of the viewer's place.")
    def source(self) -> str | None:
        """Return the source."""
        return None if self.row.yours is None else self.row.yours.source or None

    @resolved("Who says so of the other place.")
    def their_source(self) -> str | None:
        """Return the source."""
        return None if self.row.theirs is None else self.row.theirs.source or None

    @resolved("The part of the likeness that comes from this fact; the parts add up to 1.")
    def share(self) -> float:
        """Return the share."""
        return self.row.share

    @resolved("Whether it is known of both places; what isn't never counts as alike.")
    def known(self) -> bool:
        """Return whether it is known."""
        return self.row.known


@strawberry.type(description="A place like the viewer's, by which facts, and what it adopted.")
class AlikePlace:
    """A place beside the viewer's."""

    row: strawberry.Private[alike.AlikePlace]
    locality: Locality = strawberry.field(description="The place.")
    likeness: float = strawberry.field(
        description="From above 0 to 1, which it would be if every fact were known and the same."
    )
    adopted: Adoption | None = strawberry.field(
        description="Its newest adoption in force on the issue or below it, if there is one."
    )

    @resolved("The facts that count for the issue, what counts most first; at most 7.")
    def facts(self) -> list[ComparedFact]:
        """Return the facts."""
        return [ComparedFact(row=each) for each in self.row.facts]


@strawberry.type(description="A page of places like the viewer's for an issue.")
class AlikePlaceConnection:
    """A page of places."""

    edges: list[Edge[AlikePlace]] = strawberry.field(description="The rows of this page.")
    page_info: PageInfo = strawberry.field(description="Where this page stands in the list.")
    yours: Locality | None = strawberry.field(
        description="The viewer's place; null when they hold no office."
    )
    weights_issue: Issue | None = strawberry.field(
        description="The issue whose facts count: the one asked about or one above it; null when "
        "the facts are those of any issue."
    )
    version: str = strawberry.field(description="Of the table that says which facts count.")
    note: str | None = strawberry.field(
        description="One sentence that says why there is no place; null otherwise."
    )


def alike_places_of(
    context: Context, issue_id: str, *, first: int, after: str | None
) -> AlikePlaceConnection:
    """Show a page of places. Raises as the selector does, and for an id that is none of ours."""
    issue = decode_issue_id(issue_id)
    last = None if after is None else decode_id("Locality", after)
    if last is None and after is not None:
        raise unreadable_cursor()
    found = alike.alike_places(context.viewer, issue_id=issue, first=first, after=last)
    nodes = _places_of(context.tree, found.places)
    cursors = [global_id("Locality", each.locality.pk) for each in found.places]
    return AlikePlaceConnection(
        edges=edges_of(cursors, nodes),
        page_info=page_info(cursors, has_next=found.has_next, has_previous=found.has_previous),
        yours=None if found.yours is None else locality_of(found.yours),
        weights_issue=None
        if found.weights_issue is None
        else issue_in(context.tree, found.weights_issue.pk),
        version=found.version,
        note=found.note,
    )


def _places_of(tree: IssueTree, rows: Sequence[alike.AlikePlace]) -> list[AlikePlace]:
    adopted = adoptions_of(tree, [each.adoption for each in rows if each.adoption])
    by_place = {each.row.locality_id: each for each in adopted}
    return [
        AlikePlace(
            row=each,
            locality=locality_of(each.locality),
            likeness=each.likeness,
            adopted=by_place.get(each.locality.pk),
        )
        for each in rows
    ]
