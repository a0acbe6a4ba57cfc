"""Adoptions from the parking reform map: what is stored, and what a second run changes."""

import json
from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.audit.models import AuditEntry
from backend.core.errors import DomainError
from backend.directory.models import Issue, Locality
from backend.imports import parking
from backend.imports.parking_words import LAND_USES, PRACTICES, SCOPES, title_of
from backend.outbox.models import OutboxEntry
from backend.playbook.models import Adoption, Policy
from tests.imports.reforms import ADAK, POINT, ReformFile, entry, named, place, reform
from tests.imports.rosters import counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return ReformFile(tmp_path)


def nothing_written():
    tables = (Adoption, Policy, Issue, Locality, OutboxEntry, AuditEntry)
    return not any(table.objects.exists() for table in tables)


def told():
    entries = OutboxEntry.objects.values_list("aggregate", "aggregate_id")
    audited = AuditEntry.objects.values_list("subject", "subject_id")
    assert sorted(entries) == sorted(audited)
    return sorted(entries)


def test_a_preview_counts_and_writes_nothing(file):
    report = file.apply(entry(), apply=False)
    assert counts(report) == (1, 0, 0, 0)
    assert report.sample[0].subject == "Adak, AK: Parking minimums removed everywhere for all uses"
    assert nothing_written()


def test_a_reform_becomes_an_adoption_of_a_bundled_place(file):
    records = [reform(scope=["transit-oriented", "citywide"], land=["other", "commercial"])]
    assert counts(file.apply(entry(add_max=records))) == (1, 0, 0, 0)
    adoption = Adoption.objects.get()
    assert (
        adoption.title
        == "Parking maximums set everywhere and near transit for commerce and other uses"
    )
    assert (adoption.policy.slug, adoption.policy.issue.slug) == (
        "parking-maximums",
        "parking-reform",
    )
    assert (adoption.status, adoption.source) == ("adopted", "Parking Reform Network")
    assert adoption.evidence_url == "https://parkingreform.org/resources/mandates-map/"
    assert adoption.source_key == "parking-reform:Adak, Alaska, United States:add_max:1"
    where = adoption.locality
    assert (where.division_id, where.longitude, where.latitude) == (ADAK, *POINT)
    # The file doesn't say of which year its population is.
    assert (where.population, where.population_year) == (None, None)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, (None, "")),
        ("2023", (date(2023, 1, 1), "year")),
        ("2023-05", (date(2023, 5, 1), "month")),
        ("2023-05-04", (date(2023, 5, 4), "day")),
    ],
)
def test_as_much_of_a_date_as_is_known(file, written, expected):
    file.apply(entry(rm_min=[reform(date=written)]))
    assert Adoption.objects.values_list("adopted_on", "precision").get() == expected


def test_each_kind_is_a_policy_of_one_issue(file):
    file.apply(
        entry(
            rm_min=[reform()],
            reduce_min=[reform()],
            add_max=[reform()],
            benefit_district=[{"status": "adopted", "date": "2019"}],
        )
    )
    assert Policy.objects.filter(issue__slug="parking-reform").count() == len(PRACTICES)
    titles = Adoption.objects.filter(policy__slug="parking-benefit-districts")
    assert titles.values_list("title", flat=True).get() == "Parking benefit district"


def test_policies_that_are_there_stay_as_they_are_worded(file):
    issue = Issue.objects.create(slug="parking-reform", name="Parking")
    Policy.objects.create(slug="parking-maximums", name="Caps on parking", issue=issue)
    file.apply(entry(add_max=[reform()]))
    assert Issue.objects.get().name == "Parking"
    assert Adoption.objects.get().policy.name == "Caps on parking"
    assert {subject for subject, _ in told()} == {"Policy", "Locality", "Adoption"}


def test_the_graph_and_the_audit_trail_are_told_of_everything_once(file):
    file.apply(entry())
    assert told() == sorted(
        [
            ("Adoption", Adoption.objects.get().pk),
            ("Issue", Issue.objects.get().pk),
            ("Locality", Locality.objects.get().pk),
            *(("Policy", each.pk) for each in Policy.objects.all()),
        ]
    )
    assert set(AuditEntry.objects.values_list("action", "actor_id")) == {("import.apply", None)}


def test_a_second_run_changes_nothing(file):
    entries = [entry(rm_min=[reform(), reform(land=["medical"], date="2021-02")])]
    assert counts(file.apply(*entries)) == (2, 0, 0, 0)
    before = list(Adoption.objects.order_by("pk").values()), told()
    assert counts(file.apply(*entries)) == (0, 0, 2, 0)
    assert (list(Adoption.objects.order_by("pk").values()), told()) == before


def test_a_changed_record_changes_its_adoption_and_nothing_else(file):
    file.apply(entry(rm_min=[reform(), reform(land=["medical"])]))
    heir = Adoption.objects.get(source_key__endswith=":2")
    heir.adapted_from = Adoption.objects.get(source_key__endswith=":1")
    heir.evidence_url = "https://adak.example/ordinance"
    heir.save()
    OutboxEntry.objects.all().delete()
    report = file.apply(entry(rm_min=[reform(), reform(land=["industrial"], date="2024-03")]))
    assert counts(report) == (0, 1, 1, 0)
    assert report.sample[0].fields == ("title", "adopted_on", "precision")
    after = Adoption.objects.get(pk=heir.pk)
    assert after.title == "Parking minimums removed everywhere for industry"
    assert (after.adopted_on, after.precision) == (date(2024, 3, 1), "month")
    assert after.adapted_from_id == heir.adapted_from_id
    assert after.evidence_url == heir.evidence_url
    assert [(each.aggregate, each.aggregate_id) for each in OutboxEntry.objects.all()] == [
        ("Adoption", heir.pk)
    ]


def test_two_adoptions_may_change_places(file):
    first, second = reform(date="2020"), reform(land=["medical"], date="2020")
    file.apply(entry(rm_min=[first, second]))
    assert counts(file.apply(entry(rm_min=[second, first]))) == (0, 2, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_proposed_reforms_are_left_aside_and_counted_in_a_note(file):
    report = file.apply(entry(rm_min=[reform("proposed"), reform()]))
    assert counts(report) == (1, 0, 0, 0)
    assert Adoption.objects.get().source_key.endswith(":rm_min:2")
    assert any("1 reforms that are only proposed" in note for note in report.notes)


def test_a_repealed_reform_is_only_taken_where_it_was_stored(file):
    assert counts(file.apply(entry(rm_min=[reform("repealed")]))) == (0, 0, 0, 0)
    assert nothing_written()
    file.apply(entry(rm_min=[reform(date="2020-02-03")]))
    # The date may now be that of the repeal.
    repealed = entry(rm_min=[reform("repealed", date="2024-01-01")])
    assert counts(file.apply(repealed)) == (0, 1, 0, 0)
    adoption = Adoption.objects.get()
    assert (adoption.status, adoption.adopted_on) == ("repealed", date(2020, 2, 3))
    assert counts(file.apply(repealed)) == (0, 0, 1, 0)


def test_the_same_record_twice_is_taken_once(file):
    report = file.apply(entry(rm_min=[reform(), reform(), reform(date="2020")]))
    assert counts(report) == (2, 0, 0, 1)
    assert [(each.row, each.field) for each in report.rejections] == [(2, "rm_min 2")]


def test_places_abroad_are_rejected_together_and_counted(file):
    report = file.apply(
        entry(),
        entry(where=place("Aalborg", "Region Nordjylland", country="Denmark")),
        entry(where=place("Berlin", None, country="Germany"), rm_min=[reform(), reform(land=[])]),
    )
    assert counts(report) == (1, 0, 0, 3)
    assert [(each.row, each.field) for each in report.rejections] == [(None, "country")]
    assert "3 adoptions in 2 places of 2 other countries" in report.rejections[0].reason
    assert "3 in 2 abroad" in report.notes[0]


def test_strict_writes_nothing_when_a_place_is_rejected(file):
    report = file.apply(entry(), entry(where=place("Atlantis")), strict=True)
    assert counts(report) == (1, 0, 0, 1)
    assert not report.applied
    assert nothing_written()


def test_coordinates_are_filled_in_only_where_there_are_none(file):
    common = {"kind": "city", "state": "ak"}
    adak = Locality.objects.create(division_id=ADAK, name="Adak", **common)
    homer_id = "ocd-division/country:us/state:ak/place:homer"
    homer = Locality.objects.create(
        division_id=homer_id, name="Homer", latitude=59.6, longitude=-151.5, **common
    )
    file.apply(entry(), entry(where=place("Homer", coord=[-151.6, 59.7])))
    adak.refresh_from_db()
    homer.refresh_from_db()
    assert (adak.longitude, adak.latitude) == tuple(POINT)
    assert (homer.longitude, homer.latitude) == (-151.5, 59.6)
    assert ("Locality", adak.pk) in told()
    assert ("Locality", homer.pk) not in told()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rm_min": [reform(date="2023-13-01")]}, "rm_min 1 date"),
        ({"rm_min": [reform(date="2023-5-1")]}, "rm_min 1 date"),
        ({"rm_min": [reform(date=2023)]}, "rm_min 1 date"),
        ({"rm_min": [reform(date="٢٠٢٣")]}, "rm_min 1 date"),
        ({"rm_min": [reform(date="0000")]}, "rm_min 1 date"),
        ({"rm_min": [reform("doubtful")]}, "rm_min 1 status"),
        ({"rm_min": [reform(["adopted"])]}, "rm_min 1 status"),
        ({"rm_min": [reform(scope=["moonwide"])]}, "rm_min 1 scope"),
        ({"rm_min": [reform() | {"land": "all uses"}]}, "rm_min 1 land"),
        ({"rm_min": [reform() | {"land": [{}]}]}, "rm_min 1 land"),
        ({"rm_min": ["adopted"]}, "rm_min 1 rm_min"),
        ({"rm_min": {}}, "rm_min"),
        ({"place": []}, "place"),
        ({"place": place("")}, "name"),
        ({"place": place(country=7)}, "country"),
        ({"place": place(state="Atlantis")}, "state"),
        ({"place": place(state=["Alaska"])}, "state"),
        ({"place": place(kind="planet")}, "type"),
        ({"place": place(pop=-1)}, "pop"),
        ({"place": place(pop=True)}, "pop"),
        ({"place": place(coord=[1])}, "coord"),
        ({"place": place(coord=[200, 5])}, "coord"),
        ({"place": place(coord=[True, 5])}, "coord"),
        ({"place": place(coord=None)}, "coord"),
    ],
)
def test_what_is_wrong_is_left_out_with_its_line_and_field(file, change, field):
    good = entry(where=place("Homer", coord=[-151.5, 59.6]))
    content = named(good) | {"Wrong, Alaska, United States": entry() | change}
    report = file.apply(content=content)
    assert counts(report) == (1, 0, 0, 1)
    [rejection] = report.rejections
    assert (rejection.file, rejection.field) == ("core.json", field)
    assert file.path.read_text().splitlines()[rejection.row - 1].startswith('  "Wrong, Alaska')
    assert rejection.reason


@pytest.mark.parametrize("name", ["x" * 300, "a\x00b", "half \ud800"])
def test_a_name_that_cannot_be_stored_is_left_out(file, name):
    # Written with escapes, so that even half a character gets into the file.
    report = file.apply(content=json.dumps({name: entry()}))
    assert counts(report) == (0, 0, 0, 1)
    assert [each.field for each in report.rejections] == ["place"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"a": ',
        b'{"a": {}} x',
        b'{"a": {}, "a": {}}',
        b'{"a": NaN}',
        b'{"a": ' + b"9" * 5_000 + b"}",
        b"[" * 100_000,
        b"\xff\xfe{}",
    ],
)
def test_what_is_no_such_file_is_refused_whole(file, content):
    with pytest.raises(DomainError) as caught:
        file.apply(content=content)
    assert [problem.field for problem in caught.value.problems] == ["file"]


def test_the_folder_will_do_and_a_wrong_path_is_a_typed_error(file, tmp_path):
    file.write(named(entry()))
    assert counts(parking.run(tmp_path, apply=False, progress=lambda *_: None)) == (1, 0, 0, 0)
    for wrong in (tmp_path / "missing.json", tmp_path.parent, tmp_path / ("x" * 5_000)):
        with pytest.raises(DomainError) as caught:
            parking.run(wrong, apply=True, progress=lambda *_: None)
        assert [problem.field for problem in caught.value.problems] == ["path"]


def test_the_statements_do_not_grow_with_the_file(file):
    places = [("Adak", POINT), ("Homer", [-151.5, 59.6]), ("Nome", [-165.4, 64.5])]
    with CaptureQueriesContext(connection) as one:
        file.apply(entry(where=place("Sitka", coord=[-135.3, 57.1])))
    Policy.objects.filter(adoptions=None).delete()
    with CaptureQueriesContext(connection) as three:
        file.apply(*(entry(where=place(name, coord=at)) for name, at in places))
    assert len(three) <= len(one)


def test_every_title_fits():
    assert {*SCOPES.values()} != {*LAND_USES.values()}
    longest = max(
        len(title_of(kind, scope, land))
        for kind, scope, land in product(PRACTICES, ([], list(SCOPES)), ([], list(LAND_USES)))
    )
    assert longest <= Adoption._meta.get_field("title").max_length
