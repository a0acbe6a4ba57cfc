"""What has a node in the graph, label by label."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from backend.directory.models import (
    Issue,
    Locality,
    LocalityFact,
    Organization,
)
from backend.introductions.selectors.eligibility import in_graph
from backend.outbox.models import Aggregate
from backend.playbook.models import Adoption, Event, Expert, Policy, Preemption

Key = tuple[str, int]

# An aggregate's edges lead to nodes of labels further up (or of its own).
LABELS = (
    Aggregate.ISSUE,
    Aggregate.PLACE_FACT,
    Aggregate.LOCALITY,
    Aggregate.ORGANIZATION,
    Aggregate.POLICY,
    Aggregate.PREEMPTION,
    Aggregate.ADOPTION,
    Aggregate.EVENT,
    Aggregate.EXPERT,
    Aggregate.OFFICIAL,
)


def projected(label: Aggregate) -> QuerySet[Any]:
    """Return the rows of the aggregate's table that have a node.

    Of people only members are in the graph, and none whose safety switch is on; of experts only
    those who consented; of preemptions only those in force; of a place's facts the newest of each
    name.
    """
    return _PROJECTED[label]()


def officials_shown(ids: Collection[int]) -> frozenset[int]:
    """Return which of these officials have a node. One statement."""
    rows = projected(Aggregate.OFFICIAL).filter(pk__in=ids)
    return frozenset(rows.values_list("pk", flat=True))


def _newest_facts() -> QuerySet[LocalityFact]:
    newer = LocalityFact.objects.filter(
        locality=OuterRef("locality"), name=OuterRef("name"), year__gt=OuterRef("year")
    )
    return LocalityFact.objects.filter(~Exists(newer))


_PROJECTED: Mapping[Aggregate, Callable[[], QuerySet[Any]]] = {
    Aggregate.ISSUE: Issue.objects.all,
    Aggregate.PLACE_FACT: _newest_facts,
    Aggregate.LOCALITY: Locality.objects.all,
    Aggregate.ORGANIZATION: Organization.objects.all,
    Aggregate.POLICY: Policy.objects.all,
    Aggregate.PREEMPTION: lambda: Preemption.objects.filter(ended_on__isnull=True),
    Aggregate.ADOPTION: Adoption.objects.all,
    Aggregate.EVENT: Event.objects.all,
    Aggregate.EXPERT: lambda: Expert.objects.filter(consented_on__isnull=False),
    Aggregate.OFFICIAL: in_graph,
}
