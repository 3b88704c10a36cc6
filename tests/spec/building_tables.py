"""An example of docs/reference/tables.md worked out: its facts, its definitions and what they print."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.fact_tables import Facts
from tests.spec.tables_council import AUTHORITY, Example

from putright.authorities.entries import Entries
from putright.authorities.faults import AuthorityFault
from putright.reporting.definition import Table
from putright.reporting.engines import Engine
from putright.reporting.imported import NOTHING_IMPORTED, Imported
from putright.reporting.period import read_period
from putright.reporting.reading import read_tables
from putright.reporting.reading_imported import read_imported
from putright.reporting.reading_report import load_report
from putright.reporting.render.words import cell_words
from putright.reporting.report import ReportDefinition, build
from putright.reporting.tables import BuiltTable, build_table
from putright.rules import load_book

PERIOD = read_period("2017-18")


def facts_of(example: Example) -> Facts:
    table, facts = example.more_facts
    return {example.table: _rows(example.facts)} | ({table: _rows(facts)} if table else {})


def _rows(facts: str) -> list[dict[str, Any]]:
    header, *lines = (line.split() for line in facts.strip().splitlines())
    return [
        {"id": number, "authority": "example"}
        | {name: int(word) if word.lstrip("-").isdigit() else word for name, word in zip(header, line, strict=True)}
        for number, line in enumerate(lines, start=1)
    ]


def imported_of(example: Example, folder: Path) -> Imported:
    """The example's numbers from elsewhere, written to a council's folder and read from it."""
    faults: list[AuthorityFault] = []
    (folder / "activity").mkdir()
    (folder / "activity" / "numbers.toml").write_text(example.activity, encoding="utf-8")
    imported = read_imported(replace(AUTHORITY, folder=folder), faults)
    assert not faults
    return imported


def report_of(example: Example) -> ReportDefinition:
    """The report that has the example's tables, counts and tables put together."""
    with TemporaryDirectory() as folder:
        report = f'title = "Report"\n{example.report}'
        for name, text in (("tables.toml", example.toml), ("report.toml", report), ("document.md", "# Report")):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return load_report(Path(folder), AUTHORITY, load_book())


def definitions(example: Example, imported: Imported = NOTHING_IMPORTED) -> dict[str, Table]:
    if example.report:
        return report_of(example).all_tables
    faults: list[AuthorityFault] = []
    file = Entries(tomllib.loads(example.toml), "tables.toml", "", faults)
    tables = read_tables(file, AUTHORITY, imported)
    assert not faults
    return {table.id: table for table in tables}


def built(example: Example, engine: Engine, imported: Imported = NOTHING_IMPORTED) -> dict[str, BuiltTable]:
    if example.report:
        report = build(report_of(example), PERIOD, engine, AUTHORITY, load_book())
        return {table.id: table for table in (*report.counts, *report.tables)}
    done: dict[str, BuiltTable] = {}
    for name, table in definitions(example, imported).items():
        done[name] = build_table(table, PERIOD, engine, "example", done, imported)
    return done


def printed(table: BuiltTable) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"{row.group}: {row.label}" if row.group else row.label, *(cell_words(cell) for cell in row.cells))
        for row in table.shown
    )
