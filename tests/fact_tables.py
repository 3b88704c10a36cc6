"""Fact rows put into a database by its DB-API connection, with the columns that the schema names."""

from __future__ import annotations

from typing import Any

from putright.facts.schema import TABLES, Column, FactTable

Facts = dict[str, list[dict[str, Any]]]
_TYPES = {"key": "BIGINT", "term": "VARCHAR(200)", "text": "VARCHAR(200)", "date": "DATE"}
_BLANKS = {"term": "not_recorded", "text": "", "date": None}


def create(connection: Any, facts: Facts, mark: str = "?", tables: tuple[FactTable, ...] = TABLES) -> None:
    """The fact tables with these rows; `mark` stands for a parameter in the driver's SQL."""
    cursor = connection.cursor()
    for table in tables:
        columns = ", ".join(f"{column.name} {_TYPES.get(column.kind, 'INTEGER')}" for column in table.columns)
        cursor.execute(f"CREATE TABLE {table.name} ({columns})")
        fill(connection, table, facts.get(table.name, []), mark)


def fill(connection: Any, table: FactTable, facts: list[dict[str, Any]], mark: str = "?") -> None:
    """These rows put into a fact table."""
    rows = [[_cell(value) for value in complete(table, row).values()] for row in facts]
    if rows:
        marks = ", ".join([mark] * len(table.columns))
        connection.cursor().executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)


def complete(table: FactTable, row: dict[str, Any]) -> dict[str, Any]:
    """`row` with a blank for each column it does not name."""
    return {column.name: row.get(column.name, _blank(column)) for column in table.columns}


def _blank(column: Column) -> Any:
    return _BLANKS.get(column.kind, 0)


def _cell(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
