"""What stands on a person's page, read for many people at once and scoped to the viewer.

Each function takes officials the viewer may see and costs a constant number of statements.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from backend.accounts.permissions import may_read_staff
from backend.accounts.viewer import Viewer
from backend.directory import limits
from backend.directory.models import (
    Affiliation,
    ContactWay,
    Official,
    Organization,
    Visibility,
    Work,
)
from backend.directory.selectors.connections import connected_with

MOST_ORGANIZATIONS = 30
MOST_CONTACT_WAYS = 10


def work_of(officials: Sequence[Official]) -> dict[int, list[Work]]:
    """Return each official's work, the most important first, with its help. Two statements."""
    found: dict[int, list[Work]] = defaultdict(list)
    for work in (
        Work.objects.filter(official__in=_ids(officials))
        .select_related("issue", "issue__parent")
        .prefetch_related("help")
        .order_by("official_id", "-priority", "id")
    ):
        if len(found[work.official_id]) < limits.WORK:
            found[work.official_id].append(work)
    return found


def organizations_of(officials: Sequence[Official]) -> dict[int, list[Organization]]:
    """Return the organizations each official belongs to. One statement."""
    found: dict[int, list[Organization]] = defaultdict(list)
    for affiliation in (
        Affiliation.objects.filter(official__in=_ids(officials))
        .select_related("organization")
        .order_by("official_id", "organization__name_folded")
    ):
        if len(found[affiliation.official_id]) < MOST_ORGANIZATIONS:
            found[affiliation.official_id].append(affiliation.organization)
    return found


def contact_ways_of(viewer: Viewer, officials: Sequence[Official]) -> dict[int, list[ContactWay]]:
    """Return the contact ways that this viewer may see: their own, or as their visibility says.

    What is for *staff* alone stays with staff and the person, also after a connection.
    Two statements. Show staff what this finds through `services.looks`, which notes it.
    """
    ids = _ids(officials)
    ways = ContactWay.objects.filter(official__in=ids)
    if not may_read_staff(viewer):
        connected = connected_with(viewer, ids)
        ways = ways.filter(
            Q(official=viewer.official_id)
            | Q(visibility=Visibility.NETWORK)
            | Q(visibility=Visibility.CONNECTIONS, official__in=connected)
        )
    found: dict[int, list[ContactWay]] = defaultdict(list)
    for way in ways.order_by("official_id", "kind", "id"):
        if len(found[way.official_id]) < MOST_CONTACT_WAYS:
            found[way.official_id].append(way)
    return found


def profiles_shown(viewer: Viewer, officials: Sequence[Official]) -> frozenset[int]:
    """Return whose pronouns, biography and languages this viewer may see. At most one statement.

    Show staff what this finds through `services.looks`, which notes it.
    """
    if may_read_staff(viewer):
        return frozenset(_ids(officials))
    for_connections = [
        official.pk
        for official in officials
        if official.profile_visibility == Visibility.CONNECTIONS
    ]
    connected = connected_with(viewer, for_connections) if for_connections else frozenset()
    return frozenset(
        official.pk
        for official in officials
        if official.pk == viewer.official_id
        or official.profile_visibility == Visibility.NETWORK
        or official.pk in connected
    )


def _ids(officials: Sequence[Official]) -> list[int]:
    return [official.pk for official in officials]
