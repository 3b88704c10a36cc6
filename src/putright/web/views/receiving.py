"""Staff take a representation down, and see what waits for triage."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods

from putright.casework.people import known_already
from putright.casework.queries import reference_of, waiting_for_triage
from putright.intake.receiving import TakenDown, record
from putright.web.forms.receiving import ReceivingForm
from putright.web.keyset import page_of
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.receiving import ReceivingPage
from putright.web.presenters.triage_queue import TriageQueue

OLDEST_FIRST = ("received_on", "id")


@require_http_methods(["GET", "POST"])
@needs("receive")
def record_representation(request: HttpRequest) -> HttpResponse:
    """Everything a caller says, on one page; whoever is known already is shown before it is recorded."""
    actor, today = actor_of(request), localdate()
    form, known = ReceivingForm(council_of(request), today, request.POST or None), None
    if form.is_valid():
        taken = form.taken()
        known = known_already(actor, taken.contacts, today, coming=taken.coming)
        if form.is_new_beside(known):
            return _recorded(request, taken, form.linked_to(known))
    page = ReceivingPage(form, known, actor.may("link"))
    return render(request, "receiving/record.html", {"page": page, "problems": page.problems})


@require_GET
@needs("triage")
def triage_queue(request: HttpRequest) -> HttpResponse:
    """What waits for triage, the oldest first."""
    rows = waiting_for_triage(actor_of(request), localdate())
    page = page_of(rows, OLDEST_FIRST, request.GET.get("after", ""), request.GET.get("before", ""))
    return render(request, "receiving/triage_queue.html", {"page": TriageQueue(page, council_of(request), localdate())})


def _recorded(request: HttpRequest, taken: TakenDown, linked: tuple[str, ...]) -> HttpResponse:
    actor = actor_of(request)
    number = record(actor, replace(taken, linked=linked if actor.may("link") else ()), today=localdate(), now=now())
    messages.success(request, f"It is recorded as {reference_of(number)}. Tell them this reference.")
    return redirect("representation", number)
