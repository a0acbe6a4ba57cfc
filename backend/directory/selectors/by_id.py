"""Reads of rows by their ids: public ones, and work as the viewer may see it."""

from collections.abc import Iterable

from backend.accounts.viewer import Viewer
from backend.directory.models import Issue, Locality, LocalityFact, Office, Organization, Work
from backend.directory.selectors.officials import visible_officials


def issues_get(ids: Iterable[int]) -> dict[int, Issue]:
    """Return these issues by id. One statement."""
    return Issue.objects.in_bulk(list(ids))


def localities_get(ids: Iterable[int]) -> dict[int, Locality]:
    """Return these places by id. One statement."""
    return Locality.objects.in_bulk(list(ids))


def facts_get(ids: Iterable[int]) -> dict[int, LocalityFact]:
    """Return these facts of places by id. One statement."""
    return LocalityFact.objects.in_bulk(list(ids))


def offices_get(ids: Iterable[int]) -> dict[int, Office]:
    """Return these offices by id, with their places. One statement."""
    return Office.objects.select_related("locality").in_bulk(list(ids))


def organizations_get(ids: Iterable[int]) -> dict[int, Organization]:
    """Return these organizations by id. One statement."""
    return Organization.objects.in_bulk(list(ids))


def work_get(viewer: Viewer, ids: Iterable[int]) -> dict[int, Work]:
    """Return this work by id, of officials the viewer may see, with its help. Two statements."""
    return (
        Work.objects.filter(official__in=visible_officials(viewer))
        .select_related("issue")
        .prefetch_related("help")
        .in_bulk(list(ids))
    )
