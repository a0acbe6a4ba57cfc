"""Changing one's own profile."""

from collections.abc import Mapping
from typing import TypedDict

from django.db import transaction

from backend.accounts.permissions import require_owner
from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.checks import Checks
from backend.core.errors import ErrorCode, fail
from backend.core.languages import Language
from backend.core.text import clean
from backend.directory import limits
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Official, Visibility
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate


class ProfileChanges(TypedDict, total=False):
    """What of a profile is to change; what is left out stays as it is."""

    name: str
    pronouns: str
    biography: str
    languages: list[str]
    paused: bool
    hidden: bool
    profile_visibility: str


def profile_update(
    *,
    viewer: Viewer,
    owner_id: int | None,
    version: int,
    changes: ProfileChanges,
    language: str | None = None,
) -> Official:
    """Change the viewer's own profile, and perhaps the language they read.

    `owner_id` and `version` say whose record was read and when. Raises DomainError, having written
    nothing, when the viewer is not that official, the record has changed since or a value is wrong.
    """
    cleaned = _clean(changes)
    _check(cleaned, language)
    with transaction.atomic():
        official = own_official_locked(viewer, owner_id=owner_id, version=version)
        for field, value in cleaned.items():
            setattr(official, field, value)
        if language is not None and official.user is not None:
            official.user.language = language
            official.user.save(update_fields=["language"])
        fields = [*cleaned, *(["language"] if language is not None else [])]
        save_own(viewer, official, "profile.update", fields)
    return official


def own_official_locked(viewer: Viewer, *, owner_id: int | None, version: int) -> Official:
    """Return the viewer's own row, locked until the transaction ends.

    Raises DomainError when it is another's record, or a newer version, than the one that was read.
    """
    own = Official.objects.filter(pk=require_owner(viewer, owner_id))
    official = own.select_for_update(of=("self",)).select_related("user").first()
    if official is None or official.version != version:
        raise fail(ErrorCode.STALE, DirectoryMessage.STALE)
    return official


def save_own(viewer: Viewer, official: Official, action: str, fields: list[str]) -> None:
    """Save the viewer's own row, which is locked, as the next version of their record."""
    official.version += 1
    official.save()
    record_change(viewer, official, action, fields)


def record_change(viewer: Viewer, official: Official, action: str, fields: list[str]) -> None:
    """Tell the graph and the audit trail of a change to an official."""
    outbox.record(Aggregate.OFFICIAL, official.pk)
    audit.record(
        actor_id=viewer.user_id,
        action=action,
        subject=Aggregate.OFFICIAL,
        subject_id=official.pk,
        fields=fields,
    )


def _clean(changes: ProfileChanges) -> Mapping[str, object]:
    cleaned: dict[str, object] = {
        field: clean(value) if isinstance(value, str) else value for field, value in changes.items()
    }
    if "languages" in changes:
        cleaned["languages"] = list(dict.fromkeys(each.lower() for each in changes["languages"]))
    return cleaned


def _check(changes: Mapping[str, object], language: str | None) -> None:
    checks = Checks()
    texts = {
        "name": limits.NAME,
        "pronouns": limits.PRONOUNS,
        "biography": limits.BIOGRAPHY,
    }
    for field, most in texts.items():
        if field in changes:
            checks.text(field, str(changes[field]), most=most, required=field == "name")
    languages = changes.get("languages", [])
    if isinstance(languages, list):
        if len(languages) > limits.LANGUAGES:
            checks.add(
                ErrorCode.LIMIT_REACHED,
                DirectoryMessage.TOO_MANY_LANGUAGES,
                "languages",
                most=limits.LANGUAGES,
            )
        if any(len(each) != 2 or not (each.isascii() and each.isalpha()) for each in languages):
            checks.add(ErrorCode.INVALID, DirectoryMessage.LANGUAGE_OF_TWO_LETTERS, "languages")
    if "profile_visibility" in changes:
        checks.choice("profileVisibility", changes["profile_visibility"], Visibility.values)
    if language is not None:
        checks.choice("language", language, Language.values)
    checks.finish()
