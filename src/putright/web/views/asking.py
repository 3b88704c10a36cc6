"""Asking the figures: the page, its table as a file, the cases behind a cell, and keeping the table in a report."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_POST

from putright.authorities import Authority
from putright.casework.actions.base import ActionRefused
from putright.casework.queries import representations_seen_by
from putright.oversight.added_tables import Adding, add_table, added_tables, added_toml, versions_of, withdraw_table
from putright.oversight.models import AddedTable
from putright.oversight.reports import UnknownReport, report_definition
from putright.reporting.asking import entries_of
from putright.reporting.figures import CellAt
from putright.reporting.render.csv import render_tables
from putright.web.asking import Asked
from putright.web.forms.asking import SaveTableForm
from putright.web.live_reports import behind, definitions
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.asking.added import AddedPage
from putright.web.presenters.asking.page import AskPage, ask_href
from putright.web.presenters.report_cell import CellPage
from putright.web.presenters.report_list import plain_title
from putright.web.presenters.report_rooms import report_rooms
from putright.web.presenters.representation_line import RepresentationLine


@require_GET
@needs("see_reports")
def ask(request: HttpRequest) -> HttpResponse:
    """A table built in the page and seen at once."""
    council = council_of(request)
    kept = {name: request.GET.get(name, "") for name in ("name", "report")}
    return _shown(request, Asked(request.GET, council), _save_form(request, council, None, kept))


@require_GET
@needs("see_reports")
def ask_csv(request: HttpRequest) -> HttpResponse:
    """The same table as a CSV file."""
    asked = Asked(request.GET, council_of(request))
    built = asked.built(asked.form.period) if asked.form.period else None
    if built is None:
        raise Http404("There is no table to be had from what was asked.")
    response = HttpResponse(render_tables([built]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="asked.csv"'
    return response


@require_GET
@needs("see_reports")
@needs("see_cases")
def ask_cell(request: HttpRequest, row: int, column: int) -> HttpResponse:
    """One figure of the table, and the cases behind it."""
    asked, after = Asked(request.GET, council_of(request)), request.GET.get("after", "")
    built = asked.built(asked.form.period) if asked.form.period else None
    try:
        selection = built.rows[row].cells[column].cases if built else None
    except LookupError as cause:
        raise Http404("There is no such cell.") from cause
    if built is None or selection is None:
        raise Http404("No cases stand behind this cell.")
    started = int(after) if after.isascii() and after.isdigit() else 0
    found = behind(selection, started, representations_seen_by(actor_of(request), localdate()))
    lines = [RepresentationLine.of(each, asked.council, localdate()) for each in found.rows]
    trail = [{"text": "Ask the figures", "href": ask_href(asked.form.query)}]
    here = f"{request.path}?{asked.form.query}"
    page = CellPage(built, CellAt(built.id, row, column), lines, started, found.on_after, found.withheld, here, trail)
    return render(request, "reports/cell.html", {"page": page})


@require_POST
@needs("add_tables")
def keep_table(request: HttpRequest) -> HttpResponse:
    """Keep the table under a name, in a report of the council."""
    council = council_of(request)
    asked = Asked(QueryDict(request.POST.get("query", "")), council)
    form = _save_form(request, council, request.POST)
    if form is None or not form.is_valid() or asked.table is None:
        return _shown(request, asked, form)
    report, name = report_definition(council, form.cleaned_data["report"]), form.cleaned_data["name"]
    version = request.POST.get("version", "")
    read_to = int(version) if version.isascii() and version.isdigit() else 0
    adding = Adding(report, name, entries_of(asked.question), asked.form.query, read_to)
    try:
        kept = add_table(actor_of(request), council, adding, now=now())
    except ActionRefused as refused:
        form.add_error("name", str(refused))
        return _shown(request, asked, form)
    messages.success(request, f"“{name}” is kept as version {kept.number}, and stands in {plain_title(report)}.")
    return redirect("added-table", kept.report, kept.table)


@require_GET
@needs("see_reports")
def added_table(request: HttpRequest, slug: str, table: str) -> HttpResponse:
    """A table that was added: what it is, and its versions."""
    actor = actor_of(request)
    page = AddedPage(_versions(request, slug, table), actor.may("add_tables"))
    return render(request, "figures/added.html", {"page": page, "rooms": report_rooms(actor, "ask")})


@require_POST
@needs("add_tables")
def take_out_table(request: HttpRequest, slug: str, table: str) -> HttpResponse:
    """Take a table out of its report."""
    latest = _versions(request, slug, table)[0]
    try:
        withdraw_table(actor_of(request), council_of(request), latest, now=now())
    except ActionRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"“{latest.name}” is taken out of the report. What it was stays kept here.")
    return redirect("added-table", slug, table)


@require_GET
@needs("see_reports")
def added_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Every table that was added to a report, as its `tables.toml` would hold them."""
    council = council_of(request)
    try:
        report = report_definition(council, slug)
    except UnknownReport as cause:
        raise Http404(str(cause)) from cause
    response = HttpResponse(added_toml(added_tables(council, report.slug)), content_type="application/toml")
    response["Content-Disposition"] = f'attachment; filename="{report.slug}-added.toml"'
    return response


def _versions(request: HttpRequest, slug: str, table: str) -> list[AddedTable]:
    versions = versions_of(council_of(request), slug, table)
    if not versions:
        raise Http404("No table of this name was added.")
    return versions


def _save_form(
    request: HttpRequest, council: Authority, data: QueryDict | None, kept: dict[str, str] | None = None
) -> SaveTableForm | None:
    if not actor_of(request).may("add_tables"):
        return None
    reports = [(each.slug, plain_title(each)) for each in definitions(council)]
    return SaveTableForm(data, reports, kept)


def _shown(request: HttpRequest, asked: Asked, save: SaveTableForm | None) -> HttpResponse:
    period, given = asked.form.period, request.GET or request.POST
    page = AskPage(
        form=asked.form,
        faults=asked.faults,
        period=period,
        question=asked.question if asked.table else None,
        table=asked.built(period) if period else None,
        opens_cases=actor_of(request).may("see_cases"),
        save=save,
        version=given.get("version", ""),
    )
    context = {"page": page, "problems": page.problems, "rooms": report_rooms(actor_of(request), "ask")}
    return render(request, "figures/ask.html", context)
