"""Writes what the invented officials stand on: places, issues, bodies, partners, adoptions."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend.demo import model
from backend.demo.public_rows import (
    INVENTED,
    write_events,
    write_experts,
    write_facts,
    write_preemptions,
)
from backend.directory.models import Activity, Issue, Locality, Office, Organization, Seat
from backend.imports.overlaps import overlaps_refresh
from backend.outbox.models import Aggregate
from backend.playbook.models import Adoption, Policy


@dataclass(frozen=True)
class Catalogue:
    """Primary keys by the names that the network uses."""

    localities: dict[str, int]
    issues: dict[str, int]
    seats: dict[tuple[str, str, str], int]
    organizations: dict[str, int]
    policies: dict[str, int]
    adoptions: dict[tuple[str, str], int]
    facts: list[int]
    preemptions: list[int]
    events: dict[str, int]
    experts: list[int]

    def aggregates(self) -> Iterable[tuple[Aggregate, Iterable[int]]]:
        """Return the ids of what has a place of its own in the graph, targets before sources."""
        return (
            (Aggregate.PLACE_FACT, self.facts),
            (Aggregate.LOCALITY, self.localities.values()),
            (Aggregate.ISSUE, self.issues.values()),
            (Aggregate.ORGANIZATION, self.organizations.values()),
            (Aggregate.POLICY, self.policies.values()),
            (Aggregate.PREEMPTION, self.preemptions),
            (Aggregate.ADOPTION, self.adoptions.values()),
            (Aggregate.EVENT, self.events.values()),
            (Aggregate.EXPERT, self.experts),
        )


def load_catalogue(network: model.Network) -> Catalogue:
    """Write everything but the people. Places and issues that are there already are kept."""
    localities = _localities(network.places)
    issues = _issues(network.issues)
    policies = _policies(network.issues, issues)
    organizations = _organizations(network.organizations, issues, localities)
    return Catalogue(
        localities=localities,
        issues=issues,
        seats=_seats(network, localities),
        organizations=organizations,
        policies=policies,
        adoptions=_adoptions(network.adoptions, policies, localities),
        facts=write_facts(network.facts, localities),
        preemptions=write_preemptions(network.preemptions, policies),
        events=write_events(network.events, issues, localities),
        experts=write_experts(network.experts, issues, organizations),
    )


def _localities(places: Iterable[model.Place]) -> dict[str, int]:
    figures = ("population", "population_year", "population_source", "latitude", "longitude")
    rows = Locality.objects.bulk_create(
        (
            Locality(
                division_id=place.division_id,
                name=place.name,
                kind=place.kind,
                state=place.state,
                county=place.county,
                geoid=place.geoid,
                **{name: getattr(place, name) for name in figures},
            )
            for place in places
        ),
        # A place that came with the national list has no figures yet.
        update_conflicts=True,
        unique_fields=["division_id"],
        update_fields=figures,
    )
    overlaps_refresh(locality_ids=[row.pk for row in rows])
    return {row.division_id: row.pk for row in rows}


def _issues(issues: Iterable[model.Issue]) -> dict[str, int]:
    found: dict[str, int] = {}
    # Areas first, so that what belongs to them finds its parent.
    for generation in (
        [issue for issue in issues if issue.parent is None],
        [issue for issue in issues if issue.parent],
    ):
        rows = Issue.objects.bulk_create(
            (
                Issue(
                    slug=issue.slug,
                    name=issue.name,
                    description=issue.description,
                    synonyms=list(issue.synonyms),
                    parent_id=found[issue.parent] if issue.parent else None,
                    agendas_code=issue.code,
                )
                for issue in generation
            ),
            update_conflicts=True,
            unique_fields=["slug"],
            update_fields=["description"],
        )
        found.update((row.slug, row.pk) for row in rows)
    return found


def _policies(issues: Iterable[model.Issue], ids: dict[str, int]) -> dict[str, int]:
    rows = Policy.objects.bulk_create(
        Policy(
            slug=issue.policy.slug,
            name=issue.policy.name,
            summary=issue.policy.summary,
            issue_id=ids[issue.slug],
        )
        for issue in issues
        if issue.policy
    )
    return {row.slug: row.pk for row in rows}


def _seats(network: model.Network, localities: dict[str, int]) -> dict[tuple[str, str, str], int]:
    """Write the bodies in which somebody sits, with all their seats."""
    held = {person.office for person in network.people}
    offices = [office for office in network.offices if (office.division, office.name) in held]
    rows = Office.objects.bulk_create(
        Office(
            locality_id=localities[office.division],
            name=office.name,
            kind=office.kind,
            title=office.title,
            seat_count=len(office.seats),
        )
        for office in offices
    )
    keys = [
        ((office.division, office.name, label), row)
        for office, row in zip(offices, rows, strict=True)
        for label in office.seats
    ]
    seats = Seat.objects.bulk_create(Seat(office=row, label=key[2]) for key, row in keys)
    return {key: seat.pk for (key, _), seat in zip(keys, seats, strict=True)}


def _organizations(
    organizations: Iterable[model.Organization], issues: dict[str, int], places: dict[str, int]
) -> dict[str, int]:
    rows = Organization.objects.bulk_create(
        Organization(
            name=each.name,
            kind="national" if each.national else "community",
            description=each.description,
            website=f"https://{_host(each.name)}.example",
            invented=True,
        )
        for each in organizations
    )
    ids = {row.name: row.pk for row in rows}
    Activity.objects.bulk_create(
        Activity(
            organization_id=ids[each.name],
            issue_id=issues[issue],
            state=each.state,
            locality_id=places[each.division] if each.division else None,
        )
        for each in organizations
        for issue in each.issues
    )
    return ids


def _host(name: str) -> str:
    return "-".join("".join(letter for letter in name.lower() if letter not in "'’,.").split())


def _adoptions(
    adoptions: Iterable[model.Adoption], policies: dict[str, int], places: dict[str, int]
) -> dict[tuple[str, str], int]:
    rows = {
        each.key: Adoption(
            policy_id=policies[each.policy],
            locality_id=places[each.division],
            title=each.title,
            adopted_on=each.adopted_on,
            precision=each.precision,
            status=each.status,
            source=INVENTED,
        )
        for each in adoptions
    }
    Adoption.objects.bulk_create(rows.values())
    heirs = []
    for each in adoptions:
        if each.adapted_from:
            rows[each.key].adapted_from = rows[each.adapted_from]
            heirs.append(rows[each.key])
    Adoption.objects.bulk_update(heirs, ["adapted_from"], batch_size=500)
    return {key: row.pk for key, row in rows.items()}
