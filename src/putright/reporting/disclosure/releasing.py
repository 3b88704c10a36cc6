"""A report as it may be published: counts withheld or rounded, and with them whatever was worked out from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from putright.authorities.authority import Authority
from putright.authorities.publishing import DisclosureRules
from putright.reporting.charts import build_chart
from putright.reporting.checks import Check
from putright.reporting.definition import Table
from putright.reporting.disclosure.counts import Told, told_by
from putright.reporting.disclosure.relations import relations
from putright.reporting.disclosure.rounding import rounded_report
from putright.reporting.disclosure.suppressing import Withheld, withhold
from putright.reporting.printed import WITHHELD, BuiltRow, BuiltTable, Cell, CellAt
from putright.reporting.report import BuiltReport, ReportDefinition
from putright.reporting.tables import compared
from putright.rules import Book

_NOTHING = Withheld(frozenset(), frozenset(), {})


@dataclass(frozen=True)
class Released:
    """A report as it may be published, and what was withheld to make it so."""

    report: BuiltReport
    rules: DisclosureRules
    withheld: Withheld
    told: Told

    def withheld_in(self, table: str) -> tuple[int, int]:
        """How many printed cells of a table are withheld because they are small, and how many to protect others."""
        printed = self.report.table[table].order
        cells = [counts for at, counts in self.told.cells.items() if at.table == table and at.row in printed]
        found = [set(counts) & self.withheld.counts for counts in cells]
        small = sum(bool(counts & self.withheld.small) for counts in found)
        return small, sum(bool(counts) for counts in found) - small


def release(
    definition: ReportDefinition, report: BuiltReport, rules: DisclosureRules, authority: Authority, book: Book
) -> Released:
    """`report`, worked out from `definition`, under a council's rules of disclosure."""
    told = told_by(definition, report)
    if rules.method == "none":
        return Released(report, rules, _NOTHING, told)
    if rules.method == "round":
        return Released(_quiet(rounded_report(definition, report, rules, authority, book)), rules, _NOTHING, told)
    defined = definition.all_tables
    tables = {name: (defined[name], built) for name, built in report.table.items()}
    withheld = withhold(told.values, relations(told, tables), rules.threshold)
    return Released(_without(definition, report, withheld, told), rules, withheld, told)


def _without(definition: ReportDefinition, report: BuiltReport, withheld: Withheld, told: Told) -> BuiltReport:
    hidden = {at for at, counts in told.cells.items() if not withheld.counts.isdisjoint(counts)}
    printed = tuple(_hide(definition.all_tables[table.id], table, hidden) for table in report.tables)
    tables = {table.id: table for table in printed}
    return _quiet(
        replace(
            report,
            tables=printed,
            counts=tuple(_hide(definition.all_tables[table.id], table, hidden) for table in report.counts),
            figures=tuple(
                replace(figure, value=None, mark=WITHHELD) if any(at in hidden for at in figure.cells) else figure
                for figure in report.figures
            ),
            charts=tuple(build_chart(chart, tables[chart.table]) for chart in definition.charts),
        )
    )


def _hide(table: Table, built: BuiltTable, hidden: set[CellAt]) -> BuiltTable:
    """`built` with its cells at these places withheld, and the changes between them."""
    compares = {at: compared(table, at) for at, column in enumerate(table.columns) if column.head.change}

    def is_hidden(cell: Cell) -> bool:
        beside = compares.get(cell.at.column, ())
        return any(replace(cell.at, column=column) in hidden for column in (cell.at.column, *beside))

    return _changed(built, lambda row: replace(row, cells=tuple(_hidden(c) if is_hidden(c) else c for c in row.cells)))


def _hidden(cell: Cell) -> Cell:
    """A count that is withheld stays a count, so that a chart leaves a gap for it."""
    hidden = replace(cell, value=None, mark=WITHHELD, numerator=None, denominator=None, among=None)
    return hidden if cell.is_count else replace(hidden, cases=None)


def _changed(built: BuiltTable, change: Callable[[BuiltRow], BuiltRow]) -> BuiltTable:
    changed = replace(built, rows=tuple(change(row) for row in built.rows))
    if not any(cell.mark == WITHHELD for row in changed.shown for cell in row.cells):
        return changed
    told = f"{WITHHELD} is a number withheld, because it or another would tell of very few people."
    return replace(changed, notes=(*changed.notes, told))


def _quiet(report: BuiltReport) -> BuiltReport:
    """The same with checks that tell no number."""
    checks = tuple(Check(check.id, check.ok, _saying(check)) for check in report.checks)
    return replace(report, checks=checks)


def _saying(check: Check) -> str:
    return f"{check.message.split(':')[0].rstrip('.')}: {'holds' if check.ok else 'does not hold'}."
