"""Many rows into a table at once, in the driver's own way: several times as fast as the ORM's bulk_create."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection


def insert(table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, all with the same keys, which are names of columns of `table`."""
    if not rows:
        return
    columns = list(rows[0])
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({places})"
    with connection.cursor() as cursor:
        cursor.executemany(statement, [tuple(_stored(value) for value in row.values()) for row in rows])


def _stored(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
