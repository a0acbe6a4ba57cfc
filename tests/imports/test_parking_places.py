"""Which division a place of the parking reform map is: by evidence, or not at all."""

import pytest

from backend.directory.models import Locality
from backend.imports import gazetteer
from backend.imports.division_ids import PREFIX
from backend.imports.parking_places import OTHER_NAMES
from backend.playbook.models import Adoption
from tests.imports.reforms import ReformFile, entry, place, reform
from tests.imports.rosters import counts

pytestmark = pytest.mark.django_db

HERE = [-76.0, 43.0]


@pytest.fixture
def file(tmp_path):
    return ReformFile(tmp_path)


def at(name, state, kind="city", **more):
    return entry(where=place(name, state, kind, **({"coord": HERE} | more)))


@pytest.mark.parametrize(
    ("name", "state", "kind", "division"),
    [
        ("Adak", "Alaska", "city", "state:ak/place:adak"),
        ("Prince George's County", "Maryland", "county", "state:md/county:prince_george~s"),
        ("Orleans Parish", "Louisiana", "county", "state:la/parish:orleans"),
        # Spelled otherwise.
        ("Mt. Vernon", "New York", "city", "state:ny/place:mount_vernon"),
        ("Saint Marys", "Pennsylvania", "city", "state:pa/place:st_marys"),
        ("LaFollette", "Tennessee", "city", "state:tn/place:la_follette"),
        ("Helena - West Helena", "Arkansas", "city", "state:ar/place:helena-west_helena"),
        ("Amesbury", "Massachusetts", "city", "state:ma/place:amesbury_town"),
        ("Edison", "New Jersey", "city", "state:nj/county:middlesex/place:edison"),
        ("Adrian Charter Township", "Michigan", "city", "state:mi/county:lenawee/place:adrian"),
        ("New York City", "New York", "city", "state:ny/place:new_york"),
        # The name says what it is, or where.
        ("Town of Cedarburg", "Wisconsin", "city", "state:wi/county:ozaukee/place:cedarburg"),
        ("Pewaukee (Village)", "Wisconsin", "city", "state:wi/place:pewaukee_village"),
        ("Union Township (Union County)", "New Jersey", "city",
         "state:nj/county:union/place:union"),
        # A city before the town of the same name around it.
        ("Cedarburg", "Wisconsin", "city", "state:wi/place:cedarburg"),
        ("Franklin", "Wisconsin", "city", "state:wi/place:franklin"),
    ],
)  # fmt: skip
def test_one_place_that_fits(file, name, state, kind, division):
    assert counts(file.apply(at(name, state, kind))) == (1, 0, 0, 0)
    assert Adoption.objects.get().locality.division_id == PREFIX + division


@pytest.mark.parametrize(
    ("name", "state", "candidates"),
    [
        ("Mamaroneck", "New York",
         ["state:ny/county:westchester/place:mamaroneck (town)", "state:ny/place:mamaroneck"]),
        ("Manheim Township", "Pennsylvania",
         ["state:pa/county:lancaster/place:manheim", "state:pa/county:york/place:manheim"]),
        ("Liberty", "Pennsylvania", ["borough"]),
    ],
)  # fmt: skip
def test_several_that_fit_are_named_and_none_is_guessed(file, name, state, candidates):
    report = file.apply(at(name, state))
    assert counts(report) == (0, 0, 0, 1)
    assert [(each.row, each.field) for each in report.rejections] == [(2, "place")]
    for each in candidates:
        assert each in report.rejections[0].reason
    assert "1 in 1 ambiguous" in report.notes[0]
    assert not Locality.objects.exists()


@pytest.mark.parametrize(
    ("name", "state", "kind"),
    [
        ("Atlantis", "Alaska", "city"),
        ("Adak", "Ohio", "city"),
        ("Adak", "Alaska", "county"),
        ("Pima County", "Arizona", "city"),
        ("Town of Adak", "Alaska", "city"),
        ("Union Township (Adak County)", "New Jersey", "city"),
        ("Alaska", None, "state"),
    ],
)
def test_a_place_that_is_none_is_rejected_with_all_its_adoptions(file, name, state, kind):
    found = at(name, state, kind) | {"rm_min": [reform(), reform(land=[])]}
    report = file.apply(found)
    assert counts(report) == (0, 0, 0, 2)
    assert len(report.rejections) == 1
    assert "2 in 1 unmatched" in report.notes[0]


def stored(division, name, kind, **facts):
    state = division.partition(":")[2][:2]
    return Locality.objects.create(
        division_id=PREFIX + division, name=name, kind=kind, state=state, **facts
    )


def test_a_place_stored_far_away_is_not_meant(file):
    stored("state:ny/place:mamaroneck", "Mamaroneck", "village", latitude=40.9, longitude=-73.7)
    report = file.apply(at("Mamaroneck", "New York", coord=[-78.0, 42.0]))
    assert counts(report) == (1, 0, 0, 0)
    assert Adoption.objects.get().locality.kind == "town"


def test_a_place_stored_with_another_size_is_not_meant(file):
    village = stored(
        "state:ny/place:mamaroneck",
        "Mamaroneck",
        "village",
        population=20_000,
        population_year=2020,
    )
    town = "state:ny/county:westchester/place:mamaroneck"
    stored(town, "Mamaroneck", "town", population=90_000, population_year=2020)
    assert counts(file.apply(at("Mamaroneck", "New York", pop=21_000))) == (1, 0, 0, 0)
    assert Adoption.objects.get().locality == village


def test_one_that_contradicts_the_file_is_not_taken_for_want_of_a_better(file):
    stored("state:ak/place:adak", "Adak", "city", latitude=51.9, longitude=-176.6)
    assert counts(file.apply(at("Adak", "Alaska"))) == (0, 0, 0, 1)


def test_a_stored_division_that_the_bundled_list_lacks_is_found(file):
    new = stored("state:ga/place:tucker", "Tucker", "city")
    assert counts(file.apply(at("Tucker", "Georgia"))) == (1, 0, 0, 0)
    assert Adoption.objects.get().locality == new


def test_what_one_place_is_for_certain_another_is_not(file):
    report = file.apply(at("Canandaigua (City)", "New York"), at("Canandaigua", "New York"))
    assert counts(report) == (2, 0, 0, 0)
    kinds = Adoption.objects.values_list("source_key", "locality__kind")
    assert sorted(kind for _, kind in kinds) == ["city", "town"]


def test_two_places_that_would_be_one_are_both_left_out(file):
    report = file.apply(at("St. Marys", "Pennsylvania"), at("Saint Marys", "Pennsylvania"))
    assert counts(report) == (0, 0, 0, 2)
    assert all("place:st_marys" in each.reason for each in report.rejections)


def test_the_other_names_are_divisions_of_the_bundled_list():
    bundled = gazetteer.bundled()
    unknown = [each for each in OTHER_NAMES.values() if bundled.place(PREFIX + each) is None]
    # The list leaves out the District of Columbia, which an installation may have stored.
    assert unknown == ["district:dc"]
