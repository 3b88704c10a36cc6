"""A whole report: its definition as read from a council's folder, and the same worked out for a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from putright.authorities.authority import Authority
from putright.reporting.charts import BuiltChart, Chart, build_chart
from putright.reporting.checks import (
    Check,
    SameFigure,
    check_known,
    check_placed,
    check_same,
    check_subset,
    check_totals,
    check_typed,
)
from putright.reporting.conditions import Test
from putright.reporting.definition import Table
from putright.reporting.document import NOTHING_WRITTEN, Document, typed_numbers
from putright.reporting.engines import Engine
from putright.reporting.figures import BuiltFigure, Figure, Known, NotComputed, build_figures
from putright.reporting.imported import NOTHING_IMPORTED, Imported
from putright.reporting.period import Period
from putright.reporting.tables import BuiltTable, Cell, CellAt, build_table
from putright.reporting.worked import Worked, build_worked
from putright.rules import Book


@dataclass(frozen=True)
class ReportDefinition:
    """A report as its author wrote it, for any period.

    `counts` are tables that are not printed and that figures are worked out from; `worked` are put together of others.
    `names` are the proper names in the prose that hold digits. `lists` are the texts placed as lists. `imported` are
    the numbers that come from elsewhere. `key_facts` are its one page of key facts, empty if it has none.
    """

    slug: str
    title: str
    tables: tuple[Table, ...]
    counts: tuple[Table, ...]
    worked: tuple[Worked, ...]
    figures: tuple[Figure, ...]
    not_computed: tuple[NotComputed, ...]
    charts: tuple[Chart, ...]
    same: tuple[SameFigure, ...]
    lists: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    document: Document
    imported: Imported = NOTHING_IMPORTED
    key_facts: Document = NOTHING_WRITTEN

    @property
    def all_tables(self) -> dict[str, Table]:
        """The tables, the counts and what is put together of them by id."""
        put_together = (worked.table for worked in self.worked)
        return {table.id: table for table in (*self.tables, *self.counts, *put_together)}

    @property
    def printed(self) -> tuple[Table, ...]:
        """The tables that are printed: those of facts, then those that are put together."""
        return (*self.tables, *(worked.table for worked in self.worked))


@dataclass(frozen=True)
class BuiltReport:
    """A report worked out for a council and a period: all that a renderer needs, and nothing to work out."""

    authority: str
    slug: str
    report: str
    title: str
    period: Period
    tables: tuple[BuiltTable, ...]
    counts: tuple[BuiltTable, ...]
    figures: tuple[BuiltFigure, ...]
    charts: tuple[BuiltChart, ...]
    checks: tuple[Check, ...]
    not_computed: tuple[NotComputed, ...]
    lists: Mapping[str, tuple[str, ...]]
    document: Document
    key_facts: Document = NOTHING_WRITTEN

    @cached_property
    def table(self) -> Mapping[str, BuiltTable]:
        """The tables and counts by id."""
        return {table.id: table for table in (*self.tables, *self.counts)}

    @cached_property
    def figure(self) -> Mapping[str, BuiltFigure]:
        """The figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def chart(self) -> Mapping[str, BuiltChart]:
        """The charts by id."""
        return {chart.id: chart for chart in self.charts}

    def cell(self, at: CellAt) -> Cell:
        """The cell at a place; LookupError if the report has no such place."""
        return self.table[at.table].rows[at.row].cells[at.column]


def narrowed(definition: ReportDefinition, test: Test) -> ReportDefinition:
    """The report of those facts alone that meet a test, in every table and every figure."""
    tables, counts = (
        tuple(replace(table, where=(*table.where, test)) for table in found)
        for found in (definition.tables, definition.counts)
    )
    return replace(definition, tables=tables, counts=counts)


def build(
    definition: ReportDefinition, period: Period, engine: Engine, authority: Authority, book: Book
) -> BuiltReport:
    """The report on `period` from the facts that `engine` reads."""
    built: dict[str, BuiltTable] = {}
    for table in (*definition.tables, *definition.counts):
        built[table.id] = build_table(table, period, engine, authority.slug, built, definition.imported)
    known = Known(definition.all_tables, built, authority, book, period, definition.lists)
    for worked in definition.worked:
        built[worked.table.id] = build_worked(worked, known)
    tables = {table.id: built[table.id] for table in definition.printed}
    return BuiltReport(
        authority=authority.name,
        slug=authority.slug,
        report=definition.slug,
        title=period.label(definition.title),
        period=period,
        tables=tuple(tables.values()),
        counts=tuple(built[table.id] for table in definition.counts),
        figures=build_figures(definition.figures, known),
        charts=tuple(build_chart(chart, tables[chart.table]) for chart in definition.charts),
        checks=tuple(_checks(definition, tables, known)),
        not_computed=definition.not_computed,
        lists=definition.lists,
        document=definition.document,
        key_facts=definition.key_facts,
    )


def _checks(definition: ReportDefinition, tables: Mapping[str, BuiltTable], known: Known) -> Iterator[Check]:
    for table in definition.printed:
        yield from check_totals(table, tables[table.id])
        yield from check_known(tables[table.id])
        if table.subset_of:
            yield check_subset(tables[table.id], tables[table.subset_of])
    for same in definition.same:
        yield check_same(same, known)
    yield check_placed(definition.document.placed("table"), tables)
    prose = (definition.document, definition.key_facts)
    yield check_typed([word for document in prose for word in typed_numbers(document, definition.names)])
