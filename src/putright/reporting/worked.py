"""Tables put together: cells of several tables, of the rule book and words side by side, each worked out like a figure.

What counts different things, such as complaints and decisions of the Ombudsman, cannot stand in one table of facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from putright.reporting.definition import Table
from putright.reporting.expressions import Expression, Reference
from putright.reporting.figures import Known, locate
from putright.reporting.measures import rounded
from putright.reporting.period import Period
from putright.reporting.printed import NO_CASES, NOT_APPLICABLE, WORDS, BuiltColumn, BuiltRow, BuiltTable, Cell, CellAt


@dataclass(frozen=True)
class Worked:
    """A table put together: `table` has its rows and columns, `cells` what stands where they meet.

    A cell is an expression, words, or None where it is left empty or does not apply.
    """

    table: Table
    cells: tuple[tuple[Expression | str | None, ...], ...]


def build_worked(worked: Worked, known: Known) -> BuiltTable:
    """The table for the period that is `known`; the tables it names are built."""
    table, period = worked.table, known.period
    return BuiltTable(
        id=table.id,
        title=period.label(table.title),
        unit=table.unit,
        rows_are=table.rows_are,
        columns=tuple(_column(worked, at, period) for at in range(len(table.columns))),
        rows=tuple(_row(worked, down, known) for down in range(len(table.rows))),
        notes=table.notes,
        subset_of=None,
        order=tuple(range(len(table.rows))),
    )


def _column(worked: Worked, at: int, period: Period) -> BuiltColumn:
    head, written = worked.table.columns[at].head, [cells[at] for cells in worked.cells]
    label, has_words = period.label(head.label), all(isinstance(cell, str | None) for cell in written)
    return BuiltColumn(label, 0, "", label, head.measure.unit, (label,), has_words=has_words)


def _row(worked: Worked, down: int, known: Known) -> BuiltRow:
    row = worked.table.rows[down]
    label = known.period.years_on(row.year or 0).label(row.label)
    cells = tuple(_cell(worked, CellAt(worked.table.id, down, at), known) for at in range(len(worked.table.columns)))
    return BuiltRow(label, row.group, row.is_total, cells)


def _cell(worked: Worked, at: CellAt, known: Known) -> Cell:
    """A cell that is one of another table's opens to the same cases; others say what they come to."""
    head, row = worked.table.columns[at.column].head, worked.table.rows[at.row]
    written, measure = worked.cells[at.row][at.column], head.measure
    if written is None:
        return Cell(at, None, measure.unit, mark=NOT_APPLICABLE if head.is_among(row.not_applicable) else "")
    if isinstance(written, str):
        return Cell(at, None, "", measure=WORDS, mark=written)
    if isinstance(written, Reference):
        there = locate(written, known.tables)
        return replace(known.built[there.table].rows[there.row].cells[there.column], at=at)
    value = known.value(written)
    if value is None:
        return Cell(at, None, measure.unit, mark=NO_CASES)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Cell(at, rounded(exact, measure.decimals, measure.rounding), measure.unit, measure.decimals)
