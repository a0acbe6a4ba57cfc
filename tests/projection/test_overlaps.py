"""Overlaps arrive in the graph, whatever comes first, and go with what said so."""

import pytest

from backend.directory.models import Locality, LocalityOverlap
from backend.directory.selectors.overlaps import overlaps_of
from backend.imports import gazetteer, services
from backend.outbox.models import DeadLetter
from backend.projection import relay
from backend.projection.rebuild import rebuild
from backend.projection.verify import verify
from tests import people
from tests.projection.network import queue

pytestmark = pytest.mark.django_db(transaction=True)

PREFIX = "ocd-division/country:us/state:az/"
NAMES = ("place:tucson", "county:pima", "place:marana", "county:pinal")


def bring(*names: str) -> None:
    places = [gazetteer.bundled().place(PREFIX + name) for name in names]
    services.localities_write(
        places=[place for place in places if place], fields=services.PLACE_FIELDS
    )


def in_graph(projection) -> dict[int, frozenset[int]]:
    """What overlaps each place in the graph, from whichever end."""
    rows = projection.read(
        """MATCH (p:Locality) OPTIONAL MATCH (p)-[:OVERLAPS]-(q:Locality)
        RETURN p.id AS id, collect(q.id) AS others"""
    )
    return {row["id"]: frozenset({row["id"], *row["others"]}) for row in rows}


def in_tables() -> dict[int, frozenset[int]]:
    return overlaps_of(list(Locality.objects.values_list("pk", flat=True)))


@pytest.mark.parametrize("order", [NAMES, NAMES[::-1]])
def test_they_arrive_with_the_places(projection, order):
    for name in order:
        bring(name)
        relay.drain()
        assert in_graph(projection) == in_tables()
    assert LocalityOverlap.objects.exists()
    assert verify().is_clean


def test_redelivered_out_of_order_and_rebuilt_they_are_the_same(projection):
    bring(*NAMES)
    ids = sorted(Locality.objects.values_list("pk", flat=True), reverse=True)
    for id_ in ids:  # those whose edges lead to others come before these
        queue(("Locality", id_))
        relay.drain()
    queue(*(("Locality", id_) for id_ in ids), *(("Locality", id_) for id_ in ids))
    relay.drain()
    assert in_graph(projection) == in_tables()
    assert not DeadLetter.objects.exists()
    rebuild()
    assert in_graph(projection) == in_tables()
    assert verify().is_clean


def test_they_go_with_what_said_so(projection):
    bring(*NAMES)
    people.overlap(people.place("Corona", "az"), Locality.objects.get(name="Tucson"))
    rebuild()
    assert len(in_graph(projection)[Locality.objects.get(name="Tucson").pk]) == 3

    LocalityOverlap.objects.filter(source="staff").delete()
    county = Locality.objects.get(name="Pima County")
    key = ("Locality", county.pk)
    county.delete()
    queue(key, *(("Locality", place.pk) for place in Locality.objects.all()))
    relay.drain()

    assert in_graph(projection) == in_tables()
    assert verify().is_clean
