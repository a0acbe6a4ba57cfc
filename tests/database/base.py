"""PostgreSQL as Django's own engine has it, but what a test wrote is emptied in little time.

Django truncates every table after each test that commits. Here only those that hold something.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql import base, operations

# Made with the tables and the same for every test.
KEPT = frozenset({"django_content_type", "auth_permission"})


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, with another flush."""

    def sql_flush(
        self,
        style: Any,
        tables: Sequence[str],
        *,
        reset_sequences: bool = False,
        allow_cascade: bool = False,
    ) -> list[str]:
        """Empty the tables that hold rows, and those that point to them."""
        written = self._written([table for table in tables if table not in KEPT])
        return super().sql_flush(
            style, written, reset_sequences=reset_sequences, allow_cascade=True
        )

    def _written(self, tables: Sequence[str]) -> list[str]:
        each = (
            f"SELECT '{table}' WHERE EXISTS (SELECT FROM {self.quote_name(table)})"
            for table in tables
        )
        with self.connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(each))
            return [table for (table,) in cursor.fetchall()]


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with these operations."""

    ops_class = DatabaseOperations
