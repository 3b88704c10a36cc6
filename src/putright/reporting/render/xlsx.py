"""A report as an accessible spreadsheet, as the Government Analysis Function asks for one.

A cover, contents and notes; then one worksheet a table, each an Excel table from one row of headings on, with no merged
and no empty cells. What is no number is shorthand in square brackets, explained on its worksheet.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime, time
from math import ceil

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from putright.reporting.render.json import plain
from putright.reporting.render.sheets import MEANINGS, NumberCell, Sheet, SheetCell, TextCell, sheets_of
from putright.reporting.render.words import day
from putright.reporting.report import BuiltReport

_DIGITS = re.compile(r"#,##0(?:\.0+)?")
_LETTER = 1.05
_NARROW, _WIDE, _ONE_OF_MANY, _COVER = 10, 60, 32, 70
_LINE = 16
_LINK = {"font_color": "#12436D", "underline": 1}
_BODY = {"font_name": "Arial", "font_size": 11, "valign": "top"}


def render(report: BuiltReport) -> bytes:
    """The report's tables, the numbers of its charts and the figures of its sentences as a workbook (.xlsx)."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    ended = datetime.combine(report.period.end, time(12))
    book.set_properties({"title": report.title, "author": report.authority, "created": ended})
    looks = _Looks(book)
    sheets = sheets_of(report)
    _cover(book, looks, report)
    for sheet in sheets:
        _sheet(book, looks, sheet)
    book.close()
    return file.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **look: object) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_BODY, **look})
        return self._made[key]


def _cover(book: Workbook, looks: _Looks, report: BuiltReport) -> None:
    page = book.add_worksheet("Cover")
    page.set_column(0, 0, _COVER, looks(text_wrap=True))
    lines = (
        report.authority,
        f"{day(report.period.start)} to {day(report.period.end)}",
        "Each worksheet after the notes holds one table of the report, or the numbers of one of its charts. Each "
        "number is the one that the report prints.",
        "Some cells hold shorthand in square brackets instead of a number:",
        *(f"{mark} {meaning}" for mark, meaning in MEANINGS.items()),
    )
    page.write_string(0, 0, report.title, looks(bold=True, font_size=16, font_color="#12436D", text_wrap=True))
    for at, line in enumerate(lines, start=1):
        page.write_string(at, 0, line, looks(text_wrap=True))
        page.set_row(at, _height([(line, _COVER)]))
    page.set_row(0, 3 * _LINE)
    page.write_url(len(lines) + 1, 0, "internal:'Contents'!A1", looks(**_LINK), string="Contents of this workbook")
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _sheet(book: Workbook, looks: _Looks, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    page.write_string(0, 0, sheet.title, looks(bold=True, font_size=14, font_color="#12436D"))
    for at, line in enumerate(sheet.says, start=1):
        page.write_string(at, 0, line, looks())
    top, across = len(sheet.says) + 1, len(sheet.columns)
    widths = [_width(sheet, column) for column in range(across)]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(top, _height(zip(sheet.columns, widths, strict=True)))
    for down, row in enumerate(sheet.rows, start=top + 1):
        page.set_row(down, _height(zip(map(_shown, row.cells), widths, strict=True)))
        for column, cell in enumerate(row.cells):
            _write(page, looks, (down, column), cell, row.bold)
    page.add_table(top, 0, top + len(sheet.rows), across - 1, _as_table(sheet, looks))
    page.repeat_rows(top)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if across > 7:
        page.set_landscape()


def _as_table(sheet: Sheet, looks: _Looks) -> dict[str, object]:
    """What makes the cells a table to Excel: its name, its headings, and words for who cannot see it."""
    words, numbers = (looks(bold=True, text_wrap=True, bottom=2, align=side) for side in ("left", "right"))
    columns = [
        {"header": head, "header_format": words if _is_of_words(sheet, column) else numbers}
        for column, head in enumerate(sheet.columns)
    ]
    return {
        "name": sheet.table_name,
        "style": None,
        "autofilter": False,
        "columns": columns,
        "title": sheet.title,
        "description": " ".join(sheet.says),
    }


def _is_of_words(sheet: Sheet, column: int) -> bool:
    cells = [row.cells[column] for row in sheet.rows]
    return column < sheet.keys or any(isinstance(cell, TextCell) and not cell.is_mark for cell in cells)


def _write(page: Worksheet, looks: _Looks, at: tuple[int, int], cell: SheetCell, bold: bool) -> None:
    if isinstance(cell, NumberCell):
        page.write_number(*at, plain(cell.value) or 0, looks(num_format=cell.look, bold=bold, align="right"))
    elif cell.leads_to:
        page.write_url(*at, f"internal:'{cell.leads_to}'!A1", looks(**_LINK), string=cell.text)
    else:
        page.write_string(*at, cell.text, looks(bold=bold, text_wrap=True, align="right" if cell.is_mark else "left"))


def _width(sheet: Sheet, column: int) -> float:
    texts = [_shown(row.cells[column]) for row in sheet.rows]
    longest = max(len(text) for text in (*texts, *sheet.columns[column].split()))
    widest = _WIDE if len(sheet.columns) <= 3 or column < sheet.keys else _ONE_OF_MANY
    return min(max(longest * _LETTER + 2, _NARROW), widest)


def _height(texts: Iterable[tuple[str, float]]) -> int:
    """The height of a row for the longest of its texts, each in its width."""
    return _LINE * max(ceil(len(text) * 0.8 / width) for text, width in texts)


def _shown(cell: SheetCell) -> str:
    """What a spreadsheet shows of a cell: of a number, its look with the number in it."""
    if isinstance(cell, TextCell):
        return cell.text
    look = cell.look.partition(";")[0]
    found = _DIGITS.search(look)
    decimals = len(found[0].partition(".")[2]) if found else 0
    return _DIGITS.sub(f"{float(cell.value):,.{decimals}f}", look).replace('"', "")
