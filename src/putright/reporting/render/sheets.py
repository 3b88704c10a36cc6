"""The worksheets of a report: contents, notes, the figures of its sentences, its tables and the numbers of its charts.

A table is unfolded for a spreadsheet: one row of headings in full, the group of a row in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from putright.reporting.charts import BuiltChart
from putright.reporting.figures import BuiltFigure
from putright.reporting.measures import Number
from putright.reporting.printed import NOT_AVAILABLE, WITHHELD
from putright.reporting.render.captions import captions
from putright.reporting.render.words import first_capital, table_notes
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable, Cell

NOT_APPLICABLE = "[z]"
_NUMBER = re.compile(r"^(Table|Chart|Graph|Figure|Appendix|Annex) \w{1,6}(?=:)")
MEANINGS = {
    NOT_APPLICABLE: "does not apply: the column is not about the row, or there is no case to take a share of.",
    NOT_AVAILABLE: "not available: nobody has recorded the number.",
    WITHHELD: "confidential: the number is so small that it could tell who somebody is, or another such could be"
    " worked out from it.",
}
"""The shorthand that stands where there is no number, and what it means."""


@dataclass(frozen=True)
class NumberCell:
    """A number, and how a spreadsheet is to show it."""

    value: Number
    look: str


@dataclass(frozen=True)
class TextCell:
    """Words; shorthand where `is_mark`, and the name of a worksheet where the words lead to one."""

    text: str
    is_mark: bool = False
    leads_to: str = ""


SheetCell = NumberCell | TextCell


@dataclass(frozen=True)
class SheetRow:
    """A row of cells, bold if it is a total."""

    cells: tuple[SheetCell, ...]
    bold: bool = False


@dataclass(frozen=True)
class Sheet:
    """A worksheet with one table: what is said above it, its headings, and its rows. `keys` columns hold words."""

    name: str
    title: str
    says: tuple[str, ...]
    columns: tuple[str, ...]
    keys: int
    rows: tuple[SheetRow, ...]

    @property
    def table_name(self) -> str:
        """The name by which formulas know the table."""
        return re.sub(r"\W", "_", f"t_{self.name}")


def sheets_of(report: BuiltReport) -> tuple[Sheet, ...]:
    """The worksheets of `report`, those that explain the others first."""
    called = {name: caption.text for name, caption in captions(report).items()}
    order = _places([*report.document.placed("table"), *report.document.placed("chart")])
    built = sorted(report.tables, key=lambda table: order(table.id))
    drawn = sorted(report.charts, key=lambda chart: order(chart.id))
    notes = _numbered_notes(built)
    tables = [_table(table, called[table.id], notes) for table in built]
    charts = [_chart(chart, called[chart.id]) for chart in drawn]
    figures = [_figures(report.figures)] if report.figures else []
    listed = _each_by_its_own_name([_notes(notes), *figures, *tables, *charts])
    return (_contents(listed), *listed)


def _places(printed: Sequence[str]) -> Callable[[str], int]:
    """Where in the document something stands, after all others if nowhere."""
    return lambda name: printed.index(name) if name in printed else len(printed)


def _each_by_its_own_name(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The worksheets, a number behind the name of one that is called like another before it."""
    listed = list(sheets)
    names = _distinct(sheet.name for sheet in listed)
    return [replace(sheet, name=name) for sheet, name in zip(listed, names, strict=True)]


def _contents(sheets: Iterable[Sheet]) -> Sheet:
    rows = tuple(SheetRow((TextCell(sheet.name, leads_to=sheet.name), TextCell(sheet.title))) for sheet in sheets)
    return Sheet(
        "Contents", "Contents", ("This worksheet contains one table.",), ("Worksheet", "What it holds"), 2, rows
    )


def _numbered_notes(tables: Iterable[BuiltTable]) -> Mapping[str, int]:
    """Each note of any table, and its number."""
    notes = dict.fromkeys(note for table in tables for note in table.notes)
    return {note: number for number, note in enumerate(notes, start=1)}


def _notes(notes: Mapping[str, int]) -> Sheet:
    rows = [SheetRow((TextCell(f"[note {number}]"), TextCell(note))) for note, number in notes.items()]
    none = SheetRow((TextCell(NOT_APPLICABLE, is_mark=True), TextCell("The tables have no notes.")))
    says = ("This worksheet contains one table.", "The titles of the tables name their notes by these numbers.")
    return Sheet("Notes", "Notes", says, ("Note", "What it says"), 2, tuple(rows or [none]))


def _figures(figures: Iterable[BuiltFigure]) -> Sheet:
    rows = tuple(
        SheetRow(
            (
                TextCell(figure.id),
                TextCell(figure.says),
                TextCell(figure.unit),
                _number(figure.value, figure.decimals, figure.mark or NOT_AVAILABLE),
            )
        )
        for figure in figures
    )
    says = ("This worksheet contains one table.", "These are the figures that the sentences of the report state.")
    return Sheet("Figures", "Figures in the text", says, ("Figure", "What it says", "Unit", "Value"), 3, rows)


def _table(table: BuiltTable, title: str, notes: Mapping[str, int]) -> Sheet:
    grouped = any(row.group for row in table.shown)
    keys = ("Group", first_capital(table.rows_are or "row")) if grouped else (first_capital(table.rows_are or "row"),)
    rows = tuple(
        SheetRow(
            (
                *((TextCell(row.group or "All"),) if grouped else ()),
                TextCell(row.label),
                *(sheet_cell(cell) for cell in row.cells),
            ),
            bold=row.is_total,
        )
        for row in table.shown
    )
    marks = {cell.text for row in rows for cell in row.cells if isinstance(cell, TextCell) and cell.is_mark}
    shorthand = (f"{mark} {meaning}" for mark, meaning in MEANINGS.items() if mark in marks)
    named = "".join(f" [note {notes[note]}]" for note in table.notes)
    columns = tuple(_distinct([*keys, *(column.label for column in table.columns)]))
    says = ("This worksheet contains one table.", table_notes(table)[0], *shorthand)
    return Sheet(_sheet_name(title, table.id), title + named, says, columns, len(keys), rows)


def _chart(chart: BuiltChart, title: str) -> Sheet:
    rows = tuple(
        SheetRow((TextCell(series.label), *(_number(value, 0, WITHHELD) for value in series.values)))
        for series in chart.series
    )
    says = ("This worksheet contains one table.", f"The numbers of a chart, counted in {chart.unit}.")
    columns = tuple(_distinct([first_capital(chart.unit), *chart.years]))
    return Sheet(_sheet_name(title, chart.id), f"{title}: the numbers", says, columns, 1, rows)


def sheet_cell(cell: Cell) -> SheetCell:
    """A cell of a table: its number, shown as it is printed, or shorthand for why it has none."""
    if cell.is_words:
        return TextCell(cell.mark)
    if cell.value is None:
        return _mark(cell.mark)
    look = _look(
        '"%"' if cell.unit == "percent" else "", cell.decimals, pounds=cell.unit == "pounds", signed=cell.signed
    )
    if cell.shown:
        above, below = cell.numerator or 0, cell.denominator or 0
        words = cell.shown.replace("{above}", f"{above:,}").replace("{below}", f"{below:,}")
        before, _, after = words.partition("{value}")
        look = "".join((_literal(before), look, _literal(after)))
    return NumberCell(cell.value, look)


def _number(value: Number | None, decimals: int, mark: str) -> SheetCell:
    return _mark(mark) if value is None else NumberCell(value, _look("", decimals))


def _look(unit: str, decimals: int, pounds: bool = False, signed: bool = False) -> str:
    before, behind = '"£"' if pounds else "", f".{'0' * decimals}" if decimals else ""
    number = f"{before}#,##0{behind}{unit}"
    return f"+{number};-{number};{number}" if signed else number


def _literal(words: str) -> str:
    return f'"{words.replace(chr(34), "")}"' if words else ""


def _mark(mark: str) -> TextCell:
    return TextCell(mark if mark in (NOT_AVAILABLE, WITHHELD) else NOT_APPLICABLE, is_mark=True)


def _distinct(headings: Iterable[str]) -> Iterator[str]:
    """Headings of which no two are the same, as an Excel table must have them."""
    seen: dict[str, int] = {}
    for heading in headings:
        seen[heading.casefold()] = seen.get(heading.casefold(), 0) + 1
        number = seen[heading.casefold()]
        yield heading if number == 1 else f"{heading} ({number})"


def _sheet_name(title: str, name: str) -> str:
    """What a worksheet is called: by the number in its table's title, else by its id; 31 letters at most."""
    number = _NUMBER.match(title)
    return number[0] if number else first_capital(name)[:31].rstrip("-")
