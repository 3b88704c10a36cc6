"""A table as a value: rows by columns, each saying what it counts. `reading` makes it from a council's file."""

from __future__ import annotations

from dataclasses import dataclass

from putright.facts.schema import OMBUDSMAN, REPRESENTATION, STAGE, TABLES, FactTable
from putright.reporting.conditions import Base, Condition
from putright.reporting.measures import Measure

FACTS = {table.name.removeprefix("facts_"): table for table in TABLES}

# What these three have in common is the representation's own, so that it has one value a representation.
OF_THE_REPRESENTATION = frozenset.intersection(
    *(
        frozenset(column.name for column in table.columns if column.kind != "key")
        for table in (REPRESENTATION, STAGE, OMBUDSMAN)
    )
)


@dataclass(frozen=True)
class Head:
    """A column within a year: its label (empty when the year's is enough), what it counts and its measure."""

    label: str
    measure: Measure
    where: Condition = ()
    base: Base | None = None


@dataclass(frozen=True)
class Row:
    """A row: `where` picks its facts, `population` the facts of its block. `measure` and `base` overrule the column's.

    `block` is the number of its block in the table. Columns whose labels are in `blank` are left empty, those in
    `not_applicable` say so.
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

    def measure(self, row: Row, head: Head) -> Measure:
        """What the cell where they meet measures."""
        return row.measure or head.measure

    def base_of(self, row: Row, head: Head) -> Base:
        """What puts a fact into a year in the cell where they meet."""
        return row.base or head.base or self.base
