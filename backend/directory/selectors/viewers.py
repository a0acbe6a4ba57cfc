"""Who is looking."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from backend.accounts.models import Role, User
from backend.core.errors import ErrorCode, fail
from backend.core.languages import Language, language_of
from backend.directory.models import Connection, Official


@dataclass(frozen=True)
class Viewer:
    """Whoever asks: a user, what they may do, and the official they are (if they are one)."""

    user_id: int
    role: Role
    official_id: int | None
    language: Language

    @property
    def is_staff(self) -> bool:
        """Whether the viewer is of the staff."""
        return self.role == Role.STAFF


def require_staff(viewer: Viewer) -> None:
    """Raise unless the viewer is of the staff."""
    if not viewer.is_staff:
        raise fail(ErrorCode.NOT_ALLOWED, "Only staff may do this.")


def viewer_of(user: User, *, accept_language: str = "") -> Viewer:
    """Describe a signed-in user, who reads their own language, else the browser's, else English."""
    official_id = Official.objects.filter(user=user).values_list("pk", flat=True).first()
    return Viewer(
        user_id=user.pk,
        role=Role(user.role),
        official_id=official_id,
        language=language_of(user.language, accept_language),
    )


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
