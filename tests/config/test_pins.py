"""The versions that were found to work together are the ones that are installed."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[2]
_file = tomllib.loads((PROJECT / "pyproject.toml").read_text())
PINS = [
    Requirement(pin) for pin in _file["project"]["dependencies"] + _file["dependency-groups"]["dev"]
]
LOCK = (PROJECT / "requirements.lock").read_text()


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.name)
def test_a_pin_is_exact_locked_and_installed(pin: Requirement):
    (exact,) = pin.specifier
    assert exact.operator == "=="
    assert f"\n{pin.name.lower()}=={exact.version} \\\n" in f"\n{LOCK}"
    assert version(pin.name) == exact.version


def test_the_lock_has_hashes_and_no_address():
    entries = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)
    packages = [entry for entry in entries if "==" in entry]
    assert len(packages) > 50
    assert all("--hash=sha256:" in entry for entry in packages)
    assert "://" not in LOCK
    assert not re.search(r"^\s*-(?!-hash)", LOCK, flags=re.MULTILINE)
