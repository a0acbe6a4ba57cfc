"""What officials' cards say of their places, read once a place."""

from collections import defaultdict
from collections.abc import Collection

from backend.directory.models import Locality
from backend.outbox.models import Aggregate
from backend.playbook.models import Adoption, AdoptionStatus
from backend.projection.pieces import any_of
from backend.projection.scope import projected
from graph.cards import AdoptionCard, PlaceCard
from graph.writes import Home


def homes(ids: Collection[int]) -> dict[int, Home]:
    """Read these localities. Three statements, or none for none."""
    if not ids:
        return {}
    adoptions: defaultdict[int, list[AdoptionCard]] = defaultdict(list)
    in_force = Adoption.objects.filter(
        locality__in=any_of(ids), status=AdoptionStatus.ADOPTED, adopted_on__isnull=False
    )
    for locality_id, policy_id, issue_id, adopted_on in in_force.values_list(
        "locality_id", "policy_id", "policy__issue_id", "adopted_on"
    ):
        if adopted_on is not None:  # as the filter says
            adoptions[locality_id].append(AdoptionCard(policy_id, issue_id, adopted_on))
    facts: defaultdict[int, list[tuple[str, float]]] = defaultdict(list)
    newest = projected(Aggregate.PLACE_FACT).filter(locality__in=any_of(ids)).order_by("name")
    for locality_id, name, value in newest.values_list("locality_id", "name", "value"):
        facts[locality_id].append((name, value))
    places = Locality.objects.filter(pk__in=any_of(ids)).values_list(
        "pk", "state", "latitude", "longitude", "population"
    )
    return {
        place.id: Home(place, adoptions[place.id], facts[place.id])
        for place in (PlaceCard(*row) for row in places)
    }
