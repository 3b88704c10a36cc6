"""Charts as values: some rows of a table over its years, with the words that say what they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from putright.reporting.printed import WITHHELD, BuiltRow, BuiltTable, Cell

ChartKind = Literal["line", "bar"]
KINDS: tuple[ChartKind, ...] = ("line", "bar")
Along = Literal["years", "rows"]
ALONG: tuple[Along, ...] = ("years", "rows")
Order = Literal["size", "table"]
ORDERS: tuple[Order, ...] = ("size", "table")
OTHERS = "All others"


@dataclass(frozen=True)
class Chart:
    """The counts of a table's rows over its years: `rows` says whether of single rows or of the groups' totals.

    The `most` largest of this year are shown each by itself, the others added up as one. What stands `along` the axis
    is the years, with a colour for each row; or, in a bar chart, the rows, with a colour for each year. The rows stand
    in the `order` of their size this year or, where it means something, as that of stages does, in that of the table.
    """

    id: str
    title: str
    table: str
    kind: ChartKind
    rows: Literal["single", "totals"]
    most: int
    along: Along = "years"
    order: Order = "size"


@dataclass(frozen=True)
class Series:
    """One row of the table: a value for each year, None for one that is withheld."""

    label: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class BuiltChart:
    """A chart with its numbers; `years` are the labels of the years, the oldest first."""

    id: str
    title: str
    table: str
    kind: ChartKind
    unit: str
    years: tuple[str, ...]
    series: tuple[Series, ...]
    along: Along = "years"

    @property
    def alt(self) -> str:
        """All that the chart shows, in words."""
        told = [
            f"{series.label}: "
            + ", ".join(f"{_told(value)} in {year}" for value, year in zip(series.values, self.years, strict=True))
            for series in self.series
        ]
        return f"{self.kind.capitalize()} chart of {self.unit}. " + "; ".join(told) + "."


def build_chart(chart: Chart, table: BuiltTable) -> BuiltChart:
    """`chart` with the numbers of its table; of a table that is nothing but its total, the total is drawn."""
    rows = [row for row in table.shown if not row.leaves_out and any(cell.is_count for cell in row.cells)]
    whole = table.total if table.has_total else None
    columns = [at for at in range(len(table.columns)) if any(row.cells[at].is_count for row in rows)]
    columns.sort(key=lambda at: table.columns[at].year)
    grouped = {row.group for row in rows if row.is_total}
    wanted = [
        row
        for row in rows
        if (not row.is_total if chart.rows == "single" else row.is_total or row.group not in grouped)
        and row is not whole
    ]
    drawn = wanted or rows
    single = [row for row in drawn if not row.is_others]
    by_size = sorted(single, key=lambda row: -(_counts(row.cells, columns)[-1] or 0))
    largest, others = by_size[: chart.most], [*by_size[chart.most :], *(row for row in drawn if row.is_others)]
    if chart.order == "table":
        largest.sort(key=single.index)
    shown = [Series(_called(row, chart), _counts(row.cells, columns)) for row in largest]
    if others:
        label = next((_called(row, chart) for row in others if row.is_others), OTHERS)
        values = zip(*(_counts(row.cells, columns) for row in others), strict=True)
        shown.append(Series(label, tuple(_added(each) for each in values)))
    years = tuple(table.columns[at].year_label for at in columns)
    return BuiltChart(chart.id, chart.title, chart.table, chart.kind, table.unit, years, tuple(shown), chart.along)


def _called(row: BuiltRow, chart: Chart) -> str:
    return row.group or row.label if chart.rows == "totals" else row.label


def _counts(cells: tuple[Cell, ...], columns: list[int]) -> tuple[int | None, ...]:
    return tuple(None if cells[at].mark == WITHHELD else int(cells[at].value or 0) for at in columns)


def _added(values: tuple[int | None, ...]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _told(value: int | None) -> str:
    return "a number withheld" if value is None else f"{value:,}"
