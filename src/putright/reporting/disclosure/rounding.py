"""The other way to keep small numbers from telling: every count rounded to a multiple of a base."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from putright.authorities.authority import Authority
from putright.authorities.publishing import DisclosureRules
from putright.reporting.charts import build_chart
from putright.reporting.definition import Table
from putright.reporting.figures import Known, build_figures
from putright.reporting.printed import NO_CASES, WITHHELD, BuiltTable, Cell
from putright.reporting.report import BuiltReport, ReportDefinition
from putright.reporting.tables import changed, compared
from putright.reporting.worked import build_worked
from putright.rules import Book


def to_base(count: int, base: int) -> int:
    """`count` to the nearest multiple of `base`, halves up.

    >>> [to_base(count, 5) for count in (0, 2, 3, 7, 8)]
    [0, 0, 5, 5, 10]
    """
    return int((Fraction(count, base) + Fraction(1, 2)) // 1) * base


def rounded_report(
    definition: ReportDefinition, report: BuiltReport, rules: DisclosureRules, authority: Authority, book: Book
) -> BuiltReport:
    """`report` with its counts rounded, and its shares, changes, figures and charts worked out from those.

    An average or a sum of fewer cases than the threshold is withheld. Totals are rounded by themselves, so rows need
    not add up to them.
    """
    of_facts = (*definition.tables, *definition.counts)
    tables = {table.id: _rounded_table(table, report.table[table.id], rules) for table in of_facts}
    known = Known(definition.all_tables, tables, authority, book, report.period, definition.lists)
    for worked in definition.worked:
        tables[worked.table.id] = build_worked(worked, known)
    return replace(
        report,
        tables=tuple(tables[table.id] for table in report.tables),
        counts=tuple(tables[table.id] for table in report.counts),
        figures=build_figures(definition.figures, known),
        charts=tuple(build_chart(chart, tables[chart.table]) for chart in definition.charts),
    )


def _rounded_table(table: Table, built: BuiltTable, rules: DisclosureRules) -> BuiltTable:
    rows = []
    for down, row in enumerate(built.rows):
        cells = [_rounded_cell(table, down, cell, rules) for cell in row.cells]
        for along, column in enumerate(table.columns):
            if column.head.change and not cells[along].mark.strip(NO_CASES):
                now, then = (cells[at] for at in compared(table, along))
                cells[along] = changed(cells[along], column.head.change.kind, column.head.measure, now, then)
        rows.append(replace(row, cells=tuple(cells)))
    told = f"Counts are rounded to the nearest {rules.base}, so that rows need not add up to their totals."
    return replace(built, rows=tuple(rows), notes=(*built.notes, told))


def _rounded_cell(table: Table, down: int, cell: Cell, rules: DisclosureRules) -> Cell:
    if cell.value is None or cell.numerator is None or cell.cases is None:
        return cell
    measure = table.measure(table.rows[down], table.columns[cell.at.column].head)
    if cell.cases.counts.kind == "sum":
        few = cell.denominator is not None and 0 < cell.denominator < rules.threshold
        return replace(cell, value=None, mark=WITHHELD, numerator=None, denominator=None) if few else cell
    above = to_base(cell.numerator, rules.base)
    below = cell.denominator if cell.among is None else to_base(cell.denominator or 0, rules.base)
    return replace(cell, numerator=above, denominator=below, value=measure.value(above, below or 0))
