"""The weekly report of red, amber and green, as it stands today."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.casework import setting
from putright.facts.clocks import DEFAULT_CALENDAR
from putright.oversight.rag_report import rag_report as report_of
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.rag import RagWords
from putright.web.presenters.rag_report import RagReportPage
from putright.web.presenters.work_rooms import work_rooms


@require_GET
@needs("see_work")
@needs("see_cases")
def rag_report(request: HttpRequest) -> HttpResponse:
    """Each service's open representations by colour, and those that press."""
    council, book = council_of(request), setting.book()
    report = report_of(council.slug, localdate())
    rag = RagWords(report.day, council.work, book.calendar(DEFAULT_CALENDAR))
    page = RagReportPage(report, rag, book)
    return render(request, "work/report.html", {"page": page, "rooms": work_rooms(actor_of(request), "rag-report")})
