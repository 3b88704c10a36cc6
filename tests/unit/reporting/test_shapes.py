"""The shapes of tables where they are printed, named in figures and checked: those of the reference page."""

from __future__ import annotations

import io
import re
import sqlite3
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import docx
import pytest
from tests.fact_tables import create
from tests.spec.building_tables import PERIOD, built, definitions, facts_of, imported_of
from tests.spec.tables_examples import EXAMPLES, Example
from tests.unit.reporting import hampshire

from putright.reporting.checks import check_known, check_totals
from putright.reporting.document import Document, Placed
from putright.reporting.engines import DatabaseEngine
from putright.reporting.expressions import parse
from putright.reporting.figures import Known
from putright.reporting.render import docx as word
from putright.reporting.render import html
from putright.reporting.render.heads import HeadCell, heading_rows
from putright.reporting.tables import BuiltTable
from putright.rules import load_book


def example(title: str) -> Example:
    return next(example for example in EXAMPLES if example.title == title)


def tables_of(shown: Example) -> dict[str, BuiltTable]:
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts_of(shown))
        return built(shown, DatabaseEngine(connection))


def table_of(title: str) -> BuiltTable:
    return list(tables_of(example(title)).values())[-1]


HEADINGS = {
    "Rows are terms, columns are years": [["2017/18", "2016/17"]],
    "Numbers and percentages side by side": [["2017/18", "2015/16"], ["Number", "%", "Number", "%"]],
    "A heading above the years": [["Stage 1", "Stage 2"], ["2017/18", "2016/17", "2017/18", "2016/17"]],
    "Years as rows": [["Letter", "E-mail", "Total"]],
    "Change as a number, in percent, in points": [
        ["2017/18", "2016/17", "Change", "Change %", "Points"],
        ["Number", "%", "Number", "%"],
    ],
}


@pytest.mark.parametrize(("title", "headings"), HEADINGS.items())
def test_headings_are_nested(title: str, headings: list[list[str]]) -> None:
    assert [[cell.text for cell in row] for row in heading_rows(table_of(title))] == headings


def test_a_change_takes_up_both_heading_rows() -> None:
    first, _ = heading_rows(table_of("Change as a number, in percent, in points"))
    assert first == (
        HeadCell("2017/18", 0, 2, 1),
        HeadCell("2016/17", 2, 2, 1),
        HeadCell("Change", 4, 1, 2),
        HeadCell("Change %", 5, 1, 2),
        HeadCell("Points", 6, 1, 2),
    )


def test_the_page_says_how_far_each_heading_reaches() -> None:
    page = str(html.table(table_of("Change as a number, in percent, in points")))
    heads = page[: page.index("</thead>")]
    assert re.findall(r'<th scope="(\w+)" (colspan|rowspan)="(\d)"[^>]*>([^<]*)</th>', heads) == [
        ("col", "rowspan", "2", "Row"),
        ("colgroup", "colspan", "2", "2017/18"),
        ("colgroup", "colspan", "2", "2016/17"),
        ("col", "rowspan", "2", "Change"),
        ("col", "rowspan", "2", "Change %"),
        ("col", "rowspan", "2", "Points"),
    ]
    assert "+50.0%" in page


@pytest.mark.parametrize("title", HEADINGS)
def test_the_word_file_has_the_same_headings_and_rows(title: str) -> None:
    table = table_of(title)
    placed = replace(hampshire.report(), tables=(table,), document=Document((Placed("table", table.id),)))
    printed = docx.Document(io.BytesIO(word.render(placed))).tables[0]
    for down, row in enumerate(HEADINGS[title]):
        there = [cell.text for cell in printed.rows[down].cells[1:]]
        merged = [text for at, text in enumerate(there) if at == 0 or text != there[at - 1]]
        assert merged[: len(row)] == row
    assert [row.cells[0].text for row in printed.rows[len(HEADINGS[title]) :]] == [row.label for row in table.shown]


def test_rows_that_are_too_small_are_not_printed() -> None:
    page = str(html.table(table_of("The largest, and all others")))
    assert re.findall(r'<th scope="row">([^<]*)</th>', page) == [
        "Communication",
        "Staff conduct",
        "All others",
        "Not recorded",
        "Total",
    ]


FIGURES = [
    ("Change as a number, in percent, in points", "[methods | Letter | Change %]", 50),
    ("Change as a number, in percent, in points", "[methods | Letter | last year %]", 50),
    ("Years as rows", "[methods | last year | E-mail]", 2),
    ("Years as rows", "[methods | May this year | Letter]", 3),
    ("Quarters as rows", "[quarters | Q3 | All]", 2),
    ("A heading above the years", "[stages | Total | last year Stage 1]", 1),
    ("Quarters by directorate", "[quarters | Adults | this year Q3]", 2),
    ("The largest, and all others", "[natures | Finance | this year]", 2),
]


@pytest.mark.parametrize(("title", "text", "value"), FIGURES)
def test_a_figure_names_a_cell_of_any_shape(title: str, text: str, value: int) -> None:
    shown = example(title)
    known = Known(definitions(shown), tables_of(shown), load_book(), PERIOD, {})
    assert known.value(parse(text)) == Fraction(value)


def with_another_cell(table: BuiltTable, row: int) -> BuiltTable:
    first, *others = table.rows[row].cells
    changed = replace(table.rows[row], cells=(replace(first, value=int(first.value or 0) + 1), *others))
    return replace(table, rows=(*table.rows[:row], changed, *table.rows[row + 1 :]))


@pytest.mark.parametrize(
    ("title", "row", "fails"),
    [
        ("A total without a named team", 0, ["Teams, Total: ", "Teams, Total without Team East: "]),
        ("A total without a named team", 1, ["Teams, Total: "]),
        ("Quarters as rows", 2, ["Complaints by quarter, Year: "]),
        ("Several concerns a complaint, each with its finding", 0, []),
        ("The largest, and all others", 4, ["What it was about, Total: "]),
        ("The largest, and all others", 2, []),
    ],
)
def test_a_total_is_held_against_its_own_rows(title: str, row: int, fails: list[str]) -> None:
    shown = example(title)
    (name, definition), *_ = definitions(shown).items()
    failed = [
        check.message
        for check in check_totals(definition, with_another_cell(tables_of(shown)[name], row))
        if not check.ok
    ]
    assert len(failed) == len(fails)
    assert all(message.startswith(start) for message, start in zip(failed, fails, strict=True))


def test_a_number_that_was_not_entered_is_named(tmp_path: Path) -> None:
    shown = example("Rates, of what is counted elsewhere")
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts_of(shown))
        table = built(shown, DatabaseEngine(connection), imported_of(shown, tmp_path))["rates"]
    (check,) = check_known(table)
    assert not check.ok
    assert check.message == (
        "Complaints and active cases: nothing is entered for Home care, 2016/17 Active cases;"
        " Home care, 2016/17 per 1,000; Total, 2016/17 Active cases; Total, 2016/17 per 1,000."
    )
