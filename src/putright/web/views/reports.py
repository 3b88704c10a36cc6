"""Live reports: the list, a report, one of its tables, the cases behind a cell, and the files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.casework.queries import representations_seen_by
from putright.reporting.figures import CellAt
from putright.reporting.render.forms import forms_of
from putright.web.live_reports import behind, definitions, received_between, report_at
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.report import Place, ReportPage, TablePage
from putright.web.presenters.report_cell import CellPage, trail_in_report
from putright.web.presenters.report_list import report_list
from putright.web.presenters.report_rooms import report_rooms
from putright.web.presenters.representation_line import RepresentationLine


@require_GET
@needs("see_reports")
def reports(request: HttpRequest) -> HttpResponse:
    """The council's reports and the years there is something to report on."""
    council = council_of(request)
    listed = report_list(definitions(council), council, *received_between(council))
    return render(
        request, "reports/list.html", {"reports": listed, "rooms": report_rooms(actor_of(request), "reports")}
    )


@require_GET
@needs("see_reports")
def report(request: HttpRequest, slug: str, period: str) -> HttpResponse:
    """A report, whole."""
    page = ReportPage(report_at(council_of(request), slug, period))
    context = {"page": page, "may_draft": actor_of(request).may("draft_reports")}
    return render(request, "reports/one.html", context)


@require_GET
@needs("see_reports")
def report_table(request: HttpRequest, slug: str, period: str, table: str) -> HttpResponse:
    """One table of a report."""
    built = report_at(council_of(request), slug, period)
    if table not in built.table:
        raise Http404(f"The report has no table {table}.")
    return render(request, "reports/table.html", {"page": TablePage(built, built.table[table])})


@require_GET
@needs("see_reports")
def report_cell(request: HttpRequest, slug: str, period: str, table: str, row: int, column: int) -> HttpResponse:
    """One figure, and the cases behind it."""
    council, after = council_of(request), _number(request.GET.get("after", ""))
    built = report_at(council, slug, period)
    try:
        selection = built.table[table].rows[row].cells[column].cases
    except LookupError as cause:
        raise Http404("There is no such cell.") from cause
    if selection is None:
        raise Http404("No cases stand behind this cell.")
    found = behind(selection, after, representations_seen_by(actor_of(request), localdate()))
    lines = [RepresentationLine.of(each, council, localdate()) for each in found.rows]
    at, trail = CellAt(table, row, column), trail_in_report(built, built.table[table])
    here = Place.of(built.report, built.period).of_cell(at)
    page = CellPage(built.table[table], at, lines, after, found.on_after, found.withheld, here, trail)
    return render(request, "reports/cell.html", {"page": page})


@require_GET
@needs("see_reports")
def report_file(request: HttpRequest, slug: str, period: str, kind: str) -> HttpResponse:
    """The report as a file."""
    built = report_at(council_of(request), slug, period)
    form = next((form for form in forms_of(built) if form.name == kind), None)
    if form is None:
        raise Http404(f"The report is not to be had as {kind}.")
    response = HttpResponse(form.render(built), content_type=form.content_type)
    response["Content-Disposition"] = f'attachment; filename="{form.file_name(built)}"'
    return response


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
