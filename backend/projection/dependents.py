"""Who has to be brought anew when something else changes, as feature rows and buckets do.

An official's feature row tells of their place, its facts and what it adopted; an adoption's
bucket goes by its policy's issue. Whoever changes a place need not know that.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from backend.directory.models import LocalityFact
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate, OutboxEntry
from backend.playbook.models import Adoption
from backend.projection.pieces import any_of
from backend.projection.scope import Key
from graph.connection import Graph
from graph.writes import sources, targets


def queue_dependents(graph: Graph, keys: Sequence[Key]) -> None:
    """Queue what follows from these aggregates; call it before they are written, or again.

    By then the graph still knows where an adoption was that has gone or moved. The caller holds
    the relay's lock, so whatever is queued already will be read later than now.
    """
    for aggregate, ids in _by_aggregate(dependents(graph, keys) - set(keys)).items():
        queued = OutboxEntry.objects.filter(aggregate=aggregate, aggregate_id__in=any_of(ids))
        if waiting := ids - set(queued.values_list("aggregate_id", flat=True)):
            outbox.record_many(aggregate, sorted(waiting))


def dependents(graph: Graph, keys: Iterable[Key]) -> set[Key]:
    """Return the adoptions of these policies, and the officials of these places as the graph is.

    Places are also meant by what they have adopted and by their facts, now or as the graph has it.
    Officials who are in the graph elsewhere, or not yet, are queued on their own account.
    """
    of = _by_aggregate(keys)
    adoptions, facts = of[Aggregate.ADOPTION], of[Aggregate.PLACE_FACT]
    places = set(of[Aggregate.LOCALITY])
    if adoptions:
        places |= targets(graph, "IN", adoptions)
        here = Adoption.objects.filter(pk__in=any_of(adoptions))
        places |= set(here.values_list("locality_id", flat=True))
    if facts:
        places |= sources(graph, "HAS", facts)
        told = LocalityFact.objects.filter(pk__in=any_of(facts))
        places |= set(told.values_list("locality_id", flat=True))
    found: set[Key] = set()
    if places:
        officials = sources(graph, "REPRESENTS", places)
        found |= {(Aggregate.OFFICIAL.value, id_) for id_ in officials}
    if policies := of[Aggregate.POLICY]:
        follow = Adoption.objects.filter(policy__in=any_of(policies))
        found |= {(Aggregate.ADOPTION.value, id_) for id_ in follow.values_list("pk", flat=True)}
    return found


def _by_aggregate(keys: Iterable[Key]) -> defaultdict[Aggregate, set[int]]:
    ids: defaultdict[Aggregate, set[int]] = defaultdict(set)
    for label, id_ in keys:
        ids[Aggregate(label)].add(id_)
    return ids
