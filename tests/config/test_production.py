"""Production: refuses what is unsafe, and passes Django's own checks without a word."""

import subprocess
import sys
from pathlib import Path

from tests.environment import variables

PRODUCTION = {
    "COUNTERPART_MODE": "production",
    "COUNTERPART_HOSTS": "counterpart.example.org",
    "COUNTERPART_SECRET_KEY": "pq9-Rk2_tWz7.Lm4xVb8+Nc1=Hd6?Fs3!Jg5*Ya0#Te~Uo^Xi%Kq",
    "DJANGO_SETTINGS_MODULE": "backend.config.settings",
}
SET_UP = "import django; django.setup()\n"
PROJECT = Path(__file__).resolve().parents[2]


def run(script: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**variables(tmp_path), **PRODUCTION},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_deployment_checks_find_nothing(tmp_path: Path):
    script = """
from django.core.management import call_command
call_command("check", deploy=True, fail_level="INFO")
"""
    done = run(SET_UP + script, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_the_demo_is_not_there(tmp_path: Path):
    script = """
from django.apps import apps
from django.urls import Resolver404, resolve
assert not apps.is_installed("backend.demo")
try:
    resolve("/demo/people")
except Resolver404:
    print("absent")
"""
    done = run(SET_UP + script, tmp_path)
    assert done.stdout == "absent\n", done.stderr


def test_installing_the_demo_anyway_is_refused(tmp_path: Path):
    script = """
from backend.config import settings
settings.INSTALLED_APPS.append("backend.demo")
"""
    done = run(script + SET_UP, tmp_path)
    assert done.returncode != 0
    assert "backend.demo lets anybody become anybody" in done.stderr


def test_settings_write_nothing(tmp_path: Path):
    done = run(SET_UP, tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
