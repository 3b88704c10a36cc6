"""A table as it is printed: its columns, its rows and its cells, for one council and one period."""

from __future__ import annotations

from dataclasses import dataclass

from putright.reporting.definition import Column, Table
from putright.reporting.measures import NUMBER, Number
from putright.reporting.period import Period
from putright.reporting.query import Selection

NOT_APPLICABLE = "N/A"
NOT_AVAILABLE = "[x]"
NO_CASES = "–"
WORDS = "words"
"""What the measure of a cell is called that holds words, which are its mark."""
WITHHELD = "[c]"


@dataclass(frozen=True)
class CellAt:
    """Where a cell stands: its table, and the numbers of its row and column, from 0."""

    table: str
    row: int
    column: int


@dataclass(frozen=True)
class Cell:
    """One figure of a table.

    `value` is None where there is none: `mark` then says why (N/A, [x] for a number nobody entered, [c] for one that is
    withheld, or nothing for a cell left empty). `numerator` and `denominator` are the whole numbers it was worked out
    from. `cases` opens to the cases behind it, `among` to those that the denominator counts. `shown` is how it is
    printed where that is more than its value, `signed` that it is a change.
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
    among: Selection | None = None
    shown: str = ""
    signed: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts cases: neither a share, an average, a sum or a change nor a number from elsewhere."""
        return self.cases is not None and self.measure == NUMBER

    @property
    def is_words(self) -> bool:
        """Whether it holds words, not a number."""
        return self.measure == WORDS


@dataclass(frozen=True)
class BuiltColumn:
    """A printed column: `label` in full; `levels` is the same as nested headings, the outermost first.

    `has_words` says that its cells hold words, and are set like a sentence instead of like numbers.
    """

    label: str
    year: int
    year_label: str
    head: str
    unit: str
    levels: tuple[str, ...]
    is_change: bool = False
    has_words: bool = False


@dataclass(frozen=True)
class BuiltRow:
    """A printed row; a total that `leaves_out` something is not the total of its block, `is_others` all that is not
    shown by itself."""

    label: str
    group: str | None
    is_total: bool
    cells: tuple[Cell, ...]
    leaves_out: bool = False
    is_others: bool = False


@dataclass(frozen=True)
class BuiltTable:
    """A table with its cells, for one council and one period.

    `rows` are all its rows, numbered as they are written; `order` are the numbers of those that are printed, in order.
    """

    id: str
    title: str
    unit: str
    rows_are: str
    columns: tuple[BuiltColumn, ...]
    rows: tuple[BuiltRow, ...]
    notes: tuple[str, ...]
    subset_of: str | None
    order: tuple[int, ...]

    @property
    def shown(self) -> tuple[BuiltRow, ...]:
        """The rows that are printed, in their order."""
        return tuple(self.rows[at] for at in self.order)

    @property
    def has_total(self) -> bool:
        """Whether one of its rows is a whole total."""
        return any(row.is_total and not row.leaves_out for row in self.rows)

    @property
    def total(self) -> BuiltRow:
        """The last row that is a whole total; ValueError where the table has none."""
        for row in reversed(self.rows):
            if row.is_total and not row.leaves_out:
                return row
        raise ValueError(f"{self.id} has no row that is a total.")


def columns_of(table: Table, period: Period) -> tuple[BuiltColumn, ...]:
    """The printed columns of `table` in a report on `period`."""
    return tuple(_built(column, table, period) for column in table.columns)


def _built(column: Column, table: Table, period: Period) -> BuiltColumn:
    head, unit = column.head, column.head.measure.unit
    group = (head.group,) if head.group else ()
    if head.change:
        return BuiltColumn(head.name, 0, "", head.label, unit, (*group, head.label), is_change=True)
    year = period.years_on(column.year).label(table.year_label)
    if table.has_years_as_rows:
        own = head.label or table.unit[:1].upper() + table.unit[1:]
        return BuiltColumn(" ".join((*group, own)), column.year, "", own, unit, (*group, own))
    own_level = (head.label or "Number",) if any(other.label for other in table.heads if not other.change) else ()
    label = " ".join(part for part in (head.group, year, head.label) if part)
    return BuiltColumn(label, column.year, year, head.label, unit, (*group, year, *own_level))
