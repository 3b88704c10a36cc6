"""How ready the records are to be reported on: a report's score, and what is amiss with which cases."""

from __future__ import annotations

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.casework.queries import representations_seen_by
from putright.oversight.readiness import amiss, live_readiness
from putright.reporting.readiness_checks import KINDS
from putright.web.keyset import PAGE_SIZE
from putright.web.live_reports import definition_at
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.readiness import AmissPage, ReadinessPage
from putright.web.presenters.representation_line import RepresentationLine


@require_GET
@needs("see_reports")
def report_readiness(request: HttpRequest, slug: str, period: str) -> HttpResponse:
    """The score of a report, and of each of its tables."""
    council = council_of(request)
    definition, months = definition_at(council, slug, period)
    found = live_readiness(council, slug, months, connection, localdate())
    return render(request, "reports/readiness.html", {"page": ReadinessPage(definition, months, found)})


@require_GET
@needs("see_reports")
def report_amiss(request: HttpRequest, slug: str, period: str, table: str, kind: str) -> HttpResponse:
    """What is amiss with what a table counts, and the representations it is amiss with."""
    council, today = council_of(request), localdate()
    definition, months = definition_at(council, slug, period)
    if kind not in KINDS or table not in {each.id for each in definition.tables}:
        raise Http404("There is no such table or no such kind.")
    found = amiss(council, slug, months, (table, kind), connection, today)
    given = request.GET.get("after", "")
    after = int(given) if given.isascii() and given.isdigit() else 0
    seen = representations_seen_by(actor_of(request), today)
    rows = list(seen.filter(id__in=found.representations, id__gt=after).order_by("id")[: PAGE_SIZE + 1])
    lines = [RepresentationLine.of(each, council, today) for each in rows[:PAGE_SIZE]]
    on_after = rows[PAGE_SIZE - 1].id if len(rows) > PAGE_SIZE else 0
    page = AmissPage(definition, months, kind, found, lines, on_after)
    return render(request, "reports/amiss.html", {"page": page})
