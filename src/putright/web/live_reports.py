"""What the pages of reports fetch: a live report by its address, the rows behind a cell, the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Max, Min, QuerySet
from django.http import Http404

from putright.authorities import Authority
from putright.casework.models import RepresentationRow
from putright.oversight.reports import UnknownReport, cases_behind, live_report, report_definition
from putright.reporting.period import Period, PeriodNotUnderstood, read_period
from putright.reporting.query import Selection
from putright.reporting.report import BuiltReport, ReportDefinition
from putright.web.keyset import PAGE_SIZE


def definitions(council: Authority) -> list[ReportDefinition]:
    """The reports that the council's folder defines."""
    return [report_definition(council, folder.name) for folder in council.reports]


def report_at(council: Authority, slug: str, period: str) -> BuiltReport:
    """The report on a period, worked out now; Http404 when there is no such report or period."""
    try:
        return live_report(council.slug, slug, read_period(period, council.year_starts_month), connection)
    except (UnknownReport, PeriodNotUnderstood) as cause:
        raise Http404(str(cause)) from cause


def definition_at(council: Authority, slug: str, period: str) -> tuple[ReportDefinition, Period]:
    """The definition of a report and the months of a period; Http404 when there is no such report or period."""
    try:
        return report_definition(council, slug), read_period(period, council.year_starts_month)
    except (UnknownReport, PeriodNotUnderstood) as cause:
        raise Http404(str(cause)) from cause


def received_between(council: Authority) -> tuple[date | None, date | None]:
    """The first and the last day on which the council received something."""
    rows = RepresentationRow.objects.filter(authority=council.slug)
    found = rows.aggregate(first=Min("received_on"), last=Max("received_on"))
    return found["first"], found["last"]


@dataclass(frozen=True)
class Behind:
    """A page of what a cell counts: `rows` of the representations, the key to go `on_after`, 0 for no more.

    A representation stands as often as the cell counts it. `withheld` are those of the page that may not be shown.
    """

    rows: list[Any]
    on_after: int
    withheld: int


def behind(selection: Selection, after: int, seen: QuerySet[Any]) -> Behind:
    """What stands behind a cell, as far as it is among the representations `seen`."""
    found = cases_behind(selection, connection, PAGE_SIZE + 1, after)
    page, more = found[:PAGE_SIZE], len(found) > PAGE_SIZE
    rows = seen.in_bulk([case.representation for case in page])
    shown = [rows[case.representation] for case in page if case.representation in rows]
    return Behind(shown, page[-1].key if more else 0, len(page) - len(shown))
