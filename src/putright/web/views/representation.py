"""The page of one representation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from putright.casework.people import known_already
from putright.casework.queries import representations_seen_by
from putright.web.forms.steps.seen import Seen
from putright.web.permission import needs
from putright.web.presenters.representation import RepresentationPage
from putright.web.situations import seen_by


@require_GET
@needs("see_cases", "see_own_cases")
def representation(request: HttpRequest, number: int) -> HttpResponse:
    """Who, what, where it stands, what is next, by when and why; what belongs to it, and its log."""
    row, seen = seen_by(request, number)
    contacts = [seen.contact(party) for party in seen.state.parties]
    known = known_already(seen.actor, contacts, seen.today, other_than=number)
    page = RepresentationPage(row, seen, _linked(seen), known)
    return render(request, "representations/one.html", {"page": page})


def _linked(seen: Seen) -> dict[str, int]:
    """The numbers of the linked representations that this person may see, by reference."""
    references = [link.reference for link in seen.state.links]
    rows = representations_seen_by(seen.actor, seen.today).filter(reference__in=references)
    return dict(rows.values_list("reference", "id")) if references else {}
