"""The page of one representation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from putright.casework import queries, setting
from putright.casework.log import words_beside
from putright.record.replay import replay
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.representation import RepresentationPage


@require_GET
@needs("see_cases", "see_own_cases")
def representation(request: HttpRequest, number: int) -> HttpResponse:
    """Summary, time limits with their explanations, next steps, the Ombudsman's records, the log."""
    actor = actor_of(request)
    row = get_object_or_404(queries.representations_seen_by(actor, localdate()), id=number)
    entries = queries.log_of(number)
    state = replay(entries)
    words = words_beside(entries) if actor.may("see_words") else {}
    page = RepresentationPage(row, state, entries, words, council_of(request), setting.book(), actor, localdate())
    return render(request, "representations/one.html", {"page": page})
