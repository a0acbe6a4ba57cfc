"""The counterpart command as programs and people meet it: exit codes, sentences, JSON."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from backend.cli import program
from backend.cli.commands import graph
from backend.projection.locks import LockTaken
from tests.environment import variables
from tests.waiting import PATIENCE_S

COUNTERPART = Path(sys.executable).with_name("counterpart")
COMMANDS = (
    ["demo"],
    ["up"],
    ["worker"],
    ["suggest"],
    ["graph", "status"],
    ["graph", "verify"],
    ["graph", "rebuild"],
    ["jobs", "status"],
    ["import", "openstates"],
    ["import", "divisions"],
    ["exposure"],
)
PRODUCTION = {
    "COUNTERPART_MODE": "production",
    "COUNTERPART_HOSTS": "counterpart.example.org",
    "COUNTERPART_SECRET_KEY": "0123456789" * 5,
}


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="counterpart-command-") as name:
        yield Path(name)


def run(
    *arguments: str | Path, data: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COUNTERPART, *arguments],
        env={**variables(data), **(environment or {})},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def last_line(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_explains_itself(command: list[str], capsys):
    with pytest.raises(SystemExit) as ended:
        program.run([*command, "--help"])
    assert ended.value.code == 0
    assert "--json" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["dance"], ["graph"], ["up", "--fast"], ["import"], ["suggest"]),
        *(["suggest", "Ana", "--limit", "0"], ["suggest", "Ana", "--limit", "51"]),
        *(["suggest", "Ana", "--intent", "dance"], ["suggest", "Ana", "--lang", "fr"]),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2(arguments: list[str], capsys):
    with pytest.raises(SystemExit) as ended:
        program.run(arguments)
    assert ended.value.code == 2
    assert "usage: counterpart" in capsys.readouterr().err


def test_the_process_ends_as_the_command_does(tmp_path: Path):
    done = run("suggest", "--help", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--json" in done.stdout
    done = run("dance", data=tmp_path)
    assert done.returncode == 2
    assert "usage: counterpart" in done.stderr


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"COUNTERPART_PORT": "http"}, "COUNTERPART_PORT"),
        ({"COUNTERPART_MODE": "production"}, "COUNTERPART_HOSTS"),
        ({**PRODUCTION, "COUNTERPART_SECRET_KEY": ""}, "COUNTERPART_SECRET_KEY"),
        ({"NEO4J_URI": "localhost"}, "NEO4J_URI"),
    ],
)
def test_a_wrong_environment_ends_with_2_and_one_sentence(
    environment: dict[str, str], named: str, tmp_path: Path
):
    done = run("up", data=tmp_path, environment=environment)
    assert done.returncode == 2
    assert done.stderr.startswith(named)
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_demo_does_not_run_in_production(tmp_path: Path):
    done = run("demo", "--json", data=tmp_path, environment=PRODUCTION)
    assert done.returncode == 2
    assert "COUNTERPART_MODE is production" in str(last_line(done)["error"])
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_does_not_answer_ends_with_1(tmp_path: Path):
    environment = {"DATABASE_URL": "postgresql://someone@127.0.0.1:1/counterpart"}
    done = run("graph", "status", "--json", data=tmp_path, environment=environment)
    assert done.returncode == 1
    assert str(last_line(done)["error"]).startswith("The database does not answer.")
    assert "Traceback" not in done.stderr


def test_a_graph_that_does_not_answer_ends_with_1_and_still_tells_the_rest(data: Path):
    environment = {"NEO4J_URI": "bolt://127.0.0.1:1"}
    done = run("graph", "status", "--json", data=data, environment=environment)
    assert done.returncode == 1
    status = last_line(done)
    assert status["reachable"] is False
    assert status["tables"]["Official"] == 0
    done = run("graph", "verify", "--json", data=data, environment=environment)
    assert done.returncode == 1
    assert "Nothing is lost" in str(last_line(done)["error"])


def test_exposure_before_anybody_was_suggested(data: Path):
    done = run("exposure", "--json", "--week", "2026-01-01", data=data)
    assert done.returncode == 0
    found = last_line(done)
    assert (found["week"], found["lists"], found["gini"]) == ("2025-12-29", 0, 0.0)
    done = run("exposure", "--week", "2026-01-01", data=data)
    assert done.stdout == (
        "In the week of 2025-12-29 nobody has been suggested to anybody.\n"
        "Lists are made when members look for suggestions.\n"
    )
    assert run("exposure", "--week", "soon", data=data).returncode == 2


def test_a_folder_that_can_not_be_made_is_named(data: Path):
    done = run("graph", "status", data=Path("/proc/counterpart"))
    assert done.returncode == 1
    assert "/proc/counterpart" in done.stderr


def test_an_import_of_nothing_is_wrong_use(data: Path):
    done = run("import", "divisions", data / "nowhere.csv", data=data)
    assert done.returncode == 2
    assert "There is nothing at" in done.stderr


def test_an_import_counts_and_is_written_once(data: Path):
    places = data / "places.csv"
    places.write_text(
        "id,name,census_geoid\n"
        "ocd-division/country:us/state:ny/place:rochester,Rochester city,place-3663000\n"
        "ocd-division/country:us/state:ny/place:ithaca,Ithaca city,place-3638077\n"
    )
    two_new = {"created": 2, "changed": 0, "unchanged": 0, "rejected": 0}
    two_old = {"created": 0, "changed": 0, "unchanged": 2, "rejected": 0}
    for apply, found in ([], two_new), (["--apply"], two_new), (["--apply"], two_old):
        done = run("import", "divisions", places, "--json", *apply, data=data)
        assert (done.returncode, last_line(done)) == (0, found), done.stderr


def test_a_rejected_row_ends_with_1_and_is_named(data: Path):
    places = data / "bad.csv"
    places.write_text("id,name,census_geoid\nocd-division/country:us/state:zz,Nowhere,\n")
    done = run("import", "divisions", places, "--json", data=data)
    assert done.returncode == 1
    assert last_line(done)["rejected"] == 1
    assert "bad.csv, line 2, id:" in done.stderr


def test_graph_commands_on_the_bundled_engine(data: Path):
    done = run("graph", "rebuild", "--json", data=data)
    assert done.returncode == 0, done.stderr
    assert last_line(done)["written"] == 2
    done = run("graph", "verify", "--json", data=data)
    assert (done.returncode, last_line(done)["nodes"]) == (0, 2), done.stderr
    done = run("graph", "status", data=data)
    assert done.returncode == 0
    assert "Locality: 2 in the tables, 2 in the graph." in done.stdout


def test_jobs_are_counted(data: Path):
    done = run("jobs", "status", "--json", data=data)
    assert done.returncode == 0, done.stderr
    assert last_line(done) == {"todo": 0, "doing": 0, "failed": 0}


def test_suggestions_for_nobody_are_wrong_use_in_a_sentence(data: Path):
    done = run("suggest", "Nobody at all", "--json", data=data)
    assert done.returncode == 2
    assert str(last_line(done)["error"]).startswith("No member is called “Nobody at all”.")
    assert "Traceback" not in done.stderr


def test_a_lock_that_is_taken_is_a_sentence(monkeypatch, capsys):
    def taken(_arguments: object, _output: object) -> int:
        raise LockTaken("Another process is writing.")

    monkeypatch.setattr(graph, "status", taken)
    assert program.run(["graph", "status"]) == 1
    assert capsys.readouterr().err == "Another process is writing.\n"
