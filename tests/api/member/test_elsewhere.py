"""Elsewhere means elsewhere: no suggestion from a government that shares ground with one's own."""

import pytest

from backend.directory.models import Locality, LocalityOverlap
from backend.imports import gazetteer, services
from tests.api.members import gid
from tests.api.suggesting import names, suggested
from tests.people import member, overlap, place, seat_of, work
from tests.projecting import project

pytestmark = pytest.mark.django_db

PLACES = {
    "Tucson": "state:az/place:tucson",
    "Pima County": "state:az/county:pima",
    "Marana": "state:az/place:marana",
    "Denver": "state:co/place:denver",
    "Denver County": "state:co/county:denver",
}


@pytest.fixture
def members(counsel):
    """One of each place, by its name, all working on the same."""
    found = (
        gazetteer.bundled().place(f"ocd-division/country:us/{name}") for name in PLACES.values()
    )
    places = [each for each in found if each is not None]
    services.localities_write(places=places, fields=services.PLACE_FIELDS)
    made = {}
    for each in Locality.objects.all():
        made[each.name] = member(f"Of {each.name}", at=each)
        work(made[each.name], counsel)
    assert made.keys() == PLACES.keys()
    return made


def elsewhere(person, on):
    return {each.removeprefix("Of ") for each in names(suggested(person, issue=gid(on), first=10))}


def test_the_county_is_not_elsewhere_and_other_cities_in_it_are(graph, members, counsel):
    project(graph)
    assert elsewhere(members["Tucson"], counsel) == {"Marana", "Denver", "Denver County"}
    assert elsewhere(members["Marana"], counsel) == {"Tucson", "Denver", "Denver County"}
    assert elsewhere(members["Pima County"], counsel) == {"Denver", "Denver County"}


def test_one_government_by_its_other_id_is_not_elsewhere(graph, members, counsel):
    project(graph)
    assert elsewhere(members["Denver"], counsel) == {"Tucson", "Marana", "Pima County"}
    assert elsewhere(members["Denver County"], counsel) == {"Tucson", "Marana", "Pima County"}


def test_what_the_graph_has_yet_to_learn_the_tables_know(graph, members, counsel):
    LocalityOverlap.objects.all().delete()
    project(graph)
    tucson, pima = (Locality.objects.get(name=name) for name in ("Tucson", "Pima County"))
    overlap(tucson, pima)
    assert "Pima County" not in elsewhere(members["Tucson"], counsel)
    assert "Denver County" in elsewhere(members["Denver"], counsel)


def test_a_stored_list_loses_who_turns_out_to_be_at_home(graph, members, counsel):
    LocalityOverlap.objects.all().delete()
    project(graph)
    assert "Pima County" in elsewhere(members["Tucson"], counsel)
    overlap(*(Locality.objects.get(name=name) for name in ("Tucson", "Pima County")))
    assert "Pima County" not in elsewhere(members["Tucson"], counsel)


def test_who_serves_at_home_too_is_not_elsewhere(graph, members, counsel):
    away = member("Of Away", at=place("Away", "or"))
    work(away, counsel)
    project(graph)
    assert "Away" in elsewhere(members["Marana"], counsel)
    seat_of(away, Locality.objects.get(name="Pima County"))
    assert "Away" not in elsewhere(members["Tucson"], counsel)
