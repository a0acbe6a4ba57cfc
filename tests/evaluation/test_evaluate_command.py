"""The evaluate command as programs and people meet it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from backend.cli import program
from tests.environment import variables
from tests.waiting import PATIENCE_S

COUNTERPART = Path(sys.executable).with_name("counterpart")
ADOPTIONS = """unit,item,year
Ada,signals,2012
Bend,lanes,2008
Bend,signals,2009
Cove,lanes,2010
Dell,lanes,2012
Eads,signals,2011
"""


def run(*arguments: str | Path, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COUNTERPART, "evaluate", *arguments],
        env=variables(data),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def exit_code(*arguments: str | Path) -> int | str | None:
    """Carry the command out in this process."""
    try:
        return program.run(["evaluate", *map(str, arguments)])
    except SystemExit as ended:
        return ended.code


@pytest.fixture
def adoptions(tmp_path: Path) -> Path:
    path = tmp_path / "adoptions.csv"
    path.write_text(ADOPTIONS, encoding="utf-8")
    return path


def test_it_explains_itself(capsys):
    assert exit_code("--help") == 0
    said = capsys.readouterr().out
    for option in ("--adoptions", "--parking", "--without", "--plots", "--json"):
        assert option in said


def test_it_replays_a_history_on_servers_of_its_own(tmp_path: Path, adoptions: Path):
    data, plots = tmp_path / "data", tmp_path / "plots"
    plots.mkdir()
    done = run("--adoptions", adoptions, "--plots", plots, "--json", data=data)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["precedent"]["ndcg@10"] > 0
    assert figures["seconds"] > 0
    assert not data.exists()  # nobody's data were touched
    svg = (plots / "evaluation-precedent.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert "adamic adar" in svg


@pytest.mark.parametrize(
    ("text", "arguments", "code", "said"),
    [
        ("unit,item,year\nAda,x,soon\n", (), 1, "row 2, column “year”: “soon”"),
        ("unit,item,year\nAda,x,2010\n", (), 1, "nothing to ask about"),
        (ADOPTIONS, ("--without", "charm"), 2, "There is no term 'charm'"),
        (ADOPTIONS, ("--years", "2020-2010"), 2, "no span of years"),
        (ADOPTIONS, ("--from", "lately"), 2, "no year"),
        (ADOPTIONS, ("--plots", "nowhere"), 2, "no folder"),
        (ADOPTIONS, ("--parking", "core.json"), 2, "not allowed with"),
    ],
)
def test_wrong_input_gets_a_sentence(
    tmp_path: Path, capsys, *, text: str, arguments: tuple[str, ...], code: int, said: str
):
    path = tmp_path / "adoptions.csv"
    path.write_text(text, encoding="utf-8")
    assert exit_code("--adoptions", path, *arguments) == code
    complained = capsys.readouterr().err
    assert said in complained
    assert "Traceback" not in complained


def test_a_file_that_is_not_there(tmp_path: Path, capsys):
    assert exit_code("--adoptions", tmp_path / "none.csv") == 2
    assert "none.csv is no file" in capsys.readouterr().err


def test_parking_brings_its_own_topics(tmp_path: Path, adoptions: Path, capsys):
    assert exit_code("--parking", tmp_path, "--topics", adoptions) == 2
    assert "leave those out" in capsys.readouterr().err
