"""A report's tables as one CSV file, one line a cell, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from putright.reporting.printed import BuiltTable
from putright.reporting.render.json import plain
from putright.reporting.report import BuiltReport

HEADER = ("table", "row group", "row", "column", "value", "unit")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: BuiltReport) -> bytes:
    """The report's tables as a CSV file."""
    return render_tables(report.tables)


def render_tables(tables: Iterable[BuiltTable]) -> bytes:
    """The CSV file: UTF-8 with a byte order mark, so that spreadsheets read it as such. No value, empty or N/A."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for table in tables:
        for row in table.shown:
            for column, cell in zip(table.columns, row.cells, strict=True):
                value = plain(cell.value)
                writer.writerow(
                    [
                        table.id,
                        harmless(row.group or ""),
                        harmless(row.label),
                        harmless(column.label),
                        cell.mark if value is None else value,
                        harmless(cell.unit),
                    ]
                )
    return text.getvalue().encode("utf-8-sig")


def harmless(words: str) -> str:
    """`words` so that no spreadsheet takes them for a formula: an apostrophe before what could begin one."""
    return f"'{words}" if words.lstrip(" ").startswith(_BEGINS_A_FORMULA) else words
