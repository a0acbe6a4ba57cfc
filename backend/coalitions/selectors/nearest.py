"""What is known of places, and the places nearest to one by each thing that is known of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from backend.coalitions.model import Fact, Figure
from backend.directory.models import Locality, LocalityFact

NEAREST = 30  # each way, by each fact


def figures_of(places: Collection[Locality]) -> dict[int, dict[Fact, Figure]]:
    """Return the newest figures of each of these places. One statement."""
    found: defaultdict[int, dict[Fact, Figure]] = defaultdict(dict)
    for place in places:
        if place.population is not None and place.population_year is not None:
            found[place.pk][Fact.POPULATION] = Figure(
                place.population, place.population_year, place.population_source
            )
    rows = (
        LocalityFact.objects.filter(locality__in=[place.pk for place in places])
        .order_by("locality_id", "name", "-year")
        .distinct("locality_id", "name")
        .values_list("locality_id", "name", "value", "year", "source")
    )
    for locality_id, name, value, year, source in rows:
        found[locality_id][Fact(name)] = Figure(value, year, source)
    return found


def nearest_places(own: Locality, figures: Mapping[Fact, Figure], by: Iterable[Fact]) -> set[int]:
    """Return the places nearest to one's own by each of these facts, older figures included.

    One statement, of a few rows from an index for each fact, however many places there are.
    """
    parts: list[QuerySet[Any, int]] = []
    for fact in by:
        if fact in figures:
            parts += _beside(own, fact, figures[fact].value)
    if not parts:
        return set()
    return set(parts[0].union(*parts[1:], all=True))


def _beside(own: Locality, fact: Fact, value: float) -> list[QuerySet[Any, int]]:
    """Return the ids of those with the next higher values, and with the next lower ones."""
    rows: QuerySet[Any]
    if fact is Fact.POPULATION:
        rows, column, place = Locality.objects.exclude(pk=own.pk), "population", "pk"
    else:
        rows = LocalityFact.objects.filter(name=fact).exclude(locality=own.pk)
        column, place = "value", "locality_id"
    above = rows.filter(**{f"{column}__gte": value}).order_by(column, place)
    below = rows.filter(**{f"{column}__lt": value}).order_by(f"-{column}", f"-{place}")
    return [part.values_list(place, flat=True)[:NEAREST] for part in (above, below)]
