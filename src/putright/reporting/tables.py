"""A table worked out: the atoms of its query become cells, each of which knows what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from putright.reporting.conditions import Condition, Window
from putright.reporting.definition import Table
from putright.reporting.engines import Engine
from putright.reporting.measures import Measure, Number, Quantity
from putright.reporting.period import Period
from putright.reporting.query import Atoms, Place, Selection, atoms, window_of

NOT_APPLICABLE = "N/A"


@dataclass(frozen=True)
class CellAt:
    """Where a cell stands: its table, and the numbers of its row and column, from 0."""

    table: str
    row: int
    column: int


@dataclass(frozen=True)
class Cell:
    """One figure of a table.

    `value` is None where there is none: `mark` then says why (N/A, or nothing for a cell left empty). `numerator` and
    `denominator` are the whole numbers it was worked out from. `cases` opens to the cases behind it.
    """

    at: CellAt
    value: Number | None
    unit: str
    decimals: int = 0
    base: str = ""
    measure: str = ""
    mark: str = ""
    numerator: int | None = None
    denominator: int | None = None
    cases: Selection | None = None


@dataclass(frozen=True)
class BuiltColumn:
    """A printed column: `label` in full, made of the year's label and the column's own."""

    label: str
    year: int
    year_label: str
    head: str
    unit: str


@dataclass(frozen=True)
class BuiltRow:
    """A printed row."""

    label: str
    group: str | None
    is_total: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class BuiltTable:
    """A table with its cells, for one council and one period."""

    id: str
    title: str
    unit: str
    rows_are: str
    columns: tuple[BuiltColumn, ...]
    rows: tuple[BuiltRow, ...]
    notes: tuple[str, ...]
    subset_of: str | None

    @property
    def total(self) -> BuiltRow:
        """The last row that is a total; ValueError where the table has none."""
        for row in reversed(self.rows):
            if row.is_total:
                return row
        raise ValueError(f"{self.id} has no row that is a total.")


def build_table(
    table: Table, period: Period, engine: Engine, authority: str, built: Mapping[str, BuiltTable]
) -> BuiltTable:
    """`table` for a council and a period, from one query. Tables whose totals it takes shares of are in `built`."""
    asked = atoms(table, authority, period)
    counted = _Counted(asked, engine.query(asked.sql))
    columns = tuple(
        BuiltColumn(f"{label} {head.label}".strip(), year, label, head.label, head.measure.unit)
        for year in table.years
        for label in [period.years_on(year).label(table.year_label)]
        for head in table.heads
    )

    def cell(at: CellAt, place: Place) -> Cell:
        row, head, measure = place.row, place.head, table.measure(place.row, place.head)
        window = window_of(table, place, period)
        if head.label in row.blank or head.label in row.not_applicable:
            return Cell(at, None, measure.unit, mark=NOT_APPLICABLE if head.label in row.not_applicable else "")
        above = counted.number(row.where + head.where, measure.numerator, window)
        below = _below(measure, place, window, counted, built)
        return Cell(
            at=at,
            value=measure.value(above, below or 0),
            unit=measure.unit,
            decimals=measure.decimals,
            base=f"{window.base.name} in {period.years_on(place.year).label('{start}/{yy}')}",
            measure=measure.name,
            numerator=above,
            denominator=below,
            cases=Selection(
                table.facts,
                authority,
                table.where + row.where + head.where + measure.numerator.counted,
                window,
                measure.numerator,
            ),
        )

    across = [(year, head) for year in table.years for head in table.heads]
    rows = tuple(
        BuiltRow(
            row.label,
            row.group,
            row.is_total,
            tuple(
                cell(CellAt(table.id, down, along), Place(row, year, head)) for along, (year, head) in enumerate(across)
            ),
        )
        for down, row in enumerate(table.rows)
    )
    return BuiltTable(
        table.id, period.label(table.title), table.unit, table.rows_are, columns, rows, table.notes, table.subset_of
    )


def _below(
    measure: Measure, place: Place, window: Window, counted: _Counted, built: Mapping[str, BuiltTable]
) -> int | None:
    """The number a share or an average is of; None for a count."""
    if measure.denominator is None:
        return None
    if measure.share_of == "block":
        return counted.number(place.row.population + place.head.where, measure.denominator, window)
    if measure.share_of == "table":
        return counted.number(place.head.where, measure.denominator, window)
    if measure.share_of:
        return total_of(built[measure.share_of], place.year)
    return counted.number(place.row.where + place.head.where, measure.denominator, window)


def total_of(table: BuiltTable, year: int) -> int:
    """The count in the total row of a built table for one of its years."""
    for column, cell in zip(table.columns, table.total.cells, strict=True):
        if column.year == year and cell.denominator is None and isinstance(cell.value, int):
            return cell.value
    raise ValueError(f"{table.id} has no total for the year {year:+d}.")


class _Counted:
    """The atoms of one table, added up for a condition; what a condition picks is worked out once."""

    def __init__(self, asked: Atoms, rows: list[tuple[Any, ...]]) -> None:
        self._position = {column: at for at, column in enumerate(asked.columns)}
        self._numbers = {number: at for at, number in enumerate(asked.numbers, start=len(asked.columns))}
        self._rows = rows
        self._picked: dict[Condition, list[tuple[Any, ...]]] = {}

    def number(self, where: Condition, quantity: Quantity, window: Window) -> int:
        """The sum of one number over the atoms that meet `where`."""
        at = self._numbers[quantity, window]
        return sum(int(row[at] or 0) for row in self._pick(where))

    def _pick(self, where: Condition) -> list[tuple[Any, ...]]:
        if where not in self._picked:
            rows = self._rows
            for test in where:
                at = self._position[test.column]
                rows = [row for row in rows if test.matches(row[at])]
            self._picked[where] = rows
        return self._picked[where]
