"""Officials, how to reach them, and pages of them."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import strawberry

from backend.accounts.permissions import may_read_staff
from backend.api.member.context import Context, IssueTree
from backend.api.member.reads import OfficialReads
from backend.api.member.types import places
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import ContactKind, Visibility
from backend.api.member.types.facets import Facet, Question, facets_of
from backend.api.member.types.nodes import Node, global_id
from backend.api.member.types.organizations import Organization, organizations_of
from backend.api.member.types.pages import Connection, edges_of, page_info_of
from backend.api.member.types.work import Work, work_of
from backend.core.pages import Page
from backend.directory import models
from backend.directory.selectors.terms import is_current

if TYPE_CHECKING:
    from backend.api.member.types.places import Locality, Office


@strawberry.type(description="A way to reach somebody.")
class ContactWay:
    """A way to reach somebody."""

    kind: ContactKind = strawberry.field(description="What sort of way.")
    value: str = strawberry.field(description="The address or number.")
    visibility: Visibility | None = strawberry.field(
        description="Who may see it; null for everybody but themselves and staff."
    )


@strawberry.type(description="A member: somebody who holds, held or will hold an office.")
class Official(Node):
    """An official whom the viewer may see."""

    row: strawberry.Private[models.Official]
    reads: strawberry.Private[OfficialReads]
    tree: strawberry.Private[IssueTree]
    name: str = strawberry.field(description="Their name.")

    @resolved("The first letters of their first and last name.")
    def initials(self) -> str:
        """Return the initials."""
        words = self.row.name.split()
        return "".join(word[0].upper() for word in dict.fromkeys((words[0], words[-1])))

    @resolved('"she/her"; null when not said, or not to this viewer.')
    def pronouns(self) -> str | None:
        """Return the pronouns."""
        return (self.row.pronouns or None) if self._profile_shown else None

    @resolved("About them; null when empty, or not for this viewer.")
    def biography(self) -> str | None:
        """Return the biography."""
        return (self.row.biography or None) if self._profile_shown else None

    @resolved("The languages they speak, two letters each; at most 10. Empty when not shared.")
    def languages(self) -> list[str]:
        """Return the languages."""
        return self.row.languages if self._profile_shown else []

    invented: bool = strawberry.field(description="Whether they were made up for the demo network.")

    @resolved("Where they serve; else where they will or did last.")
    def locality(
        self,
    ) -> Annotated["Locality", strawberry.lazy("backend.api.member.types.places")] | None:
        """Return the place."""
        return None if self._term is None else places.locality_of(self._term.seat.office.locality)

    @resolved("The office they hold there.")
    def office(
        self,
    ) -> Annotated["Office", strawberry.lazy("backend.api.member.types.places")] | None:
        """Return the office."""
        return None if self._term is None else places.office_of(self._term.seat.office)

    @resolved('How that office calls its people: "Council member".')
    def title(self) -> str | None:
        """Return the title."""
        return None if self._term is None else self._term.seat.office.title

    @resolved("Whether they hold it today.")
    def in_office(self) -> bool:
        """Return whether the term runs."""
        return is_current(self._term)

    @resolved("The first day of that term; null when not known.")
    def in_office_since(self) -> datetime.date | None:
        """Return the first day."""
        if self._term is None or not self._term.start_is_known:
            return None
        first: datetime.date | None = self._term.during.lower
        return first

    @resolved("The last day of that term; null when it is open.")
    def term_ends(self) -> datetime.date | None:
        """Return the last day."""
        after: datetime.date | None = None if self._term is None else self._term.during.upper
        return None if after is None else after - datetime.timedelta(days=1)

    @resolved("Whether they want no suggestions for now; null but for themselves and staff.")
    def paused(self) -> bool | None:
        """Return whether they are paused."""
        return self.row.paused if self._own_or_staff else None

    @resolved("Whether the safety switch is on; null but for themselves and staff.")
    def hidden(self) -> bool | None:
        """Return whether they are hidden."""
        return self.row.hidden if self._own_or_staff else None

    @resolved(
        "Who may see their pronouns, biography and languages; null but for themselves and staff."
    )
    def profile_visibility(self) -> Visibility | None:
        """Return who may see the profile."""
        return Visibility(self.row.profile_visibility) if self._own_or_staff else None

    @resolved(
        "The version of their record, to be named with a change to it; null but for themselves."
    )
    def version(self) -> int | None:
        """Return the version."""
        return self.row.version if self.reads.viewer.official_id == self.pk else None

    @resolved("What they work on, what matters most first; at most 30.")
    def work(self) -> list[Work]:
        """Return the work."""
        return [work_of(self.tree, row) for row in self.reads.work.get(self.pk, ())]

    @resolved("The organizations they belong to, by name; at most 30.")
    def organizations(self) -> list[Organization]:
        """Return the organizations."""
        rows = self.reads.organizations.get(self.pk, [])
        return organizations_of(self.tree, rows, self.reads.organization_reads)

    @resolved("The ways to reach them that the viewer may see; at most 10.")
    def contact_ways(self) -> list[ContactWay]:
        """Return the contact ways."""
        return [
            ContactWay(
                kind=ContactKind(way.kind),
                value=way.value,
                visibility=Visibility(way.visibility) if self._own_or_staff else None,
            )
            for way in self.reads.contact_ways.get(self.pk, ())
        ]

    @property
    def _term(self) -> models.Term | None:
        return self.reads.terms.get(self.pk)

    @property
    def _profile_shown(self) -> bool:
        return self.pk in self.reads.profiles_shown

    @property
    def _own_or_staff(self) -> bool:
        viewer = self.reads.viewer
        return may_read_staff(viewer) or viewer.official_id == self.pk


@strawberry.type(description="A page of officials.")
class OfficialConnection(Connection[Official]):
    """A page of officials."""

    question: strawberry.Private[Question | None]

    @resolved(
        "How many people each further choice would find: OR within a field, AND across "
        "fields. At most 300; none for a page that is not of the directory."
    )
    def facets(self) -> list[Facet]:
        """Return the facets."""
        return [] if self.question is None else facets_of(self.question)


def officials_of(context: Context, rows: Sequence[models.Official]) -> list[Official]:
    """Show officials together, whom a selector decided to show."""
    reads = OfficialReads(context.viewer, rows)
    return [
        Official(
            pk=row.pk,
            id=global_id("Official", row.pk),
            row=row,
            reads=reads,
            tree=context.tree,
            name=row.name,
            invented=row.invented,
        )
        for row in rows
    ]


def connection_of(
    context: Context, page: Page[models.Official], question: Question | None = None
) -> OfficialConnection:
    """Show a page of officials, perhaps one that answers a question of the directory."""
    return OfficialConnection(
        edges=edges_of(page.cursors, officials_of(context, page.rows)),
        page_info=page_info_of(page),
        total_count=page.total,
        question=question,
    )
