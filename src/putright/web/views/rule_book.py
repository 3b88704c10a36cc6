"""The rule book to read, and the due-date calculator."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from putright.casework import setting
from putright.rules import NotInBook
from putright.web.forms.due_date import DueDateForm
from putright.web.permission import council_of, needs
from putright.web.presenters.due_date import DueDatePage
from putright.web.presenters.rule_book import ProcedurePage, contents


@require_GET
@needs("see_rules")
def rule_book(request: HttpRequest) -> HttpResponse:
    """The procedures there are."""
    return render(request, "rule_book/contents.html", {"contents": contents(setting.book(), council_of(request))})


@require_GET
@needs("see_rules")
def procedure(request: HttpRequest, name: str) -> HttpResponse:
    """One procedure: stages, limits, posts, and the rule behind each."""
    try:
        found = setting.book().procedure(name)
    except NotInBook as cause:
        raise Http404 from cause
    return render(request, "rule_book/procedure.html", {"page": ProcedurePage(found, council_of(request))})


@require_GET
@needs("see_rules")
def due_date(request: HttpRequest) -> HttpResponse:
    """Work out a due date, with its explanation."""
    page = DueDatePage(DueDateForm(setting.book(), request.GET))
    return render(request, "rule_book/due_date.html", {"page": page, "problems": page.problems})
