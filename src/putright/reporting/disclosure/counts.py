"""What a report tells about numbers of cases: each count it prints or that a number it prints was worked out from.

Two cells that count the same cases are one count, in whichever tables they stand: so tables that share a margin share
it here too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from putright.facts.schema import REPRESENTATION
from putright.reporting.conditions import OneOf, Test, Window
from putright.reporting.expressions import references
from putright.reporting.figures import locate
from putright.reporting.printed import Cell, CellAt
from putright.reporting.query import Selection
from putright.reporting.report import BuiltReport, ReportDefinition


@dataclass(frozen=True)
class Count:
    """A number of facts, or with `once_each` of representations, that meet every test of `where` within a window.

    Counts are looked up often, so each works its hash out once.
    """

    facts: str
    where: frozenset[Test]
    window: Window
    once_each: bool = False
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.facts, self.where, self.window, self.once_each)))

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def order(self) -> tuple[object, ...]:
        """By which counts are put in one order, the same in every run."""
        tests = sorted(test.sql() for test in self.where)
        return (self.facts, self.window.first, self.window.last, self.window.base.name, len(tests), tests)


def count_of(selection: Selection | None) -> Count | None:
    """What a selection counts; None where it adds something up instead."""
    if selection is None or selection.counts.kind == "sum":
        return None
    once_each = selection.counts.kind == "distinct" and selection.facts is not REPRESENTATION
    return Count(selection.facts.name, frozenset(map(_in_order, selection.where)), selection.window, once_each)


def _in_order(test: Test) -> Test:
    return OneOf(test.column, tuple(sorted(set(test.codes))), test.refused) if isinstance(test, OneOf) else test


def counts_of(cell: Cell) -> Iterator[tuple[Count, int]]:
    """The counts a cell tells about, with their values: its numerator and its denominator."""
    for selection, value in ((cell.cases, cell.numerator), (cell.among, cell.denominator)):
        count = count_of(selection)
        if count is not None and value is not None:
            yield count, value


@dataclass(frozen=True)
class Told:
    """The counts a report tells about, by value, and the counts that each cell rests on."""

    values: Mapping[Count, int]
    cells: Mapping[CellAt, tuple[Count, ...]]


def told_by(definition: ReportDefinition, report: BuiltReport) -> Told:
    """The counts behind every cell of the printed tables, and behind the figures."""
    worked = _worked(definition)
    wanted = [cell.at for table in report.tables for row in table.rows for cell in row.cells]
    wanted += [at for figure in report.figures for at in figure.cells]
    values: dict[Count, int] = {}
    cells: dict[CellAt, tuple[Count, ...]] = {}
    for at in dict.fromkeys(wanted):
        counts = dict(_behind(at, report, worked))
        values |= counts
        cells[at] = tuple(counts)
    return Told(values, cells)


def _worked(definition: ReportDefinition) -> dict[CellAt, tuple[CellAt, ...]]:
    """The cells that each cell of a table put together is worked out from."""
    tables = definition.all_tables
    return {
        CellAt(worked.table.id, down, along): tuple(locate(reference, tables) for reference in references(cell))
        for worked in definition.worked
        for down, row in enumerate(worked.cells)
        for along, cell in enumerate(row)
        if cell is not None and not isinstance(cell, str)
    }


def _behind(
    at: CellAt, report: BuiltReport, worked: Mapping[CellAt, tuple[CellAt, ...]]
) -> Iterator[tuple[Count, int]]:
    yield from counts_of(report.cell(at))
    for other in worked.get(at, ()):
        yield from _behind(other, report, worked)
