"""Runs every test there is, on real engines and in a real browser, and ends with one table."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import steps
from steps import PROJECT, Outcome

WEB = PROJECT / "frontend"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START_SECONDS = 180
STOP_SECONDS = 30
# Two of them have a graph engine each, on which they wait; the third uses what that leaves.
WORKERS = max(3, min(4, os.cpu_count() or 2))
NONE: Mapping[str, str] = {}
# Measured where it is asked for, as `.ci/run` does: Python takes nearly twice as long with it.
COVERAGE = ("--cov=backend", "--cov=graph", "--cov-branch", "--cov-report=term:skip-covered")


def main() -> None:
    """Run Python's tests, and beside them the web app's; also after a part has failed."""
    # A run in the background has Ctrl-C ignored, and so would the demo that it starts and stops.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory(prefix="counterpart-test-", dir=steps.memory()) as name,
        ThreadPoolExecutor(1) as beside,
    ):
        folder = Path(name)
        folder.chmod(0o711)  # root's PostgreSQL runs as another user and must pass through
        others = [beside.submit(part, folder) for part in (browser, web, size)]
        try:
            outcomes = [backend(folder)]
        finally:
            interrupted = sys.exc_info()[0] is not None
            beside.shutdown(cancel_futures=interrupted)
        outcomes += [other.result() for other in others]
        for log in sorted(folder.glob("*.log")):
            print(f"\n==> {log.stem}\n{log.read_text(errors='replace')}", flush=True)
    steps.finish("make test", outcomes, counted=True)


def backend(folder: Path) -> Outcome:
    """Everything in Python: PostgreSQL, both graph engines, faults, the command itself."""
    found = folder / "pytest.xml"
    command = [
        *(sys.executable, "-m", "pytest", "--color=auto", "--durations=25"),
        *("-n", str(WORKERS)),
        f"--junit-xml={found}",
        *(COVERAGE if os.environ.get("COUNTERPART_COVERAGE") else ()),
    ]
    return counted(steps.run("Python, on real engines", command), found)


def web(folder: Path) -> Outcome:
    """The web app's unit tests."""
    found = folder / "vitest.xml"
    reporters = ("--reporter=default", "--reporter=junit", f"--outputFile.junit={found}")
    return counted(in_web(folder, "Web app", "test", *reporters), found)


def size(folder: Path) -> Outcome:
    """The bytes that the first page costs."""
    return in_web(folder, "Size of the first page", "size")


def browser(folder: Path) -> Outcome:
    """The journeys in Chromium, with axe, against a demo of its own."""
    name = "Browser, with axe"
    began = time.monotonic()
    try:
        chromium = find_chromium()
        with demo(folder) as url:
            return journeys(folder, name, {"COUNTERPART_URL": url, **chromium})
    except NotRunError as problem:
        return Outcome(name, ok=False, seconds=time.monotonic() - began, note=str(problem))


def journeys(folder: Path, name: str, variables: Mapping[str, str]) -> Outcome:
    """Run Playwright and read its counts."""
    found = folder / "playwright.xml"
    variables = {**variables, "PLAYWRIGHT_JUNIT_OUTPUT_NAME": str(found)}
    outcome = in_web(folder, name, "browser", "--reporter=list,junit", variables=variables)
    return counted(outcome, found)


def in_web(
    folder: Path, name: str, script: str, *arguments: str, variables: Mapping[str, str] = NONE
) -> Outcome:
    """Run a script of the web app's package, beside what is shown."""
    return steps.run(
        name,
        ["npm", "run", script, "--", *arguments],
        folder=WEB,
        environment={**os.environ, **variables},
        log=folder / f"{name}.log",
    )


def counted(outcome: Outcome, found: Path) -> Outcome:
    """Add the tests of a JUnit report, if it was written, and the names of those that failed."""
    cases = ElementTree.parse(found).iter("testcase") if found.exists() else ()  # noqa: S314  (ours)
    for case in cases:
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.failures.append(f"{case.get('classname')}: {case.get('name')}")
        elif case.find("skipped") is not None:
            outcome.skipped += 1
        else:
            outcome.passed += 1
    return outcome


class NotRunError(Exception):
    """A part could not be run; the message says what is missing."""


def find_chromium() -> Mapping[str, str]:
    """Find a Chromium, or install one: Debian's package as root, Playwright's own otherwise."""
    if given := os.environ.get("CHROMIUM"):
        return {"CHROMIUM": given}
    for _ in range(2):
        for name in CHROMIUMS:
            if path := shutil.which(name):
                return {"CHROMIUM": path}
        if os.geteuid() != 0 or shutil.which("apt-get") is None:
            break
        print("==> Installing Debian's chromium", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-qy", "chromium"], env=quiet, check=False)
    print("==> Installing Playwright's Chromium", flush=True)
    if subprocess.run(
        ["npx", "playwright", "install", "chromium"], cwd=WEB, check=False
    ).returncode:
        raise NotRunError("There is no Chromium: install one, or name it in CHROMIUM.")
    ask = "console.log(require('playwright-core').chromium.executablePath())"
    said = subprocess.run(["node", "-e", ask], cwd=WEB, capture_output=True, text=True, check=True)
    return {"CHROMIUM": said.stdout.strip()}


@contextmanager
def demo(folder: Path) -> Iterator[str]:
    """Run a demo on a free port and a data folder of its own; nothing of it may stay behind."""
    print("\n==> Starting a demo for the browser", flush=True)
    variables = {
        name: value
        for name, value in os.environ.items()
        if not re.match(r"COUNTERPART_|NEO4J_|DATABASE_URL", name)
    }
    server = subprocess.Popen(
        [Path(sys.executable).with_name("counterpart"), "demo", "--json"],
        env={
            **variables,
            "COUNTERPART_DATA": str(folder / "demo"),
            "COUNTERPART_PORT": "0",
            "JAVA_TOOL_OPTIONS": steps.JAVA,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert server.stdout is not None
    try:
        with _ended_after(server, START_SECONDS):
            said = server.stdout.readline()
        if not said or "url" not in json.loads(said):
            raise NotRunError("The demo did not start; what it said stands above.")
        yield json.loads(said)["url"]
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()


@contextmanager
def _ended_after(process: subprocess.Popen[str], seconds: float) -> Iterator[None]:
    """Kill the process if the block takes longer, which ends a read from it."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


if __name__ == "__main__":
    main()
