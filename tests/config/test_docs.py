"""What the documents name is there: files and folders of this repository, and pages linked to."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
# Decision records are history: what they name may have gone.
DOCUMENTS = sorted(
    [*(PROJECT / "docs").glob("*.md"), PROJECT / "README.md", PROJECT / "CONTRIBUTING.md"]
)
CODE = re.compile(r"`([^`\n]+)`")
# A slash, and an extension or another slash at the end: "backend/core/clock.py", "docs/adr/".
PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*(?:/[\w.-]*\.\w+|/)")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# Within the data folder, which is made at run time.
AT_RUN_TIME = {"logs/"}


def paths_in(text: str) -> set[str]:
    """The paths of this repository that a text names in backticks."""
    return {code for code in CODE.findall(text) if PATH.fullmatch(code)} - AT_RUN_TIME


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.name)
def test_every_path_that_a_document_names_is_there(document):
    paths = paths_in(document.read_text(encoding="utf-8"))
    assert not {path for path in paths if not (PROJECT / path).exists()}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.name)
def test_every_page_that_a_document_links_to_is_there(document):
    links = LINK.findall(document.read_text(encoding="utf-8"))
    ours = [link for link in links if "://" not in link]
    assert not [link for link in ours if not (document.parent / link).exists()]


def test_a_path_is_told_from_other_code():
    text = "`backend/core/clock.py`, `docs/adr/`; no `/graphql`, `first/last`, `a.b.c`, `x y/`, `z`"
    assert paths_in(text) == {"backend/core/clock.py", "docs/adr/"}
