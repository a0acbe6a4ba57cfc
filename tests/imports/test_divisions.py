"""Places from a list of divisions: names, kinds, and what a second list changes."""

import pytest

from backend.audit.models import AuditEntry
from backend.core.errors import DomainError
from backend.directory.models import Locality
from backend.imports import divisions, gazetteer
from backend.outbox.models import OutboxEntry
from tests.imports.rosters import counts

pytestmark = pytest.mark.django_db

HEADER = "id,name,census_geoid\n"
ADAK = "ocd-division/country:us/state:ak/place:adak"


@pytest.fixture
def bring(tmp_path):
    """Write a CSV and import it."""

    def run(content, *, header=HEADER, apply=True, strict=False):
        path = tmp_path / "list.csv"
        path.write_bytes(content if isinstance(content, bytes) else (header + content).encode())
        return divisions.run(path, apply=apply, strict=strict, progress=lambda *_: None)

    return run


@pytest.mark.parametrize(
    ("division", "census_name", "geoid", "expected"),
    [
        ("state:ak/place:adak", "Adak city", "0200065", ("Adak", "city", "ak", "")),
        ("state:ny/county:tompkins/place:ithaca", "Ithaca town", "3610938088",
         ("Ithaca", "town", "ny", "Tompkins County")),
        ("state:il/county:brown/place:lee", "Lee township", "1700942561",
         ("Lee Township", "township", "il", "Brown County")),
        ("state:mi/county:oakland/place:x", "X charter township", "2612500000",
         ("X Charter Township", "charter township", "mi", "Oakland County")),
        ("state:ak/place:sitka", "Sitka city and borough", "0270540",
         ("Sitka", "city and borough", "ak", "")),
        ("state:mo/place:kansas_city", "Kansas City city", "2938000",
         ("Kansas City", "city", "mo", "")),
        ("state:nv/place:carson_city", "Carson City", "3209700",
         ("Carson City", "place", "nv", "")),
        ("state:ak/place:st_mary~s", "St. Mary's city", "0266470",
         ("St. Mary's", "city", "ak", "")),
        ("state:az/county:pima", "Pima County", "04019", ("Pima County", "county", "az", "")),
        ("state:ak/census_area:nome", "Nome Census Area", "02180",
         ("Nome Census Area", "census area", "ak", "")),
        ("territory:pr/municipio:añasco", "Añasco Municipio", "72011",
         ("Añasco Municipio", "municipio", "pr", "")),
        ("district:dc", "District of Columbia", "1150000",
         ("District of Columbia", "district", "dc", "")),
    ],
)  # fmt: skip
def test_a_place_as_people_call_it(bring, division, census_name, geoid, expected):
    division_id = f"ocd-division/country:us/{division}"
    assert counts(bring(f"{division_id},{census_name},place-{geoid}")) == (1, 0, 0, 0)
    place = Locality.objects.get()
    assert (place.division_id, place.geoid) == (division_id, geoid)
    assert (place.name, place.kind, place.state, place.county) == expected


def test_a_preview_writes_nothing(bring):
    report = bring(f"{ADAK},Adak city,place-0200065", apply=False)
    assert counts(report) == (1, 0, 0, 0)
    assert not Locality.objects.exists()
    assert not OutboxEntry.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_second_run_changes_nothing(bring):
    bring(f"{ADAK},Adak city,place-0200065")
    entries = OutboxEntry.objects.count(), AuditEntry.objects.count()
    assert counts(bring(f"{ADAK},Adak city,place-0200065")) == (0, 0, 1, 0)
    assert (OutboxEntry.objects.count(), AuditEntry.objects.count()) == entries == (1, 1)


def test_a_new_name_is_taken_and_facts_stay(bring):
    bring(f"{ADAK},Adak city,place-0200065")
    Locality.objects.update(
        population=171, population_year=2020, latitude=51.9, longitude=-176.6, county="Aleutians"
    )
    OutboxEntry.objects.all().delete()
    report = bring(f"{ADAK},Ádak Station town,")
    assert counts(report) == (0, 1, 0, 0)
    assert report.sample[0].fields == ("name", "kind")
    place = Locality.objects.get()
    assert (place.name, place.name_folded, place.kind) == ("Ádak Station", "adak station", "town")
    assert (place.geoid, place.county) == ("0200065", "Aleutians")
    assert (place.population, place.population_year) == (171, 2020)
    assert (place.latitude, place.longitude) == (51.9, -176.6)
    assert [(entry.aggregate, entry.aggregate_id) for entry in OutboxEntry.objects.all()] == [
        ("Locality", place.pk)
    ]


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (f"{ADAK},,place-0200065", ["name"]),
        (f"{ADAK},{'n' * 10_000},place-0200065", ["name"]),
        (f"{ADAK},Adak city,0200065", ["census_geoid"]),
        (f"{ADAK},Adak city,place-02", ["census_geoid"]),
        (f"{ADAK},Adak city,place-٠٢٠٠٠٦٥", ["census_geoid"]),
        (",Adak city,place-0200065", ["id"]),
        ("ocd-division/country:us/state:zz/place:adak,Adak city,", ["id"]),
        ("ocd-division/country:us/state:ak,Alaska,", ["id"]),
        ("ocd-division/country:us/state:ak/cd:1,Alaska's first,", ["id"]),
        ("ocd-division/country:us/state:ak/place:Adak,Adak city,", ["id"]),
        ("ocd-division/country:us/state:ak/place:a b,Adak city,", ["id"]),
        ("ocd-division/country:us/state:ak/place:,Adak city,", ["id"]),
        ("ocd-division/country:ca/province:on/place:x,X,", ["id"]),
        (f"ocd-division/country:us/state:ak/place:{'a' * 300},X,", ["id"]),
        (f"{ADAK},Adak city", ["row"]),
        (f"{ADAK},Adak, city,place-0200065", ["row"]),
        ("nothing,,right", ["id", "name", "census_geoid"]),
    ],
)
def test_a_bad_row_is_left_out_with_its_line_and_fields(bring, row, fields):
    other = "ocd-division/country:us/state:ak/place:homer,Homer city,place-0233140"
    report = bring(f"{other}\n\n{row}\n")
    assert counts(report) == (1, 0, 0, 1)
    assert [(each.file, each.row, each.field) for each in report.rejections] == [
        ("list.csv", 4, field) for field in fields
    ]
    assert all(each.reason for each in report.rejections)
    assert Locality.objects.get().name == "Homer"


def test_the_same_place_twice(bring):
    report = bring(f"{ADAK},Adak city,\n{ADAK},Adak town,\n")
    assert counts(report) == (1, 0, 0, 1)
    assert [(each.row, each.field) for each in report.rejections] == [(3, "id")]
    assert Locality.objects.get().kind == "city"


def test_strict_writes_nothing_when_a_row_is_rejected(bring):
    report = bring(f"{ADAK},Adak city,\nnothing,,right", strict=True)
    assert counts(report) == (1, 0, 0, 1)
    assert not report.applied
    assert not Locality.objects.exists()


@pytest.mark.parametrize(
    "name", ["x'}) DETACH DELETE n //", "'); DROP TABLE directory_locality;--", "<b>Bold</b>"]
)
def test_names_are_literals(bring, name):
    bring(f'{ADAK},"{name}",place-0200065')
    assert Locality.objects.get().name == name


def test_more_columns_and_another_order_are_fine(bring):
    report = bring(f"place-0200065,x,Adak city,{ADAK}", header="census_geoid,note,name,id\n")
    assert counts(report) == (1, 0, 0, 0)


def test_a_byte_order_mark_and_windows_lines(bring):
    text = f"\ufeff{HEADER}{ADAK},Adak city,place-0200065\n".replace("\n", "\r\n")
    assert counts(bring(text.encode())) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\n",
        b"name,id\n",
        b"id,id,name,census_geoid\n",
        b"\xff\xfei\x00d\x00",
        HEADER.encode() + ADAK.encode() + b",Caf\xe9 city,\n",
        HEADER.encode() + b'"' + b"x" * 200_000,
    ],
)
def test_what_is_no_list_of_divisions_is_refused_whole(bring, content):
    with pytest.raises(DomainError) as caught:
        bring(content)
    assert [problem.field for problem in caught.value.problems] == ["file"]


@pytest.mark.parametrize("path", ["missing.csv", ".", "x" * 5_000])
def test_a_wrong_path_is_a_typed_error(tmp_path, path):
    with pytest.raises(DomainError) as caught:
        divisions.run(tmp_path / path, apply=True, progress=lambda *_: None)
    assert [problem.field for problem in caught.value.problems] == ["path"]


def test_the_bundled_list_is_whole(bring):
    bundled = gazetteer.bundled()
    assert len(bundled.names) == 39_242
    places = [bundled.place(division_id) for division_id in bundled.names]
    assert all(place is not None and place.geoid and place.name for place in places)
    assert bundled.place("ocd-division/country:us/state:ak/place:atlantis") is None
