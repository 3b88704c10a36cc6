"""Issued reports, which never change: the list, one of them, and its forms as they were issued."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from putright.issuing.drafts import drafts_of
from putright.issuing.issued import NotIssued, OpenedReport, issued_by, open_issued
from putright.reporting.render.forms import FORMS
from putright.web.live_reports import definitions
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.issuing.issued import IssuedList, IssuedPage
from putright.web.presenters.report_rooms import report_rooms
from putright.web.views.drafts import SEEING, STANDING_ALONE


@require_GET
@needs("see_issued_reports")
def issued_reports(request: HttpRequest) -> HttpResponse:
    """What the council issued, and the drafts on their way for whoever has a part in them."""
    council, actor = council_of(request), actor_of(request)
    may_see_drafts = any(actor.may(verb) for verb in SEEING)
    drafts = drafts_of(council.slug) if may_see_drafts else []
    titles = {definition.slug: definition.title for definition in definitions(council)}
    page = IssuedList(issued_by(council.slug), drafts, titles, may_see_drafts)
    return render(request, "issuing/issued.html", {"page": page, "rooms": report_rooms(actor, "issued-reports")})


@require_GET
@needs("see_issued_reports")
def issued_report(request: HttpRequest, number: int) -> HttpResponse:
    """One issued report: what it is, its forms, and every part with its digest."""
    return render(request, "issuing/one.html", {"page": IssuedPage(_opened(request, number))})


@require_GET
@needs("see_issued_reports")
def issued_page(request: HttpRequest, number: int) -> HttpResponse:
    """The report as a page, byte for byte as it was issued."""
    return HttpResponse(_form(_opened(request, number), "html"), headers={"Content-Security-Policy": STANDING_ALONE})


@require_GET
@needs("see_issued_reports")
def issued_file(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """The report in one of its forms, byte for byte as it was issued."""
    opened = _opened(request, number)
    content = _form(opened, kind)
    media_type = FORMS[kind].content_type if kind in FORMS else "application/octet-stream"
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{opened.manifest["forms"][kind]}"'
    return response


def _opened(request: HttpRequest, number: int) -> OpenedReport:
    try:
        return open_issued(council_of(request).slug, number)
    except NotIssued as cause:
        raise Http404(str(cause)) from cause


def _form(opened: OpenedReport, kind: str) -> bytes:
    try:
        return opened.form(kind)
    except NotIssued as cause:
        raise Http404(str(cause)) from cause
