"""A report frozen: its figures as canonical bytes, and the facts they were counted from, so that both can be read again
when code, definitions and records have changed.

A figure keeps the plain SQL texts by which its cases are found. They are run on the frozen facts as they are, so that
what stood behind a figure can be told years later without the definition that made it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from putright.reporting.expressions import references
from putright.reporting.figures import locate
from putright.reporting.printed import BuiltTable, Cell, CellAt
from putright.reporting.query import Selection, behind_sql
from putright.reporting.report import BuiltReport, ReportDefinition
from putright.reporting.tables import compared

FORMAT = 1


@dataclass(frozen=True)
class FrozenSelection:
    """Cases of some months: the text that finds them, as rows of (representation, reference, number counted)."""

    sql: str
    first: int
    last: int


@dataclass(frozen=True)
class FrozenFigure:
    """A cell, or a figure of the text (its table is `figures`): where it stands, its value in words, its cases.

    `behind` are numbers of selections: those of its numerator and its denominator, or of all that it was worked out
    from.
    """

    table: str
    group: str
    row: str
    column: str
    value: str | None
    behind: tuple[int, ...]

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Where it stands."""
        return (self.table, self.group, self.row, self.column)


@dataclass(frozen=True)
class FrozenFigures:
    """All figures of a report, and the selections they name by number."""

    selections: tuple[FrozenSelection, ...]
    figures: tuple[FrozenFigure, ...]

    def months(self, figure: FrozenFigure) -> frozenset[tuple[int, int]]:
        """The months that a figure is about."""
        return frozenset((self.selections[at].first, self.selections[at].last) for at in figure.behind)


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes as hexadecimal digits: what they are called, and the proof that they are the same."""
    return hashlib.sha256(content).hexdigest()


def canonical(value: object) -> bytes:
    """A value of JSON as the same bytes whenever it is the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def freeze_figures(definition: ReportDefinition, report: BuiltReport) -> FrozenFigures:
    """Every cell and figure of a report made from `definition`."""
    numbers: dict[FrozenSelection, int] = {}
    behind = _Behind(definition, report, numbers)
    cells = [
        FrozenFigure(table.id, row.group or "", row.label, column.label, _words(cell), behind.cell(cell.at))
        for table in report.tables
        for row in table.shown
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    figures = [
        FrozenFigure("figures", "", figure.id, "", _number(figure.value), behind.cells(figure.cells))
        for figure in report.figures
    ]
    return FrozenFigures(tuple(numbers), (*cells, *figures))


class _Behind:
    """Numbers the selections that cells rest on."""

    def __init__(self, definition: ReportDefinition, report: BuiltReport, numbers: dict[FrozenSelection, int]) -> None:
        self._tables = tables = definition.all_tables
        self._report, self._numbers = report, numbers
        self._worked = {
            CellAt(worked.table.id, down, along): tuple(locate(reference, tables) for reference in references(cell))
            for worked in definition.worked
            for down, row in enumerate(worked.cells)
            for along, cell in enumerate(row)
            if cell is not None and not isinstance(cell, str)
        }

    def cells(self, cells: Iterable[CellAt]) -> tuple[int, ...]:
        """The selections behind several cells, each once."""
        return tuple(dict.fromkeys(number for at in cells for number in self.cell(at)))

    def cell(self, at: CellAt) -> tuple[int, ...]:
        """The selections behind a cell."""
        return tuple(dict.fromkeys(self._numbered(at)))

    def _numbered(self, at: CellAt) -> Iterator[int]:
        cell = self._report.cell(at)
        for selection in (cell.cases, cell.among):
            if selection is not None:
                frozen = FrozenSelection(behind_sql(selection), selection.window.first, selection.window.last)
                yield self._numbers.setdefault(frozen, len(self._numbers))
        for other in (*self._worked.get(at, ()), *self._compared(cell)):
            yield from self._numbered(other)

    def _compared(self, cell: Cell) -> tuple[CellAt, ...]:
        """The two cells that a change is between."""
        table = self._tables[cell.at.table]
        if table.columns[cell.at.column].head.change is None:
            return ()
        return tuple(replace(cell.at, column=along) for along in compared(table, cell.at.column))


def _words(cell: Cell) -> str | None:
    return _number(cell.value) if cell.value is not None else cell.mark or None


def _number(value: object) -> str | None:
    return None if value is None else str(value)


def figures_to_bytes(figures: FrozenFigures) -> bytes:
    """The figures as canonical bytes."""
    return canonical({"format": FORMAT, **asdict(figures)})


def figures_from_bytes(content: bytes) -> FrozenFigures:
    """The figures read back; ValueError for a format that is not known."""
    data: Mapping[str, Any] = json.loads(content)
    if data["format"] != FORMAT:
        raise ValueError(f"Frozen figures of format {data['format']} cannot be read; this reads format {FORMAT}.")
    return FrozenFigures(
        tuple(FrozenSelection(**selection) for selection in data["selections"]),
        tuple(FrozenFigure(**figure | {"behind": tuple(figure["behind"])}) for figure in data["figures"]),
    )


def selections_of(report: BuiltReport) -> Iterator[Selection]:
    """Every selection behind the report's cells."""
    tables: tuple[BuiltTable, ...] = (*report.tables, *report.counts)
    for cell in (cell for table in tables for row in table.rows for cell in row.cells):
        yield from (selection for selection in (cell.cases, cell.among) if selection is not None)
