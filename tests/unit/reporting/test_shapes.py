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
from tests.spec.building_tables import PERIOD, built, definitions, facts_of, imported_of, report_of
from tests.spec.tables_examples import AUTHORITY, EXAMPLES, Example
from tests.unit.reporting import hampshire

from putright.authorities.faults import AuthorityFaults
from putright.reporting.charts import Chart, build_chart
from putright.reporting.checks import check_known, check_totals
from putright.reporting.document import Document, Placed
from putright.reporting.engines import DatabaseEngine
from putright.reporting.expressions import parse
from putright.reporting.figures import Known
from putright.reporting.render import docx as word
from putright.reporting.render import html
from putright.reporting.render.charts import COLOURS, svg
from putright.reporting.render.heads import HeadCell, heading_rows
from putright.reporting.render.sheets import TextCell, sheet_cell
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
    known = Known(definitions(shown), tables_of(shown), AUTHORITY, load_book(), PERIOD, {})
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


def test_a_table_without_a_total_is_drawn() -> None:
    drawn = build_chart(Chart("trend", "Trend", "answered", "bar", "single", 5), table_of("Measures as columns"))
    assert [(series.label, series.values) for series in drawn.series] == [("Stage 1", (3,)), ("Stage 2", (2,))]


def test_a_table_that_is_nothing_but_its_total_is_drawn() -> None:
    whole = table_of("Rows are terms, columns are years")
    (total,) = [replace(row, cells=row.cells) for row in whole.rows if row.is_total]
    drawn = build_chart(
        Chart("trend", "Trend", "methods", "line", "single", 5), replace(whole, rows=(total,), order=(0,))
    )
    assert [(series.label, series.values) for series in drawn.series] == [("Total", (1, 3))]


def test_rows_stand_in_the_order_of_their_size_or_of_the_table() -> None:
    table = table_of("Rows are terms, columns are years")
    turned = replace(table, rows=table.rows[::-1], order=tuple(range(len(table.rows))))
    by_size = Chart("trend", "Trend", "methods", "bar", "single", 20)
    labels = ["In person", "E-mail", "Letter"]
    assert [series.label for series in build_chart(by_size, turned).series] == labels[::-1]
    assert [series.label for series in build_chart(replace(by_size, order="table"), turned).series] == labels


def test_bars_along_the_rows_have_a_colour_for_each_year() -> None:
    chart = Chart("trend", "Trend", "methods", "bar", "single", 20, along="rows")
    built = build_chart(chart, table_of("Rows are terms, columns are years"))
    along_rows, along_years = svg(built), svg(replace(built, along="years"))
    of_years, of_rows = [label in along_rows for label in built.years], [series.label for series in built.series]
    assert all(of_years)
    assert [label for label in of_rows if label not in along_rows] == []
    assert COLOURS[2] not in along_rows
    assert COLOURS[2] in along_years
    assert "Letter: 1 in 2016/17, 2 in 2017/18" in built.alt


def test_a_cell_put_together_of_one_other_opens_to_its_cases() -> None:
    transactions = table_of("Different facts side by side")
    copied, added = transactions.rows[0].cells[0], transactions.rows[0].cells[3]
    assert copied.cases is not None
    assert (copied.at.table, added.cases) == ("transactions", None)


FAULTY_WORKED = {
    "a column that is not before": ('"{Stage 1} + {Stage 2}', '"{Stages} + {Stage 2}', "names {Stages}"),
    "a row of no table": ("rows = [{ years = [0, -1] }]\n", 'rows = ["Fostering"]\n', "stages has 0 rows 'Fostering'"),
    "words for no column": (
        "rows = [{ years = [0, -1] }]\n",
        'rows = [{ years = [0], words = { Law = "none" } }]\n',
        "there is no column Law",
    ),
    "an id that is there": ('id = "transactions"', 'id = "stages"', "has the same id as another table"),
}


@pytest.mark.parametrize(("right", "wrong", "says"), FAULTY_WORKED.values(), ids=FAULTY_WORKED.keys())
def test_a_fault_of_a_table_put_together_is_named(right: str, wrong: str, says: str) -> None:
    shown = example("Different facts side by side")
    before, _, after = shown.report.rpartition(right)
    with pytest.raises(AuthorityFaults, match=re.escape(says)):
        report_of(replace(shown, report=before + wrong + after))


def test_words_are_set_like_a_sentence_in_every_form() -> None:
    table = table_of("Words and numbers of the rule book")
    assert [column.has_words for column in table.columns] == [True, False, False]
    page = str(html.table(table))
    assert '<td class="words">Children Act 1989</td>' in page
    assert '<th scope="col" class="words">Law</th>' in page
    assert '<td class="number">3</td>' in page
    assert sheet_cell(table.rows[0].cells[0]) == TextCell("Children Act 1989")


def test_councils_with_the_same_note_stand_in_one(tmp_path: Path) -> None:
    shown = example("Other councils beside one's own")
    shown = replace(
        shown, activity=shown.activity.replace("Southtown's annual report", "The Ombudsman's annual letter")
    )
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts_of(shown))
        (table,) = built(shown, DatabaseEngine(connection), imported_of(shown, tmp_path)).values()
    assert table.notes[0] == "Northtown, Southtown: The Ombudsman's annual letter."


def test_all_others_of_a_table_and_of_its_chart_are_one() -> None:
    drawn = build_chart(Chart("trend", "Trend", "natures", "bar", "single", 1), table_of("The largest, and all others"))
    assert [(series.label, series.values) for series in drawn.series] == [("Communication", (3,)), ("All others", (6,))]
