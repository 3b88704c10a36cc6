"""The dashboard of senior officers and the view of resourcing, both live and both by service."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.authorities import Authority
from putright.casework import setting
from putright.casework.models import RepresentationRow
from putright.casework.queries import representations_seen_by
from putright.facts.derive import DEFAULT_CALENDAR
from putright.oversight import learning, remedies, resourcing
from putright.oversight.rag import RagDay
from putright.oversight.reports import live_report
from putright.oversight.work import thing
from putright.oversight.work_sources import COLUMNS
from putright.reporting.figures import CellAt
from putright.reporting.report import BuiltReport
from putright.web.forms.services import ServiceForm
from putright.web.keyset import page_of
from putright.web.live_reports import behind, received_between
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.dashboard import DashboardPage
from putright.web.presenters.rag import RagWords
from putright.web.presenters.report_cell import CellPage
from putright.web.presenters.report_list import years_between
from putright.web.presenters.report_rooms import report_rooms
from putright.web.presenters.representation_line import RepresentationLine
from putright.web.presenters.resourcing import DuePage, ResourcingPage
from putright.web.presenters.work_line import Telling, WorkLine

DASHBOARD = "dashboard"
ORDER = ("due_on", "id")


@require_GET
@needs("see_reports")
def dashboard(request: HttpRequest) -> HttpResponse:
    """How things stand now, and the year beside the one before."""
    actor, today, form = actor_of(request), localdate(), _form(request)
    ledger = remedies.LedgerCriteria(services=form.chosen, standings=("overdue",))
    register = learning.LearningCriteria(services=form.chosen, standings=("overdue",))
    owed = {
        "remedies": remedies.remedy_rows(actor, ledger, today).count(),
        "actions": learning.action_rows(actor, register, today).count(),
    }
    now = resourcing.open_now(actor, form.chosen, today)
    page = DashboardPage(form, now, owed, _report(request, form), actor.may("see_cases"))
    context = {"page": page, "problems": page.problems, "rooms": report_rooms(actor, "dashboard")}
    return render(request, "figures/dashboard.html", context)


@require_GET
@needs("see_reports")
@needs("see_cases")
def dashboard_cell(request: HttpRequest, table: str, row: int, column: int) -> HttpResponse:
    """One figure of the dashboard, and the cases behind it."""
    form, after = _form(request), request.GET.get("after", "")
    built, today = _report(request, form), localdate()
    try:
        shown = built.table[table] if built else None
        selection = shown.rows[row].cells[column].cases if shown else None
    except LookupError as cause:
        raise Http404("There is no such cell.") from cause
    if shown is None or selection is None:
        raise Http404("No cases stand behind this cell.")
    started = int(after) if after.isascii() and after.isdigit() else 0
    found = behind(selection, started, representations_seen_by(actor_of(request), today))
    lines = [RepresentationLine.of(each, council_of(request), today) for each in found.rows]
    trail = [{"text": "Dashboard", "href": f"{request.path[: request.path.index(table)]}?{form.query}"}]
    here = f"{request.path}?{form.query}"
    page = CellPage(shown, CellAt(table, row, column), lines, started, found.on_after, found.withheld, here, trail)
    return render(request, "reports/cell.html", {"page": page})


@require_GET
@needs("see_reports")
@needs("see_cases")
def resourcing_now(request: HttpRequest) -> HttpResponse:
    """What each post has in hand, and what is due in each of the next weeks."""
    actor, today = actor_of(request), localdate()
    form = ServiceForm(request.GET, council_of(request))
    page = ResourcingPage(
        form=form,
        spans=resourcing.spans(today),
        ahead=resourcing.load_ahead(actor, form.chosen, today),
        loads=resourcing.loads_of_posts(actor, form.chosen, today),
        staff=resourcing.staff_entered(council_of(request), today),
    )
    context = {"page": page, "problems": page.problems, "rooms": report_rooms(actor, "resourcing")}
    return render(request, "figures/resourcing.html", context)


@require_GET
@needs("see_reports")
@needs("see_cases")
def due_ahead(request: HttpRequest, source: str, span: str) -> HttpResponse:
    """What of one source is due in a span."""
    actor, today, asked = actor_of(request), localdate(), request.GET
    of = next((each for each in resourcing.SOURCES if each.value == source), None)
    when = resourcing.span_called(span, today)
    if of is None or when is None:
        raise Http404("There are no such days, or nothing of the kind is ever due.")
    posts, services = tuple(asked.getlist("handler")), tuple(asked.getlist("service"))
    rows = resourcing.due_in(of, when, actor, today, services=services, posts=posts)
    found = page_of(rows, ORDER, asked.get("after", ""), asked.get("before", ""))
    kept = urlencode([("handler", post) for post in posts] + [("service", service) for service in services])
    page = DuePage(of, when, _lines(found.rows, council_of(request), today), found, kept)
    return render(request, "figures/due.html", {"page": page, "rooms": report_rooms(actor, "resourcing")})


def _lines(rows: list[Any], council: Authority, today: date) -> list[WorkLine]:
    book, things = setting.book(), [thing([getattr(row, column) for column in COLUMNS]) for row in rows]
    calendar = book.calendar(DEFAULT_CALENDAR)
    rag = RagWords(RagDay.of(council.work, calendar, today), council.work, calendar)
    cases = RepresentationRow.objects.in_bulk({each.representation for each in things})
    return [Telling(council, book, rag, cases).line(each) for each in things]


def _form(request: HttpRequest) -> ServiceForm:
    council = council_of(request)
    first, last = received_between(council)
    periods = years_between(council.year_starts_month, first, last) if first and last else []
    return ServiceForm(request.GET, council, periods)


def _report(request: HttpRequest, form: ServiceForm) -> BuiltReport | None:
    if form.period is None:
        return None
    return live_report(council_of(request).slug, DASHBOARD, form.period, connection, services=form.chosen)
