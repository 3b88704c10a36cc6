"""The dashboard of senior officers: how things stand now, and the year beside the one before, for some services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from putright.reporting.figures import CellAt
from putright.reporting.render import html
from putright.reporting.report import BuiltReport
from putright.web.forms.services import ServiceForm
from putright.web.presenters.problems import problems_of
from putright.web.presenters.report import Links
from putright.web.presenters.services import service_selects, services_query
from putright.web.presenters.words import long_date, number

_NARROW = 3
"""The most columns of a table that stands beside another."""


@dataclass(frozen=True)
class DashboardPage:
    """`now` are the numbers of open representations, `owed` of overdue remedies and actions; `report` is of the year.

    `opens_cases` says whether whoever looks may see cases; `report` is None where there is nothing to count yet.
    """

    form: ServiceForm
    now: Mapping[str, int]
    owed: Mapping[str, int]
    report: BuiltReport | None
    opens_cases: bool

    @property
    def problems(self) -> list[dict[str, str]]:
        """What of the address could not be used."""
        return problems_of(self.form)

    @property
    def selects(self) -> list[dict[str, Any]]:
        """The lists it is narrowed by."""
        return service_selects(self.form)

    @property
    def standing(self) -> list[dict[str, str]]:
        """How things stand now, each number with the list it opens."""
        return [
            self._tile("Open", self.now["open"], "representations", status="open"),
            self._tile("Overdue", self.now["overdue"], "representations", status="open", due="overdue"),
            self._tile(
                "Due in the next 7 days", self.now["this_week"], "representations", status="open", due="this_week"
            ),
            self._tile("Remedies overdue", self.owed["remedies"], "remedies", standing="overdue"),
            self._tile("Actions overdue", self.owed["actions"], "actions", standing="overdue"),
        ]

    def _tile(self, text: str, count: int, page: str, **narrowed: str) -> dict[str, str]:
        href = f"{reverse(page)}?{services_query(self.form.chosen, **narrowed)}" if self.opens_cases else ""
        return {"text": text, "number": number(count), "href": href}

    @property
    def covers(self) -> str:
        """The days of the year."""
        if self.report is None:
            return ""
        return f"{long_date(self.report.period.start)} to {long_date(self.report.period.end)}"

    @cached_property
    def tables(self) -> list[dict[str, Any]]:
        """The tables of the year, every figure a link for those who may see cases; wide ones by themselves."""
        if self.report is None:
            return []
        links = Links(self.report.tables, self._cell_href) if self.opens_cases else None
        return [
            {"title": table.title, "body": html.table(table, links), "is_wide": len(table.columns) > _NARROW}
            for table in self.report.tables
        ]

    def _cell_href(self, at: CellAt) -> str:
        return f"{reverse('dashboard-cell', args=[at.table, at.row, at.column])}?{self.form.query}"
