"""Logs: one JSON object a line, with ids and nothing that somebody wrote."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from django.test import Client


@pytest.fixture
def logged() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """What was logged so far, through the very handler of the settings."""
    (handler,) = (each for each in logging.getLogger().handlers if each.name == "stderr")
    written = io.StringIO()
    # Not by setStream, which flushes: a command that was run before may have set logging up on a
    # captured stream that is closed by now.
    before, handler.stream = handler.stream, written
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    handler.stream = before


def test_an_error_is_logged_without_what_it_says(logged):
    try:
        int("ada@example.org")
    except ValueError:
        structlog.get_logger("counterpart.test").exception("failed", official=7)
    (line,) = logged()
    assert line["event"] == "failed"
    assert line["official"] == 7
    assert line["exception"] == "ValueError"
    assert line["at"][0].endswith(" test_an_error_is_logged_without_what_it_says")
    assert "ada" not in json.dumps(line)


def test_a_request_is_logged_by_its_route(logged, client: Client):
    client.get("/static/app/ada@example.org?search=ada")
    client.get("/sign-out?who=ada")
    *_, line = logged()
    assert (line["method"], line["route"], line["status"]) == ("GET", "sign_out", 405)
    assert line["user"] is None
    assert "ada" not in json.dumps(line)
