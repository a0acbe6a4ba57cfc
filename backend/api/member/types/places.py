"""Places and their offices."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from backend.api.member.context import Info

# Places, their officials and what they adopted lead to each other, so these are modules.
from backend.api.member.types import officials, playbook
from backend.api.member.types.arguments import PAGE, After, First
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import OfficeKind
from backend.api.member.types.nodes import Node, global_id
from backend.directory import models
from backend.directory.selectors.officials import officials_of_place
from backend.playbook.selectors import adoptions_of_place

if TYPE_CHECKING:
    from backend.api.member.types.officials import OfficialConnection
    from backend.api.member.types.playbook import AdoptionConnection


@strawberry.type(description="A city, town, county or other place that officials serve.")
class Locality(Node):
    """A place."""

    row: strawberry.Private[models.Locality]
    division_id: str = strawberry.field(description="Its Open Civic Data division id.")
    name: str = strawberry.field(description="Its name, without the state.")
    kind: str = strawberry.field(
        description='What it is, as its division says: "place", "county", …'
    )
    state: str = strawberry.field(description='The two letters of its state: "AZ".')
    state_name: str = strawberry.field(description='Its state in words: "Arizona".')
    county: str | None = strawberry.field(description="The county it lies in, if it is known.")
    population: int | None = strawberry.field(
        description="How many people live there; null when not known."
    )
    population_year: int | None = strawberry.field(description="The year of that number.")
    population_source: str | None = strawberry.field(description="Who counted.")
    latitude: float | None = strawberry.field(description="Degrees north; null when not known.")
    longitude: float | None = strawberry.field(
        description="Degrees east, so negative in America; null when not known."
    )

    @resolved("Those who serve there, or did last, by name.")
    def officials(
        self, info: Info, first: First = PAGE, after: After = None
    ) -> Annotated["OfficialConnection", strawberry.lazy("backend.api.member.types.officials")]:
        """Return a page of officials."""
        page = officials_of_place(info.context.viewer, self.row, first=first or PAGE, after=after)
        return officials.connection_of(info.context, page)

    @resolved("The policies it adopted, the newest first.")
    def adoptions(
        self, info: Info, first: First = PAGE, after: After = None
    ) -> Annotated["AdoptionConnection", strawberry.lazy("backend.api.member.types.playbook")]:
        """Return a page of adoptions."""
        page = adoptions_of_place(self.row, first=first or PAGE, after=after)
        return playbook.connection_of(info.context.tree, page)


@strawberry.type(description="A governing body or post of a place.")
class Office(Node):
    """An office."""

    name: str = strawberry.field(description='Its name: "City Council".')
    kind: OfficeKind = strawberry.field(description="What sort of body or post it is.")
    seat_count: int | None = strawberry.field(
        description="How many seats its charter gives it; null when not known."
    )


def locality_of(row: models.Locality) -> Locality:
    """Show a place."""
    return Locality(
        pk=row.pk,
        id=global_id("Locality", row.pk),
        row=row,
        division_id=row.division_id,
        name=row.name,
        kind=row.kind,
        state=row.state.upper(),
        state_name=row.state_name,
        county=row.county or None,
        population=row.population,
        population_year=row.population_year,
        population_source=row.population_source or None,
        latitude=row.latitude,
        longitude=row.longitude,
    )


def office_of(row: models.Office) -> Office:
    """Show an office."""
    return Office(
        pk=row.pk,
        id=global_id("Office", row.pk),
        name=row.name,
        kind=OfficeKind(row.kind),
        seat_count=row.seat_count,
    )
