"""Whom a viewer is connected with."""

from django.db.models import Q, QuerySet

from backend.accounts.viewer import Viewer
from backend.directory.models import Connection


def connected_ids(viewer: Viewer) -> QuerySet[Connection, int]:
    """Return the ids of the officials that the viewer is connected with, as a subquery."""
    me = viewer.official_id
    return (
        Connection.objects.filter(first_id=me)
        .values_list("second_id", flat=True)
        .union(Connection.objects.filter(second_id=me).values_list("first_id", flat=True), all=True)
    )


def connected_with(viewer: Viewer, officials: list[int]) -> frozenset[int]:
    """Return which of these officials the viewer is connected with. One statement."""
    me = viewer.official_id
    if me is None:
        return frozenset()
    pairs = Connection.objects.filter(
        Q(first_id=me, second_id__in=officials) | Q(second_id=me, first_id__in=officials)
    ).values_list("first_id", "second_id")
    return frozenset(second if first == me else first for first, second in pairs)
