"""Servers in a new folder, for one measurement."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def folder() -> Iterator[None]:
    """Set Django up on a new folder without servers yet; remove it afterwards."""
    path = tempfile.mkdtemp(prefix="counterpart-bench-")
    for name in ("DATABASE_URL", "NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD"):
        os.environ.pop(name, None)
    os.environ["COUNTERPART_DATA"] = path
    os.environ["DJANGO_SETTINGS_MODULE"] = "backend.config.settings"
    django.setup()
    logging.disable(logging.INFO)  # a line for each request would drown the table
    try:
        yield
    finally:
        shutil.rmtree(path, ignore_errors=True)
