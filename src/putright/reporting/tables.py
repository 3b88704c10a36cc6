"""A table worked out: the atoms of its query become cells, each of which knows what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from putright.reporting.counting import Counted
from putright.reporting.definition import ChangeKind, Column, Table
from putright.reporting.engines import Engine
from putright.reporting.imported import NOTHING_IMPORTED, Imported
from putright.reporting.measures import Measure, Quantity, rounded
from putright.reporting.notes import notes_of
from putright.reporting.numbers import Number, Place, Planned, months_of, planned
from putright.reporting.period import Period
from putright.reporting.printed import (
    NO_CASES,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    BuiltRow,
    BuiltTable,
    Cell,
    CellAt,
    columns_of,
)
from putright.reporting.query import Selection, atoms
from putright.reporting.ranking import ranked

__all__ = ["BuiltRow", "BuiltTable", "Cell", "CellAt", "build_table", "total_of"]


def build_table(
    table: Table,
    period: Period,
    engine: Engine,
    authority: str,
    built: Mapping[str, BuiltTable],
    imported: Imported = NOTHING_IMPORTED,
) -> BuiltTable:
    """`table` for a council and a period, from one query. Tables whose totals it takes shares of are in `built`."""
    asked = atoms(table, authority, period)
    counted = Counted(asked, engine.query(asked.sql) if asked.sql else [], imported, table.where)
    definite, order = ranked(table, period, counted)
    builder = _Builder(definite, period, authority, counted, built, imported)
    return BuiltTable(
        id=table.id,
        title=period.label(table.title),
        unit=table.unit,
        rows_are=table.rows_are or ("year" if table.has_years_as_rows else ""),
        columns=columns_of(table, period),
        rows=tuple(builder.row(at) for at in range(len(definite.rows))),
        notes=notes_of(definite, period, imported),
        subset_of=table.subset_of,
        order=order,
    )


def total_of(table: BuiltTable, year: int) -> Cell:
    """The count in the total row of a built table for one of its years."""
    for column, cell in zip(table.columns, table.total.cells, strict=True):
        if column.year == year and cell.is_count and isinstance(cell.value, int):
            return cell
    raise ValueError(f"{table.id} has no total for the year {year:+d}.")


class _Builder:
    """Works out the cells of one table."""

    def __init__(
        self,
        table: Table,
        period: Period,
        authority: str,
        counted: Counted,
        built: Mapping[str, BuiltTable],
        imported: Imported,
    ) -> None:
        self.table, self.period, self.authority = table, period, authority
        self.counted, self.built, self.imported = counted, built, imported
        self.planned = planned(table, period)

    def row(self, down: int) -> BuiltRow:
        """The row with this number."""
        row, columns = self.table.rows[down], self.table.columns
        cells: list[Cell] = []
        for along, column in enumerate(columns):
            at, place = CellAt(self.table.id, down, along), Place(row, column.year, column.head)
            if column.head.is_among(row.blank | row.not_applicable):
                mark = NOT_APPLICABLE if column.head.is_among(row.not_applicable) else ""
                cells.append(Cell(at, None, column.head.measure.unit, mark=mark))
            elif row.entered:
                cells.append(self._entered(at, place))
            elif (down, along) in self.planned:
                cells.append(self._counted(at, self.planned[down, along]))
            else:
                cells.append(Cell(at, None, column.head.measure.unit))
        cells = [self._changed(column, cell, cells) for column, cell in zip(columns, cells, strict=True)]
        label = row.label
        if row.year is not None or row.quarter:
            label = self.period.years_on(row.year or 0).label(label).replace("{quarter}", str(row.quarter))
        return BuiltRow(
            label, row.group, row.is_total, tuple(cells), leaves_out=bool(row.without), is_others=row.is_others
        )

    def _counted(self, at: CellAt, plan: Planned) -> Cell:
        measure = plan.measure
        numerator, denominator = self.counted.number(plan.above), self._below(plan)
        known = numerator is not None and (measure.denominator is None or denominator is not None)
        return Cell(
            at=at,
            value=measure.value(numerator or 0, denominator or 0) if known else None,
            unit=measure.unit,
            decimals=measure.decimals,
            base=plan.base,
            measure=measure.name,
            mark="" if known else NOT_AVAILABLE,
            numerator=numerator,
            denominator=denominator,
            cases=self._cases(plan.above, measure.numerator),
            among=self._among(plan),
            shown=measure.shown,
        )

    def _cases(self, number: Number, quantity: Quantity) -> Selection | None:
        if quantity.kind == "imported":
            return None
        picked = self.table.where + number.where + quantity.counted
        return Selection(self.table.facts, self.authority, picked, number.window, quantity)

    def _below(self, plan: Planned) -> int | None:
        """The number a share, an average or a rate is of; None where there is none."""
        if (whole := self._whole(plan)) is not None:
            return whole.numerator
        return None if plan.below is None else self.counted.number(plan.below)

    def _among(self, plan: Planned) -> Selection | None:
        """What that number counts."""
        if (whole := self._whole(plan)) is not None:
            return whole.cases
        return None if plan.below is None else self._cases(plan.below, plan.below.quantity)

    def _whole(self, plan: Planned) -> Cell | None:
        """The total of another table that a share is of."""
        share_of = plan.measure.share_of
        return (
            total_of(self.built[share_of], plan.year) if isinstance(share_of, str) and share_of in self.built else None
        )

    def _entered(self, at: CellAt, place: Place) -> Cell:
        """What is entered for another council: the number as it is known, to the decimals of its column."""
        measure, names = place.head.measure, dict(place.row.entered)
        cell = Cell(at, None, measure.unit, measure.decimals, measure=measure.name)
        if place.head.name not in names:
            return cell
        entry = self.imported.comparator(names[place.head.name], place.row.label, months_of(place, self.period))
        if entry is None:
            return replace(cell, mark=NOT_AVAILABLE)
        return replace(cell, value=rounded(entry.value, measure.decimals, measure.rounding))

    def _changed(self, column: Column, cell: Cell, cells: list[Cell]) -> Cell:
        """A cell of a change, worked out from the two cells of its row as they are printed; any other as it is."""
        change = column.head.change
        if change is None or cell.mark or column.head.is_among(self.table.rows[cell.at.row].blank):
            return cell
        now, then = (cells[at] for at in compared(self.table, cell.at.column))
        return changed(cell, change.kind, column.head.measure, now, then)


def compared(table: Table, along: int) -> tuple[int, int]:
    """The columns that the change in a column is between: that of the report's own year, and the earlier one."""
    head = table.columns[along].head
    assert head.change is not None
    at = {
        there.year: number
        for number, there in enumerate(table.columns)
        if there.head.change is None and (there.head.group, there.head.label) == (head.group, head.change.of)
    }
    return at[0], at[head.change.since]


def changed(cell: Cell, kind: ChangeKind, measure: Measure, now: Cell, then: Cell) -> Cell:
    """A cell of a change of this kind, worked out from two cells as they are printed."""
    cell = replace(cell, measure="change", mark=NO_CASES, signed=True)
    if now.value is None or then.value is None or (kind == "percent" and then.value == 0):
        return cell
    difference = Decimal(now.value) - Decimal(then.value)
    if kind != "percent":
        return replace(cell, value=rounded(difference, now.decimals, "half_up"), decimals=now.decimals, mark="")
    value = rounded(100 * difference / Decimal(then.value), measure.decimals, measure.rounding)
    return replace(cell, value=value, decimals=measure.decimals, mark="")
