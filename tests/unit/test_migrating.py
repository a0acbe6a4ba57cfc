"""Bringing the tables up to date, and being interrupted at it."""

import subprocess
import sys

from tests.environment import variables
from tests.waiting import PATIENCE_S

# Django writes down that a migration is applied after the transaction that applied it.
INTERRUPTED_BETWEEN = """
import django; django.setup()
from django.db.migrations.recorder import MigrationRecorder
from backend.cli import ready

record = MigrationRecorder.record_applied

def interrupted(self, app, name):
    if (app, name) == ("playbook", "0002_undated_and_sourced_adoptions"):
        raise KeyboardInterrupt
    record(self, app, name)

with ready.servers(with_graph=False):
    MigrationRecorder.record_applied = interrupted
    try:
        ready.migrate()
    except KeyboardInterrupt:
        print("interrupted")
    MigrationRecorder.record_applied = record
    ready.migrate()
    print("migrated")
"""


def test_interrupted_between_a_migration_and_its_record_the_next_run_works(tmp_path):
    tmp_path.chmod(0o711)  # root's PostgreSQL runs as another user
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_BETWEEN],
        env={**variables(tmp_path), "DJANGO_SETTINGS_MODULE": "backend.config.settings"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert ended.stdout.split() == ["interrupted", "migrated"], ended.stderr
