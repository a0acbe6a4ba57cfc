"""Reads of partner organizations."""

from collections import defaultdict
from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef

from backend.core.pages import Page, page_of
from backend.core.text import prefix_query
from backend.directory.models import Activity, Organization
from backend.directory.selectors.issues import with_descendants

MOST_ACTIVITIES = 30


def organizations_find(
    *, search: str = "", issue_id: int | None = None, first: int, after: str | None = None
) -> Page[Organization]:
    """Return a page of organizations by name, perhaps only those active on an issue or below it."""
    found = Organization.objects.all()
    if search.strip():
        query = prefix_query(search)
        wanted = SearchQuery(query, search_type="raw", config="simple")
        found = found.filter(search=wanted) if query else found.none()
    if issue_id is not None:
        active = Activity.objects.filter(
            organization=OuterRef("pk"), issue__in=with_descendants([issue_id])
        )
        found = found.filter(Exists(active))
    return page_of(found, key="name_folded", first=first, after=after)


def activities_of(organizations: Sequence[Organization]) -> dict[int, list[Activity]]:
    """Return what each organization is active on and where. One statement."""
    found: dict[int, list[Activity]] = defaultdict(list)
    for activity in (
        Activity.objects.filter(organization__in=[each.pk for each in organizations])
        .select_related("issue", "locality")
        .order_by("organization_id", "issue__name", "state", "id")
    ):
        if len(found[activity.organization_id]) < MOST_ACTIVITIES:
            found[activity.organization_id].append(activity)
    return found
