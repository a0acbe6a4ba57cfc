"""Which places overlap: by their ids, by the Census, by what staff say; and what is unknown."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEntry
from backend.core.errors import DomainError
from backend.directory.models import Locality, LocalityOverlap, OverlapSource
from backend.directory.selectors.overlaps import overlapping, overlaps_of
from backend.directory.services.overlaps import locality_overlap_save
from backend.imports import gazetteer, overlaps, services
from backend.imports.overlaps import overlaps_refresh
from backend.outbox.models import OutboxEntry
from tests import people

pytestmark = pytest.mark.django_db

PREFIX = "ocd-division/country:us/"
TUCSON, PIMA, MARANA = "state:az/place:tucson", "state:az/county:pima", "state:az/place:marana"


def bring(*names: str) -> None:
    """Import places of the bundled list."""
    found = [gazetteer.bundled().place(PREFIX + name) for name in names]
    places = [place for place in found if place is not None]
    assert len(places) == len(names)
    services.localities_write(places=places, fields=services.PLACE_FIELDS)


def beside(name: str) -> set[str]:
    """What overlaps a place, but itself."""
    place = Locality.objects.get(division_id=PREFIX + name)
    found = set(overlapping(place.pk))
    assert overlaps_of([place.pk]) == {place.pk: found}
    assert place.pk in found
    names = Locality.objects.filter(pk__in=found - {place.pk}).values_list("division_id", flat=True)
    return {each.removeprefix(PREFIX) for each in names}


def waiting() -> list[str]:
    ids = OutboxEntry.objects.filter(aggregate="Locality").values_list("aggregate_id", flat=True)
    names = dict(Locality.objects.values_list("pk", "division_id"))
    return sorted(names[id_].removeprefix(PREFIX) for id_ in ids)


def test_a_city_is_in_its_county_and_apart_from_other_cities_there():
    bring(TUCSON, PIMA, MARANA)
    assert beside(PIMA) == {TUCSON, MARANA}
    assert beside(TUCSON) == {PIMA}
    assert set(LocalityOverlap.objects.values_list("source", flat=True)) == {OverlapSource.CENSUS}


def test_a_city_may_cross_counties():
    counties = {"state:tx/county:travis", "state:tx/county:hays"}
    bring("state:tx/place:austin", *counties, "state:tx/place:san_marcos")
    assert beside("state:tx/place:austin") == counties


def test_a_place_whose_id_names_its_county_is_in_it():
    bring("state:in/county:marion/place:pike", "state:in/county:marion", "state:in/county:tipton")
    assert beside("state:in/county:marion/place:pike") == {"state:in/county:marion"}
    assert LocalityOverlap.objects.get().source == OverlapSource.DIVISION_ID


def test_a_town_of_new_england_is_in_the_county_that_its_geoid_begins_with():
    bring("state:ma/place:amherst", "state:ma/county:hampshire", "state:ma/county:franklin")
    assert beside("state:ma/place:amherst") == {"state:ma/county:hampshire"}


def test_an_independent_city_is_in_no_county():
    bring("state:va/place:fairfax", "state:va/county:fairfax", "state:va/place:richmond",
          "state:va/county:richmond")  # fmt: skip
    assert not LocalityOverlap.objects.exists()


def test_two_ids_of_one_government_overlap():
    bring("state:co/place:denver", "state:co/county:denver")
    assert beside("state:co/place:denver") == {"state:co/county:denver"}
    twin = Locality.objects.create(
        division_id=f"{PREFIX}state:co/place:city_of_denver",
        name="Denver",
        state="co",
        kind="city",
        geoid="0820000",
    )
    overlaps_refresh(locality_ids=[twin.pk])
    assert beside("state:co/place:city_of_denver") == {
        "state:co/place:denver",
        "state:co/county:denver",
    }


def test_what_no_list_says_is_not_nested_until_staff_say_so():
    village, town = "state:ny/place:hempstead", "state:ny/county:nassau/place:hempstead"
    bring(village, town, "state:ny/county:nassau")
    assert beside(village) == beside(town) == {"state:ny/county:nassau"}
    ids = list(Locality.objects.order_by("pk").values_list("pk", flat=True)[:2])
    OutboxEntry.objects.all().delete()
    staff = people.staff_viewer()

    saved = locality_overlap_save(viewer=staff, locality_id=ids[1], other_id=ids[0])

    assert (saved.first_id, saved.second_id, saved.source) == (*ids, OverlapSource.STAFF)
    assert beside(village) == {town, "state:ny/county:nassau"}
    assert waiting() == sorted((village, town))
    noted = AuditEntry.objects.filter(action="locality.overlap")
    assert sorted(noted.values_list("subject_id", flat=True)) == ids
    overlaps_refresh(locality_ids=ids)
    locality_overlap_save(viewer=staff, locality_id=ids[0], other_id=ids[1])
    assert beside(village) == {town, "state:ny/county:nassau"}
    assert len(waiting()) == 2


@pytest.mark.parametrize("other", [0, 1])
def test_staff_can_only_join_two_places_that_are_known(other):
    place = people.place()
    with pytest.raises(DomainError) as raised:
        locality_overlap_save(
            viewer=people.staff_viewer(), locality_id=place.pk, other_id=place.pk + other
        )
    assert [each.field for each in raised.value.problems] == ["otherId"]
    assert not LocalityOverlap.objects.exists()


def test_members_can_not_say_what_overlaps():
    one, other = people.place(), people.place()
    viewer = people.viewer(people.member())
    with pytest.raises(DomainError):
        locality_overlap_save(viewer=viewer, locality_id=one.pk, other_id=other.pk)


def test_the_graph_is_told_of_both_whichever_comes_first():
    bring(TUCSON)
    OutboxEntry.objects.all().delete()
    bring(PIMA)
    assert waiting() == [PIMA, TUCSON]
    OutboxEntry.objects.all().delete()
    bring(PIMA)
    assert waiting() == [PIMA]


def test_an_overlap_goes_with_what_said_so():
    bring(TUCSON, PIMA)
    OutboxEntry.objects.all().delete()
    city = Locality.objects.get(division_id=PREFIX + TUCSON)
    Locality.objects.filter(pk=city.pk).update(geoid="")
    overlaps_refresh(locality_ids=[city.pk])
    assert beside(TUCSON) == set()
    assert waiting() == [PIMA]


def test_the_bundled_relation():
    """Every county in it is one of the Census's; places of the list are nearly all in it."""
    pairs = overlaps.place_counties()
    assert all(len(place) == 7 and len(county) == 5 for place, county in pairs)
    assert all(place[:2] == county[:2] for place, county in pairs)
    assert len(pairs) == len(set(pairs)) == 37_908
    rows = (gazetteer.bundled().place(id_) for id_ in gazetteer.bundled().names)
    places = {row.geoid for row in rows if row is not None and len(row.geoid) == 7}
    assert len(places) == 19_524
    assert len(places - {place for place, _ in pairs}) < 70


_PARTS = st.lists(
    st.sampled_from(["county:a", "county:ab", "place:a", "place:b", "place:a_b"]),
    min_size=1,
    max_size=3,
    unique=True,
).map("/".join)
_GEOIDS = st.sampled_from(["", "04019", "08031", "0477000", "0820000", "0401912345", "0803154321"])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(_PARTS, _GEOIDS, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_it_follows_from_ids_and_geoids_in_whatever_order_they_come(db, places, dice):
    Locality.objects.all().delete()
    order = list(places)
    dice.shuffle(order)
    made: dict[str, int] = {}
    while order:
        batch, order = order[: (size := dice.randint(1, 3))], order[size:]
        rows = Locality.objects.bulk_create(
            Locality(
                division_id=f"{PREFIX}state:az/{name}",
                name=name,
                state="az",
                kind="place",
                geoid=places[name],
            )
            for name in batch
        )
        made |= {name: row.pk for name, row in zip(batch, rows, strict=True)}
        overlaps_refresh(locality_ids=[row.pk for row in rows])
    relation = {("0477000", "04019"), ("0820000", "08031")}

    def overlap(one: str, other: str) -> bool:
        if one.startswith(f"{other}/"):
            return True
        part, whole = places[one], places[other]
        return bool(whole) and (
            (part, whole) in relation
            or part == whole
            or (len(part) == 10 and len(whole) == 5 and part.startswith(whole))
        )

    expected = {name: {name} for name in places}
    for one, other in combinations(places, 2):
        if overlap(one, other) or overlap(other, one):
            expected[one].add(other)
            expected[other].add(one)
    names = {pk: name for name, pk in made.items()}
    found = {names[pk]: {names[each] for each in overlapping(pk)} for pk in names}
    assert found == expected
    assert {names[pk]: {names[e] for e in each} for pk, each in overlaps_of(names).items()} == found
