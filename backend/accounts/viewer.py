"""Who is asking, and how sure that is: whether the session has shown a second factor."""

from dataclasses import dataclass

from django.contrib.sessions.backends.base import SessionBase
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone

from backend.accounts.models import Role, User
from backend.core.languages import Language, language_of

# When somebody showed a second factor in this session. It ends with the session.
SECOND_FACTOR_AT = "second_factor_at"


@dataclass(frozen=True)
class Viewer:
    """Whoever asks: a user, their role, the official they are (if they are one), their language.

    What they may do is asked of `backend.accounts.permissions`: the role alone doesn't say it.
    """

    user_id: int
    role: Role
    official_id: int | None
    language: Language
    second_factor: bool = False


def viewer_of(user: User, *, second_factor: bool = False, accept_language: str = "") -> Viewer:
    """Describe a user, who reads their own language, else the browser's, else English."""
    # Each official says whose user they are; the directory, which knows them, lies above this.
    official_id = User.objects.filter(pk=user.pk).values_list("official", flat=True).first()
    return Viewer(
        user_id=user.pk,
        role=Role(user.role),
        official_id=official_id,
        language=language_of(user.language, accept_language),
        second_factor=second_factor,
    )


def language_from(request: HttpRequest) -> Language:
    """Return the language of whoever asks; the browser's of who isn't signed in, or not known."""
    try:
        setting = request.user.language if isinstance(request.user, User) else ""
    except DatabaseError:  # perhaps it is what we are about to tell of
        setting = ""
    return language_of(setting, request.headers.get("Accept-Language", ""))


def viewer_from(request: HttpRequest) -> Viewer:
    """Describe who asks over HTTP. Raises TypeError when nobody is signed in."""
    if not isinstance(request.user, User):
        raise TypeError("nobody is signed in")
    return viewer_of(
        request.user,
        second_factor=SECOND_FACTOR_AT in request.session,
        accept_language=request.headers.get("Accept-Language", ""),
    )


def second_factor_shown(session: SessionBase) -> None:
    """Note that whoever is signed in has shown a second factor just now."""
    session[SECOND_FACTOR_AT] = timezone.now().isoformat()
