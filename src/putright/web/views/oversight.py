"""The room of learning: what was learnt, actions, remedies, costs, and what came of more than is usual."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.oversight import learning as register
from putright.oversight import remedies as ledger
from putright.oversight import spikes as lately
from putright.oversight.registers import all_lines, lines_of
from putright.record.state import State
from putright.web.exports import csv_download
from putright.web.forms.oversight import ActionForm, CostForm, LearningForm, RemedyForm
from putright.web.keyset import Page, page_of
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.oversight import learning as words
from putright.web.presenters.oversight import ledgers
from putright.web.presenters.oversight.register import RegisterPage
from putright.web.presenters.oversight.rooms import REGISTERS, oversight_rooms
from putright.web.presenters.oversight.spikes import SpikesPage


@require_GET
@needs(*REGISTERS)
def learning(request: HttpRequest) -> HttpResponse:
    """What services learnt, by theme and by service, with what became of the actions."""
    council, today, actor, form = council_of(request), localdate(), actor_of(request), _form(LearningForm, request)
    asked = form.for_learning()
    page = _page(request, register.learning_rows(actor, asked, today), register.LEARNING_ORDER)
    totals = [register.learning_totals(actor, asked, today, by_service=by) for by in (False, True)]
    lines = [words.learning_line(each, council, today) for each in lines_of(page.rows, _learning, actor)]
    told = words.learning_totals(council, *totals)
    return _shown(request, RegisterPage(words.LEARNING, form, request.GET, page, lines, told))


@require_GET
@needs(*REGISTERS)
def learning_csv(request: HttpRequest) -> HttpResponseBase:
    """The same, whole."""
    actor, today, form = actor_of(request), localdate(), _form(LearningForm, request)
    rows = register.learning_rows(actor, form.for_learning(), today).order_by(*register.LEARNING_ORDER)
    lines = words.learning_file(all_lines(rows, _learning, actor), council_of(request))
    return csv_download(f"learning-{today}.csv", words.LEARNING_FILE, lines)


@require_GET
@needs(*REGISTERS)
def actions(request: HttpRequest) -> HttpResponse:
    """What is done about it, by whom and by when, and whether it worked."""
    council, today, actor, form = council_of(request), localdate(), actor_of(request), _form(ActionForm, request)
    page = _page(request, register.action_rows(actor, form.for_learning(), today), register.ACTION_ORDER)
    lines = [words.action_line(each, council, today) for each in lines_of(page.rows, _actions, actor)]
    return _shown(request, RegisterPage(words.ACTIONS, form, request.GET, page, lines))


@require_GET
@needs(*REGISTERS)
def actions_csv(request: HttpRequest) -> HttpResponseBase:
    """The same, whole."""
    actor, today, form = actor_of(request), localdate(), _form(ActionForm, request)
    rows = register.action_rows(actor, form.for_learning(), today).order_by(*register.ACTION_ORDER)
    lines = words.action_file(all_lines(rows, _actions, actor), council_of(request), today)
    return csv_download(f"actions-{today}.csv", words.ACTION_FILE, lines)


@require_GET
@needs(*REGISTERS)
def remedies(request: HttpRequest) -> HttpResponse:
    """What is owed to people, overdue and done, with payments by service and year."""
    council, today, actor, form = council_of(request), localdate(), actor_of(request), _form(RemedyForm, request)
    rows = ledger.remedy_rows(actor, form.for_ledger(), today)
    page = _page(request, rows, ledger.REMEDY_ORDER)
    lines = [ledgers.remedy_line(each, council, today) for each in lines_of(page.rows, _remedies, actor)]
    totals = [
        ledgers.standings_total(ledger.standings_of(rows, today)),
        ledgers.payments_total(ledger.payments_by_service(rows, council.year_of), council),
    ]
    return _shown(request, RegisterPage(ledgers.REMEDIES_OWED, form, request.GET, page, lines, totals))


@require_GET
@needs(*REGISTERS)
def remedies_csv(request: HttpRequest) -> HttpResponseBase:
    """The same, whole."""
    actor, today, form = actor_of(request), localdate(), _form(RemedyForm, request)
    rows = ledger.remedy_rows(actor, form.for_ledger(), today).order_by(*ledger.REMEDY_ORDER)
    lines = ledgers.remedy_file(all_lines(rows, _remedies, actor), council_of(request), today)
    return csv_download(f"remedies-{today}.csv", ledgers.REMEDY_FILE, lines)


@require_GET
@needs("see_reports")
def costs(request: HttpRequest) -> HttpResponse:
    """What investigators, panels and other work cost."""
    council, today, actor, form = council_of(request), localdate(), actor_of(request), _form(CostForm, request)
    rows = ledger.cost_rows(actor, form.for_ledger(), today)
    page = _page(request, rows, ledger.COST_ORDER)
    lines = [ledgers.cost_line(each, council) for each in lines_of(page.rows, _costs, actor)]
    totals = [ledgers.costs_total(ledger.costs_by_kind(rows, council.year_of), council)]
    return _shown(request, RegisterPage(ledgers.COSTS_INCURRED, form, request.GET, page, lines, totals))


@require_GET
@needs("see_reports")
def costs_csv(request: HttpRequest) -> HttpResponseBase:
    """The same, whole."""
    actor, today, form = actor_of(request), localdate(), _form(CostForm, request)
    rows = ledger.cost_rows(actor, form.for_ledger(), today).order_by(*ledger.COST_ORDER)
    lines = ledgers.cost_file(all_lines(rows, _costs, actor), council_of(request))
    return csv_download(f"costs-{today}.csv", ledgers.COST_FILE, lines)


@require_GET
@needs("see_reports")
def spikes(request: HttpRequest) -> HttpResponse:
    """What complaints came of lately well above what is usual."""
    council, today = council_of(request), localdate()
    page = SpikesPage(lately.counts(council, today), council, lately.Lately(today))
    rooms = oversight_rooms(actor_of(request), "spikes")
    return render(request, "oversight/spikes.html", {"page": page, "rooms": rooms})


def _form(kind: type[Any], request: HttpRequest) -> Any:
    return kind(request.GET, council_of(request))


def _page(request: HttpRequest, rows: Any, order: tuple[str, ...]) -> Page:
    return page_of(rows, order, request.GET.get("after", ""), request.GET.get("before", ""))


def _shown(request: HttpRequest, page: RegisterPage) -> HttpResponse:
    rooms = oversight_rooms(actor_of(request), page.of.name)
    return render(request, "oversight/register.html", {"page": page, "rooms": rooms, "problems": page.problems})


def _learning(state: State) -> Any:
    return state.learning


def _actions(state: State) -> Any:
    return state.actions


def _remedies(state: State) -> Any:
    return state.remedies


def _costs(state: State) -> Any:
    return state.costs
