"""A table as a value: rows by columns, each saying what it counts. `reading` makes it from a council's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from putright.facts.schema import CONCERN, OMBUDSMAN, REPRESENTATION, STAGE, TABLES, FactTable
from putright.reporting.conditions import Base, Condition, Window
from putright.reporting.measures import Measure

FACTS = {table.name.removeprefix("facts_"): table for table in TABLES}

# What these have in common is the representation's own, so that it has one value a representation.
_OF_THE_REPRESENTATION = frozenset.intersection(
    *(
        frozenset(column.name for column in table.columns if column.kind != "key")
        for table in (STAGE, OMBUDSMAN, CONCERN)
    )
)

ChangeKind = Literal["number", "percent", "points"]
CHANGES: tuple[ChangeKind, ...] = ("number", "percent", "points")


def may_have_several(facts: FactTable, column: str) -> bool:
    """Whether one representation may have several values of a column of `facts`."""
    return facts is not REPRESENTATION and column not in _OF_THE_REPRESENTATION


@dataclass(frozen=True)
class Change:
    """How much the column named `of` of the report's own year differs from that of the year `since`, as printed."""

    kind: ChangeKind
    of: str
    since: int


@dataclass(frozen=True)
class Head:
    """A column within a year: its label (empty when the year's is enough), what it counts and its measure.

    `group` is a heading above the years, with the columns of one group side by side. `quarter` narrows it to a quarter
    of the year, 0 for none. A head with a `change` stands once, after the years.
    """

    label: str
    measure: Measure
    where: Condition = ()
    base: Base | None = None
    group: str = ""
    quarter: int = 0
    change: Change | None = None

    @property
    def name(self) -> str:
        """Its group and its label: what it is called within a year."""
        return f"{self.group} {self.label}".strip()

    def is_among(self, names: frozenset[str]) -> bool:
        """Whether it is called by its label, its group or both."""
        return bool(names) and not names.isdisjoint({self.label, self.group, self.name} - {""})


@dataclass(frozen=True)
class Ranked:
    """Rows of which only some are shown: the `top` largest in the first column, of those with `at_least` so many."""

    top: int | None
    at_least: int


@dataclass(frozen=True)
class Row:
    """A row: `where` picks its facts, `population` the facts of its block. `measure` and `base` overrule the column's.

    `block` is the number of its block in the table. Columns that are named in `blank` are left empty, those in
    `not_applicable` say so. A row may be about a `year` or a `quarter` of its own; its label then has {start}, {end},
    {yy} and {quarter}. A total that is not of its whole block leaves out the codes in `without`. A row that is `ranked`
    is shown if it is large enough; with `is_others` it counts all that no other row of its block shows. `by` is the
    column that its code is of. `entered` are the hand-entered values of another council, by column.
    """

    label: str
    group: str | None
    where: Condition
    population: Condition
    is_total: bool = False
    measure: Measure | None = None
    base: Base | None = None
    blank: frozenset[str] = frozenset()
    not_applicable: frozenset[str] = frozenset()
    block: int = 0
    by: str = ""
    codes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    year: int | None = None
    quarter: int = 0
    ranked: Ranked | None = None
    is_others: bool = False
    entered: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Changed:
    """A definition that changed at the beginning of a `month`, what is said of it, and what held before and since.

    A year, or a quarter, that ends before the month is counted as before.
    """

    month: int
    says: str
    before: Condition = ()
    since: Condition = ()

    def where(self, window: Window) -> Condition:
        """What a fact of these months must meet on account of the change."""
        return self.before if window.last < self.month else self.since


@dataclass(frozen=True)
class Column:
    """A printed column: a year (0 for the report's own) and a head within it."""

    year: int
    head: Head


@dataclass(frozen=True)
class Table:
    """A table of a report, for any period; `years` are the years shown, 0 for the report's own, -1 for the last."""

    id: str
    title: str
    facts: FactTable
    unit: str
    base: Base
    where: Condition
    years: tuple[int, ...]
    year_label: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    rows_are: str = ""
    notes: tuple[str, ...] = ()
    subset_of: str | None = None
    changed: tuple[Changed, ...] = ()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its columns in the order in which they are printed: by group, by year, then by head; changes come last."""
        return tuple(self._columns())

    def _columns(self) -> Iterator[Column]:
        for group in dict.fromkeys(head.group for head in self.heads):
            heads = [head for head in self.heads if head.group == group]
            for year in self.years:
                yield from (Column(year, head) for head in heads if head.change is None)
            yield from (Column(0, head) for head in heads if head.change)

    @property
    def has_years_as_rows(self) -> bool:
        """Whether its rows say which year they are about, so that no column does."""
        return any(row.year is not None for row in self.rows)

    def measure(self, row: Row, head: Head) -> Measure:
        """What the cell where they meet measures."""
        return row.measure or head.measure

    def base_of(self, row: Row, head: Head) -> Base:
        """What puts a fact into a year in the cell where they meet."""
        return row.base or head.base or self.base
