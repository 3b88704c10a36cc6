"""The spreadsheet, read by another library than wrote it: numbers as numbers, and what the Analysis Function asks."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from functools import cache

import openpyxl
import pytest
from openpyxl import Workbook
from tests.unit.reporting.hampshire import report

from putright.reporting.printed import NOT_AVAILABLE, WITHHELD, Cell, CellAt
from putright.reporting.render import xlsx
from putright.reporting.render.sheets import NumberCell, SheetCell, TextCell, sheet_cell, sheets_of


@cache
def book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(report())))


def test_a_cover_contents_and_notes_come_first_and_each_table_has_its_worksheet() -> None:
    assert book().sheetnames[:6] == ["Cover", "Contents", "Notes", "Figures", "Table 1a", "Table 1b"]
    assert len(book().sheetnames) == 4 + 25 + 2
    assert book().properties.title == report().title


def test_no_cells_are_merged_and_none_in_a_table_is_empty() -> None:
    for sheet in book().worksheets[1:]:
        (table,) = sheet.tables.values()
        assert sheet.merged_cells.ranges == set()
        assert table.ref.startswith("A")
        cells = [cell.value for row in sheet[table.ref] for cell in row]
        assert None not in cells
        assert "" not in cells
        heads = [cell.value for cell in sheet[table.ref][0]]
        assert len(heads) == len(set(heads))


def test_the_contents_lead_to_each_worksheet() -> None:
    contents = book()["Contents"]
    leads = [cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink]
    assert leads == [f"'{name}'!A1" for name in book().sheetnames[2:]]


def test_a_title_names_its_notes_and_the_notes_are_there() -> None:
    assert book()["Table 2"]["A1"].value.endswith("[note 1] [note 2]")
    notes = {row[0].value: row[1].value for row in book()["Notes"].iter_rows(min_row=5)}
    assert notes["[note 2]"] == "Averages are in working days."


def test_worksheets_of_one_name_are_told_apart() -> None:
    first, second = report().tables[:2]
    twice = replace(report(), tables=(first, replace(second, title=first.title)), charts=(), document=report().document)
    assert [sheet.name for sheet in sheets_of(twice)][-2:] == ["Table 1a", "Table 1a (2)"]


def cell(**said: object) -> Cell:
    return replace(Cell(CellAt("table", 0, 0), None, "complaints"), **said)  # type: ignore[arg-type]


SHOWN: list[tuple[Cell, SheetCell]] = [
    (cell(value=1234), NumberCell(1234, "#,##0")),
    (cell(value=Decimal("12.5"), decimals=1), NumberCell(Decimal("12.5"), "#,##0.0")),
    (cell(value=54, unit="percent"), NumberCell(54, '#,##0"%"')),
    (cell(value=Decimal("50.00"), unit="pounds", decimals=2), NumberCell(Decimal("50.00"), '"£"#,##0.00')),
    (cell(value=-3, signed=True), NumberCell(-3, "+#,##0;-#,##0;#,##0")),
    (
        cell(value=50, unit="percent", shown="{value} ({above}/{below})", numerator=1, denominator=2),
        NumberCell(50, '#,##0"%"" (1/2)"'),
    ),
    (cell(mark="N/A"), TextCell("[z]", is_mark=True)),
    (cell(denominator=0), TextCell("[z]", is_mark=True)),
    (cell(mark=NOT_AVAILABLE), TextCell("[x]", is_mark=True)),
    (cell(mark=WITHHELD), TextCell("[c]", is_mark=True)),
]


@pytest.mark.parametrize(("printed", "shown"), SHOWN)
def test_a_number_stays_a_number_and_what_is_none_is_shorthand(printed: Cell, shown: SheetCell) -> None:
    assert sheet_cell(printed) == shown
