"""What places have adopted on an issue."""

from collections.abc import Collection

from django.db.models import F

from backend.playbook.models import Adoption, AdoptionStatus
from backend.playbook.selectors import adoptions


def newest_adoptions(places: Collection[int], issues: Collection[int]) -> dict[int, Adoption]:
    """Return each place's newest adoption in force on these issues, one undated if need be.

    One statement.
    """
    rows = (
        adoptions()
        .filter(
            locality__in=places,
            policy__issue__in=issues,
            status=AdoptionStatus.ADOPTED,
        )
        .order_by("locality_id", F("adopted_on").desc(nulls_last=True), "-pk")
        .distinct("locality_id")
    )
    return {row.locality_id: row for row in rows}
