"""Writes what members read in the invented network besides people: events, experts, bans, facts."""

from collections.abc import Iterable, Mapping
from typing import Any

from backend.demo import model
from backend.directory.models import LocalityFact
from backend.playbook.models import Event, Expert, Preemption

INVENTED = "Invented for the demo"


def write_facts(facts: Iterable[model.Fact], places: Mapping[str, int]) -> list[int]:
    """Write the figures of places; one that is there already for that year is kept."""
    rows = LocalityFact.objects.bulk_create(
        (
            LocalityFact(
                locality_id=places[each.division],
                name=each.name,
                value=each.value,
                year=each.year,
                source=INVENTED,
            )
            for each in facts
        ),
        ignore_conflicts=True,
    )
    return list(
        LocalityFact.objects.filter(locality__in=places.values(), year__in={r.year for r in rows})
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def write_preemptions(
    preemptions: Iterable[model.Preemption], policies: Mapping[str, int]
) -> list[int]:
    """Write the statutes."""
    rows = Preemption.objects.bulk_create(
        Preemption(
            state=each.state,
            policy_id=policies[each.policy],
            since=each.since,
            precision=each.precision,
            source=each.source,
        )
        for each in preemptions
    )
    return [row.pk for row in rows]


def write_events(
    events: Iterable[model.Event], issues: Mapping[str, int], places: Mapping[str, int]
) -> dict[str, int]:
    """Write the events without those who were there; return their keys by name."""
    events = list(events)
    rows = Event.objects.bulk_create(
        Event(
            name=each.name,
            on=each.on,
            is_online=each.division is None,
            locality_id=places[each.division] if each.division else None,
        )
        for each in events
    )
    _link(Event.issues.through, "event_id", rows, events, issues)
    return {row.name: row.pk for row in rows}


def write_experts(
    experts: Iterable[model.Expert], issues: Mapping[str, int], organizations: Mapping[str, int]
) -> list[int]:
    """Write the experts."""
    experts = list(experts)
    rows = Expert.objects.bulk_create(
        Expert(
            organization_id=organizations[each.organization],
            name=each.name,
            title=each.title,
            consented_on=each.consented_on,
            invented=True,
        )
        for each in experts
    )
    _link(Expert.issues.through, "expert_id", rows, experts, issues)
    return [row.pk for row in rows]


def _link(
    through: Any,
    column: str,
    rows: Iterable[Event | Expert],
    made: Iterable[model.Event | model.Expert],
    issues: Mapping[str, int],
) -> None:
    through.objects.bulk_create(
        through(**{column: row.pk, "issue_id": issues[slug]})
        for row, each in zip(rows, made, strict=True)
        for slug in each.issues
    )
