"""Histories from files, and what is said of files that are wrong."""

from pathlib import Path

import pytest

from backend.core.errors import DomainError
from backend.core.languages import Language
from backend.evaluation import parking, reading
from backend.evaluation.history import NEVER, UNDATED
from backend.imports.reading import WrongPathError
from tests.refusals import refused_as

GOOD = "unit,item,year\nAda,bus lanes,2012\nAda,bus lanes,2010\nBend,bus lanes,\nBend,trees,2011\n"


@pytest.fixture
def write(tmp_path: Path):
    def write(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_history_of_three_files(write):
    known = reading.read(
        write("adoptions", GOOD),
        write("topics", "item,topic,text\ntrees,Shade,Plant one\nbus lanes,Streets,\nmore,X,\n"),
        write("places", "unit,lat,lon,population,state\nBend,44.1,-121.3,99178,OR\nCove,1,2,,\n"),
    )
    assert known.units == ["Ada", "Bend"]
    assert [item.name for item in known.items] == ["bus lanes", "trees"]
    assert known.topics == ["Shade", "Streets"]
    assert known.topic_of.tolist() == [1, 0]
    assert known.years.tolist() == [[2010, NEVER], [UNDATED, 2011]]
    assert known.places[0] is None
    assert known.places[1].population == 99178
    assert known.states == ("", "or")


def test_without_topics_there_is_one(write):
    known = reading.read(write("adoptions", GOOD))
    assert known.topics == [reading.EVERYTHING]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit,item\nAda,x\n", ["row 1", "no column “year”"]),
        ("unit,item,year,year\n", ["row 1", "twice"]),
        ("unit,item,year\nAda,x,20O3\n", ["row 2", "column “year”", "“20O3”"]),
        ("unit,item,year\nAda,x,2003\n,x,2003\n", ["row 3", "column “unit”", "empty"]),
        ("unit,item,year\nAda,x,2003,4\n", ["row 2", "4 cells under 3 headings"]),
        (f"unit,item,year\nAda,{'x' * 161},2003\n", ["row 2", "column “item”", "160"]),
        ('unit,item,year\nAda,"x,2003\n', ["row 2", "no CSV"]),
        ("unit,item,year\n", ["names no adoption"]),
        ("", ["empty"]),
    ],
)
def test_wrong_adoptions_are_named_by_row_and_column(write, text: str, said: list[str]):
    with pytest.raises(DomainError) as caught:
        reading.read(write("adoptions", text))
    for words in ("adoptions.csv", *said):
        assert words in caught.value.text(Language.ENGLISH)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Ada,north,2,,", "column “lat”: “north”"),
        ("Ada,1,181,,", "column “lon”: “181”"),
        ("Ada,nan,2,,", "column “lat”"),
        ("Ada,1,2,many,", "column “population”: “many”"),
        ("Ada,1,2,-5,", "column “population”"),
        ("Ada,1,2,,Oregon", "column “state”: “Oregon”"),
        ("Ada,1,2,,\nAda,1,2,,", "row 3, column “unit”: “Ada” came in an earlier row"),
    ],
)
def test_wrong_places_are_named_by_row_and_column(write, row: str, said: str):
    places = write("places", f"unit,lat,lon,population,state\n{row}\n")
    with pytest.raises(DomainError) as caught:
        reading.read(write("adoptions", GOOD), places=places)
    assert said in caught.value.text(Language.ENGLISH)


def test_an_item_without_a_topic_is_named(write):
    topics = write("topics", "item,topic\ntrees,Shade\n")
    with refused_as("nothing of “bus lanes”"):
        reading.read(write("adoptions", GOOD), topics)


def test_items_without_topics_are_counted(write):
    topics = write("topics", "item,topic\nshade,Shade\n")
    adoptions = write("adoptions", "unit,item,year\nAda,bus lanes,2001\nAda,trees,2002\n")
    with refused_as("of 2 items, such as “bus lanes”"):
        reading.read(adoptions, topics)


def test_one_wrong_row_more_is_one(write):
    text = "unit,item,year\n" + "Ada,x,never\n" * (reading.TOLD + 1)
    with refused_as(r"adoptions\.csv: one more row is wrong\."):
        reading.read(write("adoptions", text))


def test_of_many_wrong_rows_some_are_told_and_the_rest_counted(write):
    text = "unit,item,year\n" + "Ada,x,never\n" * 25
    with pytest.raises(DomainError) as caught:
        reading.read(write("adoptions", text))
    assert len(caught.value.problems) == reading.TOLD + 1
    assert "15 more rows" in caught.value.text(Language.ENGLISH)


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(WrongPathError):
        reading.read(tmp_path / "none.csv")


CORE = """{
 "Bend, Oregon, United States": {
  "place": {"name": "Bend", "state": "Oregon", "country": "United States", "type": "city",
            "pop": 99178, "coord": [-121.3, 44.1]},
  "rm_min": [
   {"status": "adopted", "scope": ["citywide"], "land": ["commercial", "medical"],
    "date": "2019-03-02"},
   {"status": "adopted", "scope": ["citywide"], "land": ["all uses"]},
   {"status": "repealed", "scope": ["citywide"], "land": ["other"], "date": "2018"}
  ],
  "benefit_district": [{"status": "adopted", "date": "2020"}]
 },
 "Oregon, United States": {
  "place": {"name": "Oregon", "country": "United States", "type": "state",
            "pop": 4200000, "coord": [-120.5, 43.9]},
  "rm_min": [{"status": "adopted", "scope": ["regional"], "land": ["all uses"], "date": "2022"}]
 }
}"""


def test_parking_reforms_become_the_three_files(tmp_path: Path):
    core = tmp_path / "core.json"
    core.write_text(CORE, encoding="utf-8")
    known = reading.read(
        (files := parking.convert(core, tmp_path)).adoptions, files.topics, files.places
    )
    assert known.units == ["Bend, Oregon, United States", "Oregon, United States"]
    assert [item.name for item in known.items] == [
        "benefit_district / unsaid / unsaid",
        "rm_min / citywide / commercial",
        "rm_min / citywide / medical",
        "rm_min / regional / all uses",
    ]
    assert known.topics == ["No parking minimums", "Parking benefit districts"]
    assert known.years.tolist() == [[2020, 2019, 2019, NEVER], [NEVER, NEVER, NEVER, 2022]]
    assert known.states == ("or", "or")
    assert "commerce" in known.items[1].text
