"""A live report as a page: what it covers, its files, and every figure a link to the cases it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from putright.reporting.figures import CellAt
from putright.reporting.period import Period
from putright.reporting.render import html
from putright.reporting.render.forms import forms_of
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable, Cell
from putright.web.presenters.words import long_date, plural


@dataclass(frozen=True)
class Place:
    """Where a report stands among the pages: its slug and its period as they are written in addresses."""

    report: str
    period: str

    @classmethod
    def of(cls, report: str, period: Period) -> Place:
        """The place of a report on `period`."""
        return cls(report, period.label("{start}-{yy}"))

    def href(self, page: str, *inside: object) -> str:
        """The address of one of the report's pages."""
        return reverse(page, args=[self.report, self.period, *inside])

    def of_cell(self, at: CellAt) -> str:
        """The address at which a cell of the report opens its cases."""
        return self.href("report-cell", at.table, at.row, at.column)


class Links:
    """The address at which each cell of some tables opens its cases: what `address` says of its place."""

    def __init__(self, tables: tuple[BuiltTable, ...], address: Callable[[CellAt], str]) -> None:
        self._address = address
        # Two cells with the same content stand in two places, so a cell is known by which object it is.
        self._at = {
            id(cell): CellAt(table.id, row_number, column)
            for table in tables
            for row_number, row in enumerate(table.rows)
            for column, cell in enumerate(row.cells)
            if cell.cases is not None
        }

    def __call__(self, cell: Cell) -> str | None:
        """The address, None for a cell that opens to nothing."""
        at = self._at.get(id(cell))
        return self._address(at) if at else None


@dataclass(frozen=True)
class ReportPage:
    """A live report."""

    report: BuiltReport

    @cached_property
    def place(self) -> Place:
        """Where it stands among the pages."""
        return Place.of(self.report.report, self.report.period)

    @property
    def title(self) -> str:
        """Its title."""
        return self.report.title

    @property
    def covers(self) -> str:
        """Whose it is and the days it covers."""
        period = self.report.period
        return f"{self.report.authority}, {long_date(period.start)} to {long_date(period.end)}"

    @property
    def files(self) -> list[dict[str, str]]:
        """The forms in which it can be had as a file."""
        return [
            {"text": form.title, "href": self.place.href("report-file", form.name)} for form in forms_of(self.report)
        ]

    @property
    def contents(self) -> Markup:
        """Links to its chapters."""
        return html.contents(self.report)

    @property
    def body(self) -> Markup:
        """Its prose, tables and charts, every figure a link."""
        return html.body(self.report, Links((*self.report.tables, *self.report.counts), self.place.of_cell))

    @property
    def about(self) -> Markup:
        """What was checked, and what the records cannot give."""
        return html.about(self.report)

    @property
    def checks(self) -> list[dict[str, Any]]:
        """Each check, those that fail first."""
        ordered = sorted(self.report.checks, key=lambda check: check.ok)
        return [{"ok": check.ok, "message": check.message} for check in ordered]

    @property
    def tables(self) -> list[dict[str, str]]:
        """The tables by title, each with its own page."""
        return [
            {"text": table.title, "href": self.place.href("report-table", table.id)} for table in self.report.tables
        ]


@dataclass(frozen=True)
class TablePage:
    """One table of a report by itself."""

    report: BuiltReport
    table: BuiltTable

    @property
    def place(self) -> Place:
        """Where the report stands among the pages."""
        return Place.of(self.report.report, self.report.period)

    @property
    def body(self) -> Markup:
        """The table, every figure a link."""
        return html.table(self.table, Links((self.table,), self.place.of_cell))

    @property
    def size(self) -> str:
        """How large it is."""
        return f"{plural(len(self.table.shown), 'row')}, {plural(len(self.table.columns), 'column')}"
