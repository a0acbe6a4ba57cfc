"""Files that can't be taken: each is reported with its line, field and reason, and left out."""

import pytest

from backend.directory.models import Official
from tests.imports.rosters import Folder, counts, person, person_id, role

pytestmark = pytest.mark.django_db

HOSTILE = [
    "Robert'); DROP TABLE directory_official;--",
    "x'}) DETACH DELETE n //",
    "<img src=x onerror=alert(1)>",
    "No",
    "Null",
    "名前 Ñandú 🌵",
]


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path)
    folder.put("good.yml", person(99, role("country:us/state:ak/place:homer")))
    return folder


def rejected(folder):
    """Import; the good file is taken all the same. Return what is said of the other."""
    report = folder.run()
    assert counts(report) == (1, 0, 0, 1)
    assert Official.objects.get().source_key == person_id(99)
    return [(each.row, each.field) for each in report.rejections]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_literals(folder, name):
    folder.put("a.yml", person(1, name=f'"{name}"'))
    assert counts(folder.run()) == (2, 0, 0, 0)
    assert Official.objects.get(source_key=person_id(1)).name == name


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", (None, "file")),
        (b"\xff\xfe\x00", (None, "file")),
        ("name: [unclosed", (None, "file")),
        ("- a list", (None, "file")),
        ("just text", (None, "file")),
        ("name: a\n---\nname: b", (None, "file")),
        ('name: "\\ud800"', (None, "file")),
        ("? [a]\n: b", (None, "file")),
        ("&a [*a]", (None, "file")),
        ("[" * 100_000, (None, "file")),
        ("x: " + "y" * 300_000, (None, "file")),
        (person(1, name='""'), (2, "name")),
        (person(1, name="[a, b]"), (2, "name")),
        (person(1, name="n" * 10_000), (2, "name")),
        (person(1, name='"\\0"'), (2, "name")),
        (person(1).replace("name: Ines Invented\n", ""), (1, "name")),
        (person(1).replace("ocd-person/", "person-"), (1, "id")),
        (person(1).split("roles")[0], (1, "roles")),
        (person(1).split("roles")[0] + "roles: mayor", (3, "roles")),
        (person(1).split("roles")[0] + "roles: []", (3, "roles")),
        (person(1, role(kind="lower")), (4, "roles[1].type")),
        (person(1, role("country:us/state:ak", kind="lower")), (4, "roles")),
        (person(1, role("country:us/state:ak")), (5, "roles[1].jurisdiction")),
        (person(1, role("country:ca/place:x")), (5, "roles[1].jurisdiction")),
        (person(1, role("country:us/state:ak/place:atlantis")), (4, "roles[1].jurisdiction")),
        (person(1, role(end="2024-13-45")), (6, "roles[1].end_date")),
        (person(1, role(end="2024")), (6, "roles[1].end_date")),
        (person(1, role(end="0001-01-01")), (6, "roles[1].end_date")),
        (person(1, role(start="2025-01-02", end="2025-01-01")), (7, "roles[1].end_date")),
        (person(1, role(end="2025-01-01"), role(end="2025-01-01")), (6, "roles[2].end_date")),
        (person(1, more="email: nobody at home"), (6, "email")),
        (person(1, more="offices:\n- voice: none"), (7, "offices[1].voice")),
        (person(1, more="links:\n- url: javascript:alert(1)"), (7, "links[1].url")),
        (person(99), (1, "id")),
    ],
)
def test_a_bad_file_is_left_out_with_line_field_and_reason(folder, content, expected):
    folder.put("z.yml", content)
    at = rejected(folder)
    assert len(at) == 1
    row, field = at[0]
    assert field == expected[1]
    assert row == expected[0] or field.startswith("roles")


def test_everything_wrong_with_a_file_is_said_and_counts_once(folder):
    folder.put("z.yml", person(1, role(end="soon"), name='""', more="email: x"))
    assert {field for _, field in rejected(folder)} == {"name", "roles[1].end_date", "email"}


def test_a_contact_is_not_repeated_in_its_rejection(folder):
    folder.put("z.yml", person(1, more="email: secret at home"))
    assert all("secret" not in each.reason for each in folder.run().rejections)


def test_aliases_are_not_expanded(folder):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(9)
    )
    folder.put("a.yml", bomb + person(1, more="links: *j\n"))
    assert {field for _, field in rejected(folder)} == {"links"}


def test_a_byte_order_mark_is_no_part_of_the_file(folder):
    folder.put("a.yml", b"\xef\xbb\xbf" + person(1).encode())
    assert counts(folder.run()) == (2, 0, 0, 0)


def test_a_place_that_ends_alike_is_hinted_at(folder):
    folder.put("a.yml", person(1, role("country:us/state:nj/place:cherry_hill")))
    (rejection,) = folder.run().rejections
    assert "county:camden/place:cherry_hill" in rejection.reason


def test_no_file_runs_code(folder, tmp_path):
    proof = tmp_path / "proof"
    folder.put("a.yml", person(1, name=f'!!python/object/apply:os.mkdir ["{proof}"]'))
    folder.run()
    assert not proof.exists()
