"""A report's tables as one tidy CSV file, one line a cell, safe to open in a spreadsheet.

`COLUMNS` says what each column holds; `open_data` publishes the same as a schema.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from putright.reporting.measures import Number
from putright.reporting.printed import NO_CASES, NOT_APPLICABLE, NOT_AVAILABLE, WITHHELD, WORDS
from putright.reporting.render.json import plain
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable, Cell

_OF_A_CELL = {
    "table": ("string", "The table, by its id."),
    "row_group": ("string", "The group that the row stands under; empty for none."),
    "row": ("string", "The label of the row."),
    "column": ("string", "The heading of the column, its year and its group with it."),
    "value": ("number", "The figure as the report prints it; empty where there is none."),
    "unit": ("string", "What the figure counts or is measured in."),
    "status": ("string", "Why there is no value: see the statuses; empty where there is one."),
    "words": ("string", "The words that stand in the cell, where its status is words."),
    "measure": ("string", "What was measured: a count, a share, an average, a sum or a change."),
    "base": ("string", "Which cases are counted, and in which year."),
    "numerator": ("integer", "The whole number that the figure was worked out from, or that was divided."),
    "denominator": ("integer", "The whole number that it was divided by; empty for a count."),
    "decimals": ("integer", "How many decimals the figure was rounded to."),
    "is_total": ("boolean", "Whether the row is a total of others."),
    "row_number": ("integer", "Where the row stands in its table as it is printed, from 1."),
    "column_number": ("integer", "Where the column stands in its table, from 1."),
    "table_title": ("string", "The title of the table."),
}
"""What is told of a cell: the columns, the type of each and what it holds."""

COLUMNS = {
    **_OF_A_CELL,
    "authority": ("string", "The council."),
    "report": ("string", "The title of the report."),
    "period_from": ("date", "The first day that the report is about."),
    "period_to": ("date", "The last day that the report is about."),
}
"""The columns of the file of a whole report."""

FIGURE_COLUMNS = {
    "figure": ("string", "The figure, by its id."),
    "says": ("string", "What the figure is."),
    "value": ("number", "The figure as a sentence of the report prints it; empty where there is none."),
    "unit": ("string", "What the figure counts or is measured in."),
    "decimals": ("integer", "How many decimals the figure was rounded to."),
    "status": ("string", "Why there is no value; empty where there is one."),
}
"""The columns of the file of figures that the sentences of a report state."""

STATUSES = {
    NOT_APPLICABLE: "not_applicable",
    NOT_AVAILABLE: "not_available",
    WITHHELD: "confidential",
    NO_CASES: "no_cases",
    WORDS: "words",
    "": "left_empty",
}
"""What stands for a value that is not there, by the mark that is printed."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: BuiltReport) -> bytes:
    """The tables as a CSV file: UTF-8 with a byte order mark, so that spreadsheets read it as such."""
    about = (report.authority, report.title, report.period.start, report.period.end)
    return written(COLUMNS, ([*line, *about] for line in _lines(report.tables)), "utf-8-sig")


def render_tables(tables: Iterable[BuiltTable]) -> bytes:
    """Tables that are part of no report, as the same CSV file without the columns that tell of the report."""
    return written(_OF_A_CELL, _lines(tables), "utf-8-sig")


def figures(report: BuiltReport) -> bytes:
    """The figures of the report's sentences as a CSV file in UTF-8."""
    lines = (
        [figure.id, figure.says, plain(figure.value), figure.unit, figure.decimals, _status(figure.value, figure.mark)]
        for figure in report.figures
    )
    return written(FIGURE_COLUMNS, lines, "utf-8")


def written(columns: Iterable[str], lines: Iterable[Sequence[object]], encoding: str) -> bytes:
    """A CSV file with these headings and lines; words that a spreadsheet would take for a formula are made harmless."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for line in lines:
        writer.writerow([harmless(each) if isinstance(each, str) else each for each in line])
    return text.getvalue().encode(encoding)


def harmless(words: str) -> str:
    """`words` so that no spreadsheet takes them for a formula: an apostrophe before what could begin one."""
    return f"'{words}" if words.lstrip(" ").startswith(_BEGINS_A_FORMULA) else words


def _lines(tables: Iterable[BuiltTable]) -> Iterator[list[object]]:
    for table in tables:
        for down, row in enumerate(table.shown, start=1):
            for along, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True), start=1):
                named = [table.id, row.group or "", row.label, column.label]
                total = str(row.is_total).lower()
                yield [*named, *_told(cell), total, down, along, table.title]


def _told(cell: Cell) -> list[object]:
    mark = WORDS if cell.is_words else cell.mark or (NO_CASES if cell.denominator is not None else "")
    status, words = _status(cell.value, mark), cell.mark if cell.is_words else ""
    counted = [cell.numerator, cell.denominator] if status != STATUSES[WITHHELD] else [None, None]
    return [plain(cell.value), cell.unit, status, words, cell.measure, cell.base, *counted, cell.decimals]


def _status(value: Number | None, mark: str) -> str:
    return "" if value is not None else STATUSES.get(mark, mark)
