"""Keeping somebody away: at once, both ways, and without telling them."""

from django.db import transaction
from django.db.models import Q, QuerySet

from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Connection
from backend.directory.selectors.officials import visible_officials
from backend.introductions.machine import Event, answer_of, states_before
from backend.introductions.messages import IntroductionMessage
from backend.introductions.models import A_NO, Answer, Block, Introduction
from backend.introductions.services.records import officials_locked, own_id, record
from backend.introductions.services.steps import take


def block_add(*, viewer: Viewer, other_id: int | None) -> Block:
    """Block somebody the viewer can see or has an introduction with. Twice is once.

    What is open between the two ends as if the viewer had said no, or had taken their ask back; a
    connection ends too. Raises DomainError, having written nothing, when there is nobody to block.
    """
    with transaction.atomic():
        blocker_id = own_id(viewer)
        if other_id is None or other_id == blocker_id or not _is_known(viewer, other_id):
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_MEMBER, "officialId")
        officials_locked(blocker_id, other_id)
        _end_asks(viewer, other_id)
        first, second = sorted((blocker_id, other_id))
        Connection.objects.filter(first=first, second=second).delete()
        block, is_new = Block.objects.get_or_create(blocker_id=blocker_id, blocked_id=other_id)
        if is_new:
            _record(viewer, block, "block.add", block.pk)
    return block


def block_remove(*, viewer: Viewer, other_id: int | None) -> None:
    """Take one's own block back; another's stays. Raises DomainError if there is none."""
    with transaction.atomic():
        blocker_id = own_id(viewer)
        block = Block.objects.filter(Q(blocker=blocker_id), Q(blocked=other_id)).first()
        if block is None:
            raise fail(ErrorCode.NOT_FOUND, IntroductionMessage.NOT_BLOCKED, "officialId")
        block_id = block.pk
        block.delete()
        _record(viewer, block, "block.remove", block_id)


def _is_known(viewer: Viewer, other_id: int) -> bool:
    if visible_officials(viewer).filter(pk=other_id).exists():
        return True
    # Whoever asked and then hid can still be kept away.
    return _between(viewer.official_id, other_id).exists()


def _end_asks(viewer: Viewer, other_id: int) -> None:
    """End what is open, and in the same way what only looks open to the blocker."""
    asks = _between(viewer.official_id, other_id).filter(
        state__in=states_before(Event.BLOCK), expires_on__gt=today()
    )
    for ask in asks.select_for_update().order_by("pk"):
        if answer_of(ask, viewer) not in A_NO:
            take(Event.BLOCK, ask, viewer, answer=Answer.NO)


def _between(one: int | None, other: int) -> QuerySet[Introduction]:
    return Introduction.objects.filter(Q(asker=one, other=other) | Q(asker=other, other=one))


def _record(viewer: Viewer, block: Block, action: str, block_id: int) -> None:
    record(
        actor_id=viewer.user_id,
        action=action,
        subject="Block",
        subject_id=block_id,
        officials=(block.blocker_id, block.blocked_id),
    )
