"""What is read for rows that are shown together: once for all of them, when it is first asked for.

So the number of statements depends on what is asked and not on how many rows there are.
"""

from collections.abc import Sequence
from functools import cached_property

from backend.accounts.viewer import Viewer
from backend.directory.models import Activity, ContactWay, Official, Organization, Term, Work
from backend.directory.selectors import details
from backend.directory.selectors.organizations import activities_of
from backend.directory.selectors.terms import shown_terms
from backend.directory.services import looks
from backend.playbook.models import Adoption
from backend.playbook.selectors import adoptions_get


class OfficialReads:
    """Of officials whom the viewer may see."""

    def __init__(self, viewer: Viewer, rows: Sequence[Official]) -> None:
        """Take the officials."""
        self.viewer = viewer
        self.rows = rows

    @cached_property
    def terms(self) -> dict[int, Term]:
        """The term to show of each."""
        return shown_terms(self.rows)

    @cached_property
    def profiles_shown(self) -> frozenset[int]:
        """Whose profile the viewer may see."""
        return looks.profiles_look(self.viewer, self.rows)

    @cached_property
    def work(self) -> dict[int, list[Work]]:
        """The work of each."""
        return details.work_of(self.rows)

    @cached_property
    def organizations(self) -> dict[int, list[Organization]]:
        """The organizations of each."""
        return details.organizations_of(self.rows)

    @cached_property
    def organization_reads(self) -> "OrganizationReads":
        """What is read for all their organizations together."""
        found = {each.pk: each for rows in self.organizations.values() for each in rows}
        return OrganizationReads(list(found.values()))

    @cached_property
    def contact_ways(self) -> dict[int, list[ContactWay]]:
        """The contact ways of each that the viewer may see."""
        return looks.contact_ways_look(self.viewer, self.rows)


class OrganizationReads:
    """Of organizations."""

    def __init__(self, rows: Sequence[Organization]) -> None:
        """Take the organizations."""
        self.rows = rows

    @cached_property
    def activities(self) -> dict[int, list[Activity]]:
        """What each is active on and where."""
        return activities_of(self.rows)


class AdoptionReads:
    """Of adoptions."""

    def __init__(self, rows: Sequence[Adoption]) -> None:
        """Take the adoptions."""
        self.rows = rows

    @cached_property
    def sources(self) -> dict[int, Adoption]:
        """What each was adapted from, by that one's id."""
        return adoptions_get(each.adapted_from_id for each in self.rows if each.adapted_from_id)

    @cached_property
    def source_reads(self) -> "AdoptionReads":
        """What is read for those together."""
        return AdoptionReads(list(self.sources.values()))
