"""What staff know of places that share ground, where no list says so."""

from django.db import transaction

from backend.accounts.permissions import require_broker
from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core.errors import ErrorCode, fail
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Locality, LocalityOverlap, OverlapSource
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate


def locality_overlap_save(*, viewer: Viewer, locality_id: int, other_id: int) -> LocalityOverlap:
    """Say that two places overlap, such as a village and the town around it. Staff only.

    An overlap that is known already stays as it is. Raises DomainError when a place is unknown, or
    both are the same.
    """
    require_broker(viewer)
    if locality_id == other_id:
        raise fail(ErrorCode.INVALID, DirectoryMessage.SAME_PLACE_TWICE, "otherId")
    first_id, second_id = sorted((locality_id, other_id))
    with transaction.atomic():
        locked = Locality.objects.select_for_update(no_key=True).order_by("pk")
        known = set(locked.filter(pk__in=(first_id, second_id)).values_list("pk", flat=True))
        for field, id_ in (("localityId", locality_id), ("otherId", other_id)):
            if id_ not in known:
                raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_PLACE, field)
        overlap, is_new = LocalityOverlap.objects.get_or_create(
            first_id=first_id, second_id=second_id, defaults={"source": OverlapSource.STAFF}
        )
        if is_new:
            ids = (first_id, second_id)
            outbox.record_many(Aggregate.LOCALITY, ids)
            audit.record_many(
                actor_id=viewer.user_id,
                action="locality.overlap",
                subject=Aggregate.LOCALITY,
                fields_by_id=dict.fromkeys(ids, ("overlaps",)),
            )
    return overlap
