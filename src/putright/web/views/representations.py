"""The list of representations, on a page and as a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.casework.queries import representations_seen_by
from putright.web.exports import csv_download
from putright.web.forms.filters import FilterForm
from putright.web.keyset import page_of
from putright.web.listing import DEFAULT_ORDER, ORDERS, matches, narrowed
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.representation_file import HEAD, lines
from putright.web.presenters.representation_list import RepresentationList


@require_GET
@needs("see_cases", "see_own_cases")
def representation_list(request: HttpRequest) -> HttpResponse:
    """The council's representations, filtered, sorted and paged by the address."""
    council, today, order = council_of(request), localdate(), _order(request)
    form = FilterForm(request.GET, council)
    rows, is_cut_short = _rows(request, form, today, order)
    page = page_of(rows, ORDERS[order], request.GET.get("after", ""), request.GET.get("before", ""))
    listed = RepresentationList(form, request.GET, page, council, today, order, is_cut_short)
    return render(request, "representations/list.html", {"list": listed, "problems": listed.problems})


@require_GET
@needs("see_cases", "see_own_cases")
def representation_file(request: HttpRequest) -> HttpResponseBase:
    """The same list, whole, as CSV."""
    council, today, order = council_of(request), localdate(), _order(request)
    rows, _ = _rows(request, FilterForm(request.GET, council), today, order)
    ordered = rows.order_by(*ORDERS[order]).iterator(2000)
    return csv_download(f"representations-{today}.csv", HEAD, lines(ordered, council))


def _rows(request: HttpRequest, form: FilterForm, today: date, order: str) -> tuple[QuerySet[Any], bool]:
    """The rows of the list in no order yet, and whether its search was cut short."""
    actor = actor_of(request)
    rows = representations_seen_by(actor, localdate())
    narrow = narrowed(rows, form.criteria(), today, order)
    if not form.words:
        return narrow, False
    found = matches(rows, actor.authority, form.words, in_personal_words=actor.may("see_words"))
    return narrow.filter(found.condition), found.is_cut_short


def _order(request: HttpRequest) -> str:
    asked = request.GET.get("sort", DEFAULT_ORDER)
    return asked if asked in ORDERS else DEFAULT_ORDER
