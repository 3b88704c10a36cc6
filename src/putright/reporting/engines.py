"""Where a table's SQL text is run: anything with a `query`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Engine(Protocol):
    """Runs one plain SQL text over the fact tables and returns its rows."""

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of `sql`, whose columns are terms (str) and whole numbers (int, or None for a sum of nothing)."""


class Cursor(Protocol):
    """What is asked of a DB-API cursor."""

    def execute(self, operation: str, /) -> object:
        """Runs a statement."""

    def fetchall(self) -> Sequence[Any]:
        """The rows of the last statement."""

    def close(self) -> object:
        """Gives the cursor back."""


class Connection(Protocol):
    """What is asked of a DB-API connection; sqlite3's, psycopg's, DuckDB's and Django's all have it."""

    def cursor(self) -> Any:
        """A new cursor."""


class DatabaseEngine:
    """The fact tables as they stand in a database, by its DB-API connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of `sql`."""
        cursor: Cursor = self._connection.cursor()
        try:
            cursor.execute(sql)
            return [tuple(row) for row in cursor.fetchall()]
        finally:
            cursor.close()
