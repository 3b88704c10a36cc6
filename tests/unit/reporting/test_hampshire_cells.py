"""Every cell of the Hampshire report from the example export: 1,027 figures, as an independent count has them."""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.fact_tables import create
from tests.hampshire_facts import export, hampshire_facts

from putright.authorities import load_authority
from putright.reporting.engines import DatabaseEngine
from putright.reporting.period import read_period
from putright.reporting.query import cases_sql
from putright.reporting.reading import load_tables
from putright.reporting.tables import BuiltTable, build_table

ROOT = Path(__file__).parents[3]
EXPECTED = json.loads((ROOT / "tests/data/hampshire-expected-2017-18.json").read_text(encoding="utf-8"))
TABLES = load_tables(ROOT / "councils/hampshire/reports/childrens_annual/tables.toml", load_authority("hampshire"))
Key = tuple[str, int, int]


def built_from(connection: Any) -> dict[str, BuiltTable]:
    built: dict[str, BuiltTable] = {}
    for table in TABLES:
        built[table.id] = build_table(table, read_period("2017-18"), DatabaseEngine(connection), "hampshire", built)
    return built


def values(built: dict[str, BuiltTable]) -> dict[Key, int | Decimal | None]:
    return {
        (table.id, at_row, at_column): cell.value
        for table in built.values()
        for at_row, row in enumerate(table.rows)
        for at_column, cell in enumerate(row.cells)
    }


@pytest.fixture(scope="module")
def connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    create(connection, hampshire_facts())
    return connection


@pytest.fixture(scope="module")
def built(connection: sqlite3.Connection) -> dict[str, BuiltTable]:
    return built_from(connection)


def test_tables_have_the_published_ids_rows_and_columns_in_order(built: dict[str, BuiltTable]) -> None:
    assert [
        (
            table.id,
            [column.label for column in table.columns],
            [(row.label, row.group, row.is_total) for row in table.rows],
        )
        for table in built.values()
    ] == [
        (t["id"], t["columns"], [(row["label"], row["group"], row["is_total"]) for row in t["rows"]]) for t in EXPECTED
    ]


def test_every_cell_is_as_counted_independently(built: dict[str, BuiltTable]) -> None:
    expected = {
        (table["id"], at_row, at_column): value if value is None else Decimal(str(value))
        for table in EXPECTED
        for at_row, row in enumerate(table["rows"])
        for at_column, value in enumerate(row["values"])
    }
    assert values(built) == expected
    assert sum(value is not None for value in expected.values()) == 1027


def test_every_count_opens_as_many_cases_as_it_says(
    built: dict[str, BuiltTable], connection: sqlite3.Connection
) -> None:
    opened = 0
    for table in built.values():
        for row in table.rows:
            for cell in row.cells:
                if cell.cases and cell.denominator is None:
                    cases = connection.execute(cases_sql(cell.cases, limit=100_000)).fetchall()
                    assert len(cases) == cell.value, (table.id, row.label)
                    opened += len(cases)
    assert opened > 10_000


def test_a_page_of_cases_goes_on_where_the_last_one_ended(
    built: dict[str, BuiltTable], connection: sqlite3.Connection
) -> None:
    cell = built["table-8a"].total.cells[-1]
    assert cell.cases
    pages: list[tuple[int, int, str]] = []
    for size in (50, 50, 50, 50, 29, 0):
        page = connection.execute(cases_sql(cell.cases, limit=50, after=pages[-1][0] if pages else 0)).fetchall()
        assert len(page) == size
        pages += page
    assert len(pages) == len({reference for _, _, reference in pages}) == 229


def test_changing_one_row_of_the_export_changes_just_the_cells_it_counts_in(
    built: dict[str, BuiltTable],
) -> None:
    """A statutory complaint of 2017/18 by letter becomes one by e-mail."""
    cases = [dict(row) for row in export("hampshire-cases.csv")]
    changed = next(
        row
        for row in cases
        if (row["Category"], row["Type"], row["Method"], row["Received From"])
        == ("Statutory", "Complaint", "Letter", "Parent")
        and row["Date Rec'd"][3:] in ("09/2017", "10/2017", "11/2017")
    )
    changed["Method"] = "E-mail"
    connection = sqlite3.connect(":memory:")
    create(connection, hampshire_facts(cases))
    before, after = values(built), values(built_from(connection))
    method = {row.label: at for at, row in enumerate(built["table-3a"].rows)}
    assert {key: (before[key], after[key]) for key in before if before[key] != after[key]} == {
        ("table-3a", method["E-mail"], 0): (159, 160),
        ("table-3a", method["Letter"], 0): (37, 36),
    }
