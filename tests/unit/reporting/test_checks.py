"""The checks of a report find what they are there to find."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

import pytest
from tests.fact_tables import create
from tests.hampshire_facts import hampshire_facts
from tests.unit.reporting.hampshire import definition, report

from putright.authorities import load_authority
from putright.reporting.checks import SameFigure, check_subset, check_totals
from putright.reporting.document import parse_document, typed_numbers
from putright.reporting.engines import DatabaseEngine
from putright.reporting.expressions import parse
from putright.reporting.period import read_period
from putright.reporting.report import BuiltReport, build
from putright.reporting.tables import BuiltTable
from putright.rules import load_book


def rebuilt(**changes: Any) -> BuiltReport:
    with sqlite3.connect(":memory:") as connection:
        create(connection, hampshire_facts())
        engine = DatabaseEngine(connection)
        period, authority = read_period("2017-18"), load_authority("hampshire")
        return build(replace(definition(), **changes), period, engine, authority, load_book())


def failed(built: BuiltReport) -> list[str]:
    return [check.id for check in built.checks if not check.ok]


def with_count(table: BuiltTable, row: int, value: int) -> BuiltTable:
    changed = table.rows[row]
    cells = (replace(changed.cells[0], value=value), *changed.cells[1:])
    return replace(table, rows=(*table.rows[:row], replace(changed, cells=cells), *table.rows[row + 1 :]))


def test_every_check_of_the_report_holds() -> None:
    assert failed(report()) == []
    assert len(report().checks) > 50


def test_a_total_that_is_not_the_sum_of_its_rows_is_found() -> None:
    table = definition().all_tables["table-1a"]
    checks = list(check_totals(table, with_count(report().table["table-1a"], 0, 130)))
    assert [check.ok for check in checks] == [False, True, True, True]
    assert "2017/18: 192 against 191" in checks[0].message


def test_a_term_that_no_row_names_is_found_by_its_total() -> None:
    rows = definition().tables[3].rows
    without = replace(definition().tables[3], rows=rows[1:])
    assert without.id == "table-3a"
    tables = (*definition().tables[:3], without, *definition().tables[4:])
    built = rebuilt(tables=tables, figures=(), same=(), charts=())
    assert failed(built) == ["table-3a total 1"]


def test_a_subset_with_more_than_its_whole_is_found() -> None:
    part, whole = report().table["table-10a"], report().table["table-11a"]
    assert not check_subset(part, whole).ok
    assert "2017/18: 308 in all, of 12" in check_subset(part, whole).message


def test_a_figure_that_differs_in_two_places_is_found() -> None:
    differs = SameFigure(
        "total",
        "Total",
        (parse("[table-1a | Total representations | this year]"), parse("[table-3a | Total | this year]")),
    )
    built = rebuilt(same=(differs,))
    assert failed(built) == ["total"]
    assert built.checks[-3].message == "Total: 982, 308 in 2 places."


@pytest.mark.parametrize(
    ("prose", "typed"),
    [
        ("There were 982 of them.", ["982"]),
        ("There were {{figure s1}} of them in {{year}}.", []),
        ("# Stage 1\n\nAfter Stage 2.", ["1", "2."]),
        ("The Children Act 1989 says so.", []),
        ("The Children Act 1990 says so.", ["1990"]),
        ("- one\n- 2 items", ["2"]),
        ("**97%** of them", ["97%"]),
    ],
)
def test_a_number_typed_in_the_prose_is_found(prose: str, typed: list[str]) -> None:
    assert typed_numbers(parse_document(prose), ("Children Act 1989",)) == typed


def test_a_typed_number_and_a_table_left_out_are_named_in_the_report() -> None:
    built = rebuilt(document=parse_document("982 representations.\n\n{{table table-1a}}"))
    assert failed(built) == ["tables in the text", "numbers in the text"]


def test_a_report_of_a_year_without_facts_is_whole() -> None:
    with sqlite3.connect(":memory:") as connection:
        create(connection, {})
        built = build(
            definition(), read_period("2030-31"), DatabaseEngine(connection), load_authority("hampshire"), load_book()
        )
    assert built.figure["s1"].value == 0
    assert built.figure["s2"].value is None, "nothing is no per cent of nothing"
    assert [column.label for column in built.tables[2].columns[::2]] == ["2030-2031", "2029-2030", "2028-2029"]
    assert failed(built) == []
