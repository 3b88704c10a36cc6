"""Every example of docs/reference/tables.md prints what it says, on SQLite and on DuckDB, and the page is current."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.fact_tables import Facts, create
from tests.spec.tables_examples import AUTHORITY, EXAMPLES, FIGURES, Example
from tests.spec.tables_page import PAGE, page

from putright.authorities.entries import Entries
from putright.authorities.faults import AuthorityFault
from putright.reporting.checks import check_totals
from putright.reporting.definition import Table
from putright.reporting.engines import DatabaseEngine
from putright.reporting.expressions import parse
from putright.reporting.figures import Known
from putright.reporting.imported import NOTHING_IMPORTED, Imported
from putright.reporting.period import read_period
from putright.reporting.reading import read_tables
from putright.reporting.reading_imported import read_imported
from putright.reporting.render.words import cell_words
from putright.reporting.tables import BuiltTable, build_table
from putright.rules import load_book

PERIOD = read_period("2017-18")


def facts_of(example: Example) -> Facts:
    header, *lines = (line.split() for line in example.facts.strip().splitlines())
    rows: list[dict[str, Any]] = [
        {"id": number, "authority": "example"}
        | {name: int(word) if word.lstrip("-").isdigit() else word for name, word in zip(header, line, strict=True)}
        for number, line in enumerate(lines, start=1)
    ]
    return {example.table: rows}


@pytest.fixture
def imported_of(tmp_path: Path) -> Callable[[Example], Imported]:
    def read(example: Example) -> Imported:
        faults: list[AuthorityFault] = []
        folder = tmp_path / "activity"
        folder.mkdir()
        (folder / "numbers.toml").write_text(example.activity, encoding="utf-8")
        imported = read_imported(replace(AUTHORITY, folder=tmp_path), faults)
        assert not faults
        return imported

    return read


def definitions(example: Example, imported: Imported = NOTHING_IMPORTED) -> dict[str, Table]:
    faults: list[AuthorityFault] = []
    file = Entries(tomllib.loads(example.toml), "tables.toml", "", faults)
    tables = read_tables(file, AUTHORITY, imported)
    assert not faults
    return {table.id: table for table in tables}


def built(example: Example, connection: Any, imported: Imported = NOTHING_IMPORTED) -> dict[str, BuiltTable]:
    create(connection, facts_of(example))
    done: dict[str, BuiltTable] = {}
    for name, table in definitions(example, imported).items():
        done[name] = build_table(table, PERIOD, DatabaseEngine(connection), "example", done, imported)
    return done


def printed(table: BuiltTable) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"{row.group}: {row.label}" if row.group else row.label, *(cell_words(cell) for cell in row.cells))
        for row in table.shown
    )


@pytest.mark.parametrize("database", [sqlite3, duckdb], ids=["sqlite", "duckdb"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_it_prints_what_it_says(example: Example, database: Any, imported_of: Callable[[Example], Imported]) -> None:
    with database.connect(":memory:") as connection:
        *_, table = built(example, connection, imported_of(example)).values()
    assert tuple(column.label for column in table.columns) == example.columns
    assert printed(table) == example.rows
    assert table.notes == example.notes


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_its_totals_hold(example: Example, imported_of: Callable[[Example], Imported]) -> None:
    with sqlite3.connect(":memory:") as connection:
        imported = imported_of(example)
        tables = built(example, connection, imported)
    for name, definition in definitions(example, imported).items():
        assert [check.message for check in check_totals(definition, tables[name]) if not check.ok] == []


@pytest.mark.parametrize(("text", "value"), FIGURES)
def test_a_figure_comes_to_what_it_says(text: str, value: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        known = Known(
            definitions(EXAMPLES[0]),
            built(EXAMPLES[0], connection),
            load_book(),
            PERIOD,
            {"recommendations": ("One", "Two")},
        )
    assert known.value(parse(text)) == (None if value.startswith("none") else Fraction(value))


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.spec.tables_page"
