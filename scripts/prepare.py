"""Makes what the other commands need: .venv with the locked packages, and the built web app.

Run by the Makefile with the system's Python, so it uses nothing but the standard library. Each part
leaves a stamp of what it was made from, and is skipped while that stays the same; a part that was
interrupted has no stamp and is made again.
"""

from __future__ import annotations  # so that an older Python reaches the sentence about it

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = PROJECT / "requirements.lock"
WEB = PROJECT / "frontend"
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)
OLDEST_NODE = (20, 19)
INTERRUPTED_SECONDS = 15


def main() -> None:
    """Make the Python part, or with the argument `web` also the web app."""
    try:
        make_venv()
        if "web" in sys.argv[1:]:
            make_web_app()
    except KeyboardInterrupt:
        sys.exit("Interrupted. Run the same command again to go on.")


def make_venv() -> None:
    """Install the packages of requirements.lock and this project into .venv."""
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        sys.exit(
            f"Counterpart needs Python 3.11 to 3.14; this is {sys.version_info[0]}."
            f"{sys.version_info[1]}. Name another: make PYTHON=python3.12 demo"
        )
    stamp = VENV / ".counterpart"
    made_from = _digest([LOCK, PROJECT / "pyproject.toml"])
    if _says(stamp, made_from) and (VENV / "bin" / "counterpart").exists():
        return
    stamp.unlink(missing_ok=True)
    if not _works():
        _say("Making .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        otherwise = "Python could not make .venv. On Debian: apt-get install python3-venv"
        _run([sys.executable, "-m", "venv", "--without-pip", VENV], otherwise)
        _run([PYTHON, "-m", "ensurepip", "--default-pip"], otherwise)
    _say("Installing the Python packages of requirements.lock (once, some 300 MB)")
    _pip("--require-hashes", "-r", _setuptools_alone())
    # Without isolation: a package that comes as source is built with the setuptools above.
    _pip("--require-hashes", "--no-build-isolation", "-r", LOCK)
    _pip("--no-deps", "--no-build-isolation", "--editable", PROJECT)
    stamp.write_text(made_from, encoding="utf-8")


def make_web_app() -> None:
    """Install the npm packages of the lock file and build the web app."""
    _check_node()
    packages = WEB / "node_modules" / ".counterpart-packages"
    named_in = [WEB / name for name in ("package.json", "package-lock.json", ".npmrc")]
    if not _says(packages, _digest(named_in)):
        _say("Installing the web app's packages (once, some 400 MB)")
        packages.unlink(missing_ok=True)
        # `npm ci` of npm 11 refuses a lock file that lacks other systems' optional packages.
        _npm("install", "--engine-strict", "--no-audit", "--no-fund")
        packages.write_text(_digest(named_in), encoding="utf-8")
    build = WEB / "node_modules" / ".counterpart-build"
    made_from = _digest([*_sources(), PROJECT / "schema.graphql"])
    if not _says(build, made_from) or not (WEB / "dist" / "index.html").exists():
        _say("Building the web app")
        build.unlink(missing_ok=True)
        _npm("run", "build")
        _run(
            [PYTHON, "-m", "whitenoise.compress", "--quiet", WEB / "dist"],
            "The built files could not be compressed.",
        )
        build.write_text(made_from, encoding="utf-8")


def _check_node() -> None:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        sys.exit("Node is missing: install Node 20.19 or later, with npm, and run this again.")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = tuple(int(part) for part in re.findall(r"\d+", said)[:2])
    if version < OLDEST_NODE:
        sys.exit(f"Node {said.strip()} is too old: install Node 20.19 or later.")


def _works() -> bool:
    """Tell whether .venv is whole and of the Python that runs this."""
    ask = "import sys, pip; print(sys.version_info[:2] >= (3, 11))"
    try:
        done = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.stdout.strip() == "True"


def _setuptools_alone() -> Path:
    """Write the lines of the lock that pin setuptools to a file of their own."""
    entry = re.search(
        r"^setuptools==.*?(?=^\S|\Z)", LOCK.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    if entry is None:
        sys.exit("requirements.lock does not pin setuptools: run scripts/lock.py")
    path = Path(tempfile.mkdtemp(), "setuptools.lock")
    path.write_text(entry.group(), encoding="utf-8")
    return path


def _sources() -> Iterable[Path]:
    for folder, folders, files in os.walk(WEB):
        made = {"node_modules", "dist", "test-results", "playwright-report"}
        folders[:] = sorted(set(folders) - made)
        yield from (Path(folder, name) for name in sorted(files))


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in paths:
        if path.is_file():
            digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _says(stamp: Path, made_from: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from


def _pip(*arguments: str | Path) -> None:
    _run(
        [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", *arguments],
        "The Python packages could not be installed; the reason stands above.",
    )


def _npm(*arguments: str) -> None:
    _run(["npm", *arguments], f"npm {arguments[0]} failed; the reason stands above.", WEB)


def _run(command: Sequence[str | Path], otherwise: str, folder: Path = PROJECT) -> None:
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL)
    try:
        code = process.wait()
    except KeyboardInterrupt:
        # The terminal has told it too: let it clean up, but not for ever.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(INTERRUPTED_SECONDS)
        process.kill()
        raise
    if code:
        sys.exit(otherwise)


def _say(sentence: str) -> None:
    print(f"==> {sentence}", flush=True)


if __name__ == "__main__":
    main()
