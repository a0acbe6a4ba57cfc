"""Looks at people: what only staff see of them is read here, and each look is noted.

An entry of the audit trail names the fields that were seen, never their values. A look that can't
be noted shows nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from django.db.models import QuerySet

from backend.accounts.permissions import may_read_staff
from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.pages import Page
from backend.directory.models import ContactWay, Official, Visibility
from backend.directory.selectors import details, staff


def contact_ways_look(viewer: Viewer, officials: Sequence[Official]) -> dict[int, list[ContactWay]]:
    """Return the contact ways that this viewer may see. Two statements, three for staff."""
    found = details.contact_ways_of(viewer, officials)
    if may_read_staff(viewer):
        private = {
            way.official_id
            for way in chain(*found.values())
            if way.visibility != Visibility.NETWORK
        }
        _note(viewer, dict.fromkeys(private - {viewer.official_id}, ("contact_ways",)))
    return found


def profiles_look(viewer: Viewer, officials: Sequence[Official]) -> frozenset[int]:
    """Return whose pronouns, biography and languages this viewer may see."""
    if may_read_staff(viewer):
        private = {one.pk for one in officials if one.profile_visibility != Visibility.NETWORK}
        _note(viewer, dict.fromkeys(private - {viewer.official_id}, ("profile",)))
    return details.profiles_shown(viewer, officials)


def staff_page_look(
    viewer: Viewer,
    officials: QuerySet[Official],
    *,
    fields: AbstractSet[str],
    first: int,
    after: str | None = None,
) -> Page[Official]:
    """Return a page by name for staff; `fields` are the names of those that will be shown."""
    page = staff.staff_page(viewer, officials, fields=fields, first=first, after=after)
    _note(viewer, {official.pk: fields for official in page.rows})
    return page


def _note(viewer: Viewer, fields_by_id: Mapping[int, Collection[str]]) -> None:
    audit.record_many(
        actor_id=viewer.user_id,
        action="official.look",
        subject="Official",
        fields_by_id=fields_by_id,
    )
