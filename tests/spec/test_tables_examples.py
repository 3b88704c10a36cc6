"""Every example of docs/reference/tables.md prints what it says, on SQLite and on DuckDB, and the page is current."""

from __future__ import annotations

import sqlite3
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.fact_tables import create
from tests.spec.building_tables import PERIOD, built, definitions, facts_of, imported_of, printed
from tests.spec.tables_council import AUTHORITY
from tests.spec.tables_examples import EXAMPLES, FIGURES, Example
from tests.spec.tables_page import PAGE, page

from putright.reporting.checks import check_totals
from putright.reporting.engines import DatabaseEngine
from putright.reporting.expressions import parse
from putright.reporting.figures import Known
from putright.rules import load_book


@pytest.mark.parametrize("database", [sqlite3, duckdb], ids=["sqlite", "duckdb"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_it_prints_what_it_says(example: Example, database: Any, tmp_path: Path) -> None:
    with database.connect(":memory:") as connection:
        create(connection, facts_of(example))
        *_, table = built(example, DatabaseEngine(connection), imported_of(example, tmp_path)).values()
    assert tuple(column.label for column in table.columns) == example.columns
    assert printed(table) == example.rows
    assert table.notes == example.notes


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_its_totals_hold(example: Example, tmp_path: Path) -> None:
    imported = imported_of(example, tmp_path)
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts_of(example))
        tables = built(example, DatabaseEngine(connection), imported)
    for name, definition in definitions(example, imported).items():
        assert [check.message for check in check_totals(definition, tables[name]) if not check.ok] == []


@pytest.mark.parametrize(("text", "value"), FIGURES)
def test_a_figure_comes_to_what_it_says(text: str, value: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts_of(EXAMPLES[0]))
        tables = built(EXAMPLES[0], DatabaseEngine(connection))
    known = Known(definitions(EXAMPLES[0]), tables, AUTHORITY, load_book(), PERIOD, {"recommendations": ("One", "Two")})
    assert known.value(parse(text)) == (None if value.startswith("none") else Fraction(value))


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.spec.tables_page"
