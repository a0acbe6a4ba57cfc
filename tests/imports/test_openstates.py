"""Mayors from Open States files: records, their terms, and what a second run does."""

from datetime import date

import pytest

from backend.audit.models import AuditEntry
from backend.core.clock import today
from backend.core.errors import DomainError
from backend.directory.models import (
    ContactWay,
    Locality,
    Membership,
    Office,
    Official,
    Seat,
    Term,
    Visibility,
)
from backend.outbox.models import OutboxEntry
from tests.imports.rosters import ADAK, HOMER, Folder, counts, person, person_id, role

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def nothing_written():
    tables = (Official, Locality, Office, Seat, Term, ContactWay, OutboxEntry, AuditEntry)
    return not any(table.objects.exists() for table in tables)


def terms(number):
    return [
        (term.during.lower, term.during.upper, term.start_is_known)
        for term in Term.objects.filter(official__source_key=person_id(number)).order_by("during")
    ]


def test_a_preview_counts_and_writes_nothing(folder):
    folder.put("ak/a.yml", person(1))
    report = folder.run(apply=False)
    assert counts(report) == (1, 0, 0, 0)
    assert [(change.subject, change.created) for change in report.sample] == [
        ("Ines Invented", True)
    ]
    assert not report.applied
    assert nothing_written()


def test_a_mayor_becomes_a_record_in_the_only_seat_of_a_bundled_place(folder):
    folder.put("ak/a.yml", person(1, role(start="2024-10-14", end="2027-10-13")))
    assert counts(folder.run()) == (1, 0, 0, 0)
    official = Official.objects.get()
    assert (official.name, official.membership) == ("Ines Invented", Membership.RECORD)
    assert (official.source, official.source_key) == ("openstates", person_id(1))
    assert not official.invented
    term = Term.objects.get()
    assert (term.during.lower, term.during.upper) == (date(2024, 10, 14), date(2027, 10, 14))
    office = term.seat.office
    assert (term.seat.label, office.kind, office.name, office.title, office.seat_count) == (
        "", "mayor", "Mayor", "Mayor", 1,
    )  # fmt: skip
    place = office.locality
    assert (place.division_id, place.name, place.kind) == (f"ocd-division/{ADAK}", "Adak", "city")
    assert (place.state, place.geoid) == ("ak", "0200065")


def test_a_second_run_changes_nothing(folder):
    folder.put("a.yml", person(1, role(end="2024-12-31"), more="email: ines@example.org\n"))
    folder.put("b.yml", person(2, role(end="2028-12-31"), name="Bo Invented"))
    folder.put("c.yml", person(3, role(end="2028-12-31"), name="Cy Invented"))
    assert counts(folder.run()) == (2, 0, 0, 1)
    before = list(Term.objects.order_by("pk").values())
    entries = AuditEntry.objects.count()
    assert counts(folder.run()) == (0, 0, 2, 1)
    assert list(Term.objects.order_by("pk").values()) == before
    assert AuditEntry.objects.count() == entries


def test_records_are_no_business_of_the_graph_but_new_places_are(folder):
    folder.put("a.yml", person(1))
    folder.run()
    assert [(entry.aggregate, entry.aggregate_id) for entry in OutboxEntry.objects.all()] == [
        ("Locality", Locality.objects.get().pk)
    ]
    audited = AuditEntry.objects.get(subject="Official")
    assert (audited.action, audited.subject_id) == ("import.apply", Official.objects.get().pk)
    assert (audited.actor_id, audited.fields) == (None, ["name", "terms"])


def test_a_term_that_is_over_is_stored_as_over(folder):
    folder.put("a.yml", person(1, role(end="2021-01-01")))
    folder.run()
    assert terms(1) == [(None, date(2021, 1, 2), False)]
    assert not Term.objects.filter(during__contains=today()).exists()


def test_an_unknown_first_day_is_when_the_seat_was_free(folder):
    folder.put("a.yml", person(1, role(end="2028-12-31")))
    folder.put("b.yml", person(2, role(end="2024-12-31")))
    assert counts(folder.run()) == (2, 0, 0, 0)
    assert terms(2) == [(None, date(2025, 1, 1), False)]
    assert terms(1) == [(date(2025, 1, 1), date(2029, 1, 1), False)]


def test_a_later_run_that_learns_the_first_day_changes_it(folder):
    folder.put("a.yml", person(1, role(end="2028-12-31")))
    folder.run()
    folder.put("a.yml", person(1, role(start="2025-01-07", end="2028-12-31")))
    assert counts(folder.run()) == (0, 1, 0, 0)
    assert terms(1) == [(date(2025, 1, 7), date(2029, 1, 1), True)]


def test_a_predecessor_who_comes_later_moves_the_first_day_of_somebody_not_in_the_file(folder):
    folder.put("a.yml", person(1, role(end="2028-12-31")))
    folder.run()
    (folder.path / "a.yml").unlink()
    folder.put("b.yml", person(2, role(end="2024-12-31"), name="Bo Invented"))
    report = folder.run()
    assert counts(report) == (1, 1, 0, 0)
    assert terms(1) == [(date(2025, 1, 1), date(2029, 1, 1), False)]
    assert counts(folder.run()) == (0, 0, 1, 0)


@pytest.mark.parametrize("ends", [(2024, 2026), (2026, 2024)])
def test_days_that_pass_from_one_to_the_other_do_not_collide_on_the_way(folder, ends):
    before, after = ends
    folder.put("a.yml", person(1, role(end="2028-12-31")))
    folder.put("b.yml", person(2, role(end=f"{before}-12-31")))
    folder.run()
    folder.put("b.yml", person(2, role(end=f"{after}-12-31")))
    assert counts(folder.run()) == (0, 2, 0, 0)
    assert terms(2) == [(None, date(after + 1, 1, 1), False)]
    assert terms(1) == [(date(after + 1, 1, 1), date(2029, 1, 1), False)]


def test_a_longer_term_is_the_same_term(folder):
    folder.put("a.yml", person(1, role(end="2024-12-31")))
    folder.run()
    pk = Term.objects.get().pk
    folder.put("a.yml", person(1, role(end="2028-12-31")))
    assert counts(folder.run()) == (0, 1, 0, 0)
    assert Term.objects.get().pk == pk
    assert terms(1) == [(None, date(2029, 1, 1), False)]


def test_two_in_one_seat_the_second_is_left_out_with_the_reason(folder):
    folder.put("ak/a.yml", person(1, role(start="2020-01-01", end="2024-12-31")))
    folder.put("ak/b.yml", person(2, role(start="2024-12-31", end="2028-12-31")))
    report = folder.run()
    assert counts(report) == (1, 0, 0, 1)
    (rejection,) = report.rejections
    assert (rejection.file, rejection.row) == ("ak/b.yml", 4)
    assert rejection.field == "roles[1].start_date"
    assert "ak/a.yml" in rejection.reason
    assert Official.objects.get().source_key == person_id(1)


def test_whoever_is_stored_stands_against_whoever_comes(folder):
    folder.put("b.yml", person(2, role(end="2028-12-31")))
    folder.run()
    folder.put("a.yml", person(1, role(end="2028-12-31")))
    report = folder.run()
    assert counts(report) == (0, 0, 1, 1)
    assert report.rejections[0].file == "a.yml"


def test_whoever_clashes_in_one_place_is_left_out_of_all(folder):
    folder.put("a.yml", person(1, role(ADAK, end="2028-12-31")))
    folder.put("b.yml", person(2, role(ADAK, end="2028-12-31"), role(HOMER, end="2020-12-31")))
    assert counts(folder.run()) == (1, 0, 0, 1)
    assert Term.objects.count() == 1
    assert not Locality.objects.filter(name="Homer").exists()


def test_strict_writes_nothing_when_anybody_is_rejected(folder):
    folder.put("a.yml", person(1))
    folder.put("b.yml", person(2, role(kind="lower")))
    report = folder.run(strict=True)
    assert counts(report) == (1, 0, 0, 1)
    assert not report.applied
    assert nothing_written()


def test_strict_writes_when_nobody_is(folder):
    folder.put("a.yml", person(1))
    assert folder.run(strict=True).applied


def test_contact_ways_are_for_staff_alone(folder):
    folder.put(
        "a.yml",
        person(
            1,
            more="""\
email: ines@example.org
offices:
- classification: primary
  address: 1 Invented Street
  voice: 907-555-0100
  fax: 907-555-0101
links:
- url: https://adak.example/mayor
""",
        ),
    )
    folder.run()
    assert set(ContactWay.objects.values_list("kind", "value", "visibility")) == {
        ("email", "ines@example.org", Visibility.STAFF),
        ("phone", "907-555-0100", Visibility.STAFF),
        ("website", "https://adak.example/mayor", Visibility.STAFF),
    }
    folder.put("a.yml", person(1, more="email: new@example.org\n"))
    assert counts(folder.run()) == (0, 1, 0, 0)
    assert ContactWay.objects.count() == 4


def test_a_record_is_renamed(folder):
    folder.put("a.yml", person(1))
    folder.run()
    folder.put("a.yml", person(1, name="Inés Invented-Peñalosa"))
    assert counts(folder.run()) == (0, 1, 0, 0)
    official = Official.objects.get()
    assert (official.name, official.name_folded) == (
        "Inés Invented-Peñalosa", "ines invented-penalosa",
    )  # fmt: skip


@pytest.mark.parametrize("membership", [Membership.INVITED, Membership.MEMBER])
def test_whoever_joined_keeps_what_is_theirs_and_gains_terms(folder, membership):
    folder.put("a.yml", person(1, role(start="2020-01-01", end="2024-12-31")))
    folder.run()
    Official.objects.update(membership=membership, name="As I call myself")
    Term.objects.update(during=("2020-02-02", "2025-01-01"))
    OutboxEntry.objects.all().delete()
    folder.put(
        "a.yml",
        person(1, role(start="2020-01-01", end="2024-12-31"), more="email: ines@example.org\n"),
    )
    assert counts(folder.run()) == (0, 0, 1, 0)
    assert not OutboxEntry.objects.exists()

    folder.put("a.yml", person(1, role(end="2028-12-31"), more="email: ines@example.org\n"))
    assert counts(folder.run()) == (0, 1, 0, 0)
    assert Official.objects.get().name == "As I call myself"
    assert not ContactWay.objects.exists()
    assert terms(1) == [
        (date(2020, 2, 2), date(2025, 1, 1), True),
        (date(2025, 1, 1), date(2029, 1, 1), False),
    ]
    assert [entry.aggregate for entry in OutboxEntry.objects.all()] == ["Official"]


def test_whoever_left_is_not_brought_back(folder):
    folder.put("a.yml", person(1, role(end="2024-12-31")))
    folder.run()
    Official.objects.update(membership=Membership.LEFT)
    folder.put("a.yml", person(1, role(end="2028-12-31"), name="Other", more="email: a@b.example"))
    assert counts(folder.run()) == (0, 0, 1, 0)
    assert Official.objects.get().name == "Ines Invented"
    assert terms(1) == [(None, date(2025, 1, 1), False)]
    assert not ContactWay.objects.exists()


def test_a_past_role_in_a_state_is_left_aside(folder):
    past = role("country:us/state:ak", end="2016-12-31", kind="lower")
    folder.put("a.yml", person(1, past, role(end="2028-12-31")))
    report = folder.run()
    assert counts(report) == (1, 0, 0, 0)
    assert any("state's government" in note for note in report.notes)
    assert terms(1) == [(None, date(2029, 1, 1), False)]


def test_an_office_that_staff_made_is_used(folder):
    place = Locality.objects.create(
        division_id=f"ocd-division/{ADAK}", name="Adak", state="ak", kind="city"
    )
    office = Office.objects.create(
        locality=place, name="Office of the Mayor", kind="mayor", title="Mayor"
    )
    folder.put("a.yml", person(1))
    folder.run()
    assert Term.objects.get().seat.office == office
    assert Locality.objects.count() == 1


def test_all_or_nothing(folder, monkeypatch):
    folder.put("a.yml", person(1))

    def broken(**_):
        raise RuntimeError

    monkeypatch.setattr("backend.audit.services.record_many", broken)
    with pytest.raises(RuntimeError):
        folder.run()
    assert nothing_written()


def test_statements_do_not_grow_with_the_roster(folder, django_assert_max_num_queries):
    for number in range(1, 60):
        folder.put(f"{number}.yml", person(number, role(end=f"20{number + 20}-12-31")))
    with django_assert_max_num_queries(30):
        assert folder.run().created == 59


@pytest.mark.parametrize("path", ["missing", "empty", "x" * 5_000])
def test_a_wrong_path_is_a_typed_error(tmp_path, path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(DomainError) as caught:
        Folder(tmp_path / path).run()
    assert [problem.field for problem in caught.value.problems] == ["path"]
