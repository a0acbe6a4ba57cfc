"""Bringing the tables up to date, and being interrupted at it."""

import subprocess
import sys

from tests.environment import variables
from tests.waiting import PATIENCE_S

# Django writes down that a migration is applied after the transaction that applied it.
INTERRUPTED_BETWEEN = """
import django; django.setup()
from django.db.migrations.recorder import MigrationRecorder
from backend.servers import preflight

record = MigrationRecorder.record_applied

stops = ["procrastinate 0028_add_cancel_states", "playbook 0002_undated_and_sourced_adoptions"]

def interrupted(self, app, name):
    if stops and f"{app} {name}" == stops[0]:
        stops.pop(0)
        raise KeyboardInterrupt
    record(self, app, name)

MigrationRecorder.record_applied = interrupted
with preflight.servers(with_graph=False):
    for _ in range(3):
        try:
            preflight.migrate()
            print("migrated")
        except KeyboardInterrupt:
            print("interrupted")
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
    assert ended.stdout.split() == ["interrupted", "interrupted", "migrated"], ended.stderr
