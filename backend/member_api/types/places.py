"""Places and their offices."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from backend.directory import models
from backend.directory.selectors.officials import officials_of_place
from backend.member_api.context import Info

# Places, their officials and what they adopted lead to each other, so these are modules.
from backend.member_api.types import officials, playbook
from backend.member_api.types.arguments import PAGE, After, First
from backend.member_api.types.described import resolved
from backend.member_api.types.enums import OfficeKind
from backend.member_api.types.nodes import Node
from backend.playbook.selectors import adoptions_of_place

if TYPE_CHECKING:
    from backend.member_api.types.officials import OfficialConnection
    from backend.member_api.types.playbook import AdoptionConnection


@strawberry.type(description="A city, town, county or other place that officials serve.")
class Locality(Node):
    """A place."""

    row: strawberry.Private[models.Locality]

    @resolved("Its Open Civic Data division id.")
    def division_id(self) -> str:
        """Return the division id."""
        return self.row.division_id

    @resolved("Its name, without the state.")
    def name(self) -> str:
        """Return the name."""
        return self.row.name

    @resolved('What it is, as its division says: "place", "county", …')
    def kind(self) -> str:
        """Return the kind."""
        return self.row.kind

    @resolved('The two letters of its state: "AZ".')
    def state(self) -> str:
        """Return the state."""
        return self.row.state.upper()

    @resolved('Its state in words: "Arizona".')
    def state_name(self) -> str:
        """Return the state's name."""
        return self.row.state_name

    @resolved("The county it lies in, if it is known.")
    def county(self) -> str | None:
        """Return the county."""
        return self.row.county or None

    @resolved("How many people live there; null when not known.")
    def population(self) -> int | None:
        """Return the population."""
        return self.row.population

    @resolved("The year of that number.")
    def population_year(self) -> int | None:
        """Return the year."""
        return self.row.population_year

    @resolved("Who counted.")
    def population_source(self) -> str | None:
        """Return the source."""
        return self.row.population_source or None

    @resolved("Degrees north; null when not known.")
    def latitude(self) -> float | None:
        """Return the latitude."""
        return self.row.latitude

    @resolved("Degrees east, so negative in America; null when not known.")
    def longitude(self) -> float | None:
        """Return the longitude."""
        return self.row.longitude

    @resolved("Those who serve there, or did last, by name.")
    def officials(
        self, info: Info, first: First = PAGE, after: After = None
    ) -> Annotated["OfficialConnection", strawberry.lazy("backend.member_api.types.officials")]:
        """Return a page of officials."""
        page = officials_of_place(info.context.viewer, self.row, first=first or PAGE, after=after)
        return officials.connection_of(info.context, page)

    @resolved("The policies it adopted, the newest first.")
    def adoptions(
        self, info: Info, first: First = PAGE, after: After = None
    ) -> Annotated["AdoptionConnection", strawberry.lazy("backend.member_api.types.playbook")]:
        """Return a page of adoptions."""
        page = adoptions_of_place(self.row, first=first or PAGE, after=after)
        return playbook.connection_of(info.context.tree, page)


@strawberry.type(description="A governing body or post of a place.")
class Office(Node):
    """An office."""

    row: strawberry.Private[models.Office]

    @resolved('Its name: "City Council".')
    def name(self) -> str:
        """Return the name."""
        return self.row.name

    @resolved("What sort of body or post it is.")
    def kind(self) -> OfficeKind:
        """Return the kind."""
        return OfficeKind(self.row.kind)

    @resolved("How many seats its charter gives it; null when not known.")
    def seat_count(self) -> int | None:
        """Return the number of seats."""
        return self.row.seat_count


def locality_of(row: models.Locality) -> Locality:
    """Show a place."""
    return Locality(pk=row.pk, row=row)


def office_of(row: models.Office) -> Office:
    """Show an office."""
    return Office(pk=row.pk, row=row)
