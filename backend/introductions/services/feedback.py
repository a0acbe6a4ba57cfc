"""Saying what one thinks of a suggestion, and taking it back."""

from django.db import transaction
from django.db.models import Q

from backend.accounts.viewer import Viewer
from backend.core.checks import Checks
from backend.core.errors import ErrorCode, fail
from backend.core.text import clean
from backend.directory.messages import DirectoryMessage
from backend.directory.selectors.officials import visible_officials
from backend.introductions.messages import IntroductionMessage
from backend.introductions.models import Feedback, FeedbackKind
from backend.introductions.services.records import officials_locked, own_id, record

LONGEST_WHY = 280


def feedback_give(*, viewer: Viewer, about_id: int | None, kind: str, why: str = "") -> Feedback:
    """Say what one thinks of somebody who was suggested; it replaces what one said before.

    Raises DomainError, having written nothing, when there is nobody to see there, the kind is
    unknown, or a why comes with anything but "not relevant".
    """
    why = clean(why)
    checks = Checks()
    checks.choice("kind", kind, FeedbackKind.values)
    checks.text("why", why, most=LONGEST_WHY)
    if why and kind != FeedbackKind.NOT_RELEVANT:
        checks.add(ErrorCode.INVALID, IntroductionMessage.WHY_OF_NOT_RELEVANT, "why")
    checks.finish()
    with transaction.atomic():
        official_id = own_id(viewer)
        about = visible_officials(viewer).filter(Q(pk=about_id)).exclude(pk=official_id).first()
        if about is None:
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_MEMBER, "officialId")
        officials_locked(official_id)
        feedback, _ = Feedback.objects.update_or_create(
            official_id=official_id, about=about, defaults={"kind": kind, "why": why}
        )
        _record(viewer, feedback, "feedback.give", feedback.pk, ("kind", "why"))
    return feedback


def feedback_take_back(*, viewer: Viewer, about_id: int | None) -> None:
    """Forget what one said of somebody. Raises DomainError if one has said nothing."""
    with transaction.atomic():
        official_id = own_id(viewer)
        feedback = Feedback.objects.filter(Q(official=official_id), Q(about=about_id)).first()
        if feedback is None:
            raise fail(ErrorCode.NOT_FOUND, IntroductionMessage.NO_FEEDBACK, "officialId")
        feedback_id = feedback.pk
        feedback.delete()
        _record(viewer, feedback, "feedback.take_back", feedback_id)


def _record(
    viewer: Viewer,
    feedback: Feedback,
    action: str,
    feedback_id: int,
    fields: tuple[str, ...] = (),
) -> None:
    record(
        actor_id=viewer.user_id,
        action=action,
        subject="Feedback",
        subject_id=feedback_id,
        officials=(feedback.official_id, feedback.about_id),
        fields=fields,
    )
