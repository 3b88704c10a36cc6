"""The addresses of the API: representations and their steps, by the same forms and actions as the pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from putright.casework.actions.base import ActionRefused, Conflict, NoPermission, Writing
from putright.casework.people import Known, known_already
from putright.casework.queries import reference_of, representations_seen_by
from putright.intake.receiving import TakenDown, record
from putright.web.api.access import for_tokens
from putright.web.api.bodies import Body, as_sent, body_of, days_of, faults_of, refuse_unknown, refusing
from putright.web.api.openapi import AFTER, document
from putright.web.api.problems import FieldFault, Problem
from putright.web.api.receiving import BESIDE, as_form
from putright.web.api.showing import as_asked, as_line, as_whole, href_of
from putright.web.forms.receiving import ReceivingForm
from putright.web.forms.steps import FORMS, Situation, StepForm
from putright.web.keyset import page_of
from putright.web.permission import actor_of, council_of
from putright.web.situations import seen_by, situation_of

NEWEST_FIRST = ("-received_on", "-id")
AT_ONCE = 50
STATUSES = ("open", "closed")
READ_TO = "read_to"
QUERY_ONLY = ("party", "entry")
"""Which person or entry a step is about: the page has it in its address, a body among its fields."""


@require_GET
@login_not_required
def openapi(_request: HttpRequest) -> HttpResponse:
    """What the API takes and answers, as an OpenAPI document."""
    return JsonResponse(document())


@for_tokens("GET", "POST")
def representations(request: HttpRequest) -> HttpResponse:
    """GET: those the account may see, the newest first, a page at a time. POST: one more is taken down."""
    if request.method == "POST":
        return _received(request)
    refuse_unknown(dict(request.GET.items()), dict.fromkeys(("status", "after")))
    rows = representations_seen_by(actor_of(request), localdate())
    if (status := request.GET.get("status")) is not None:
        if status not in STATUSES:
            raise refusing([FieldFault("status", "There is no such status.", f"Use one of: {', '.join(STATUSES)}.")])
        rows = rows.filter(status=status)
    if (after := request.GET.get("after")) is not None and not re.fullmatch(AFTER, after):
        raise refusing([FieldFault("after", "No page ended so.", "Use the one that the page before gave.")])
    page = page_of(rows, NEWEST_FIRST, after or "", size=AT_ONCE)
    return JsonResponse({"representations": [as_line(row) for row in page.rows], "after": page.after})


@for_tokens("GET")
def representation(request: HttpRequest, reference: str) -> HttpResponse:
    """One representation: its state, its clocks, and every step with what forbids it."""
    refuse_unknown(dict(request.GET.items()), {})
    row, seen = seen_by(request, _number(request, reference))
    return JsonResponse(as_whole(row, seen))


@for_tokens("GET", "POST")
def step(request: HttpRequest, reference: str, verb: str) -> HttpResponse:
    """GET: what a step asks for. POST: it is taken."""
    number = _number(request, reference)
    at = situation_of(request, number, verb)
    if not at.step.permitted:
        raise Problem("not-permitted", at.step.why, "Read the steps of the representation.", at.step.rule)
    body = body_of(request) if request.method == "POST" else dict(request.GET.items())
    at, opening = _opened(at, body)
    refuse_unknown(dict(request.GET.items()), dict.fromkeys(opening))
    if request.method == "GET":
        return JsonResponse(as_asked(FORMS[verb](at), at))
    _take(at, body, opening)
    return JsonResponse(as_whole(*seen_by(request, number)))


@for_tokens("GET", "POST")
def nowhere(_request: HttpRequest) -> HttpResponse:
    """Every other address under the API's."""
    raise Http404("The API has no such address. /api/openapi.json names those it has.")


def _number(request: HttpRequest, reference: str) -> int:
    rows = representations_seen_by(actor_of(request), localdate())
    number: int | None = rows.filter(reference=reference).values_list("id", flat=True).first()
    if number is None:
        raise Http404(f"There is no representation {reference}, or not for this account.")
    return number


def _opened(at: Situation, body: Body) -> tuple[Situation, frozenset[str]]:
    """The situation with what has to be known before the step's form can be made, and the fields that told it."""
    kind = FORMS[at.step.verb].opening
    names = frozenset([*QUERY_ONLY, *(kind(replace(at, query=QueryDict())).fields if kind else ())])
    at = replace(at, query=as_sent({name: body[name] for name in body if name in names}))
    asked = kind(at) if kind else None
    if asked is not None and not asked.is_valid():
        missing = [FieldFault(name, "It has to be known first.", "Add it to the body.") for name in asked.fields]
        raise refusing(faults_of(asked) or missing)
    return at, names


def _take(at: Situation, body: Body, opening: frozenset[str]) -> None:
    form_of = FORMS[at.step.verb]
    given = {name: value for name, value in body.items() if name not in opening}
    form = form_of(at, as_sent(given, days_of(form_of(at))))
    refuse_unknown(given, {**form.fields, READ_TO: None})
    if not form.is_valid():
        raise refusing(faults_of(form))
    try:
        form.act(Writing(at.actor, at.number, form.read_to, at.today, now()))
    except ActionRefused as refused:
        raise _problem(refused, form) from refused


def _problem(refused: ActionRefused, form: StepForm) -> Problem:
    if isinstance(refused, Conflict):
        return Problem("changed-since", str(refused), "Read it again, then repeat with its position as read_to.")
    if isinstance(refused, NoPermission):
        raise PermissionDenied(str(refused))
    return Problem("not-permitted", str(refused), "Correct what the detail names.", form.at.step.rule)


def _received(request: HttpRequest) -> HttpResponse:
    actor, today, body = actor_of(request), localdate(), body_of(request)
    if not actor.may("receive"):
        raise PermissionDenied("The account may not take down a representation.")
    refuse_unknown(dict(request.GET.items()), {})
    council = council_of(request)
    sent = as_form(body)
    form = ReceivingForm(council, today, as_sent(sent))
    refuse_unknown(sent, {**form.fields, **dict.fromkeys(BESIDE)})
    if not form.is_valid():
        raise refusing(faults_of(form))
    taken = form.taken()
    known = known_already(actor, taken.contacts, today, coming=taken.coming)
    if not form.is_new_beside(known):
        raise _known(known)
    return _recorded(request, replace(taken, linked=form.linked_to(known) if actor.may("link") else ()))


def _known(known: Known) -> Problem:
    matches: list[dict[str, Any]] = [
        {"reference": match.reference, "href": href_of(match.reference)} for match in known.matches
    ]
    return Problem(
        "known-already",
        f"{len(known.references)} representations are here of the same person, or say the same.",
        "Look at them. If this one is new, send it again with all their references as “checked”.",
        more={"known": matches, "references": list(known.references)},
    )


def _recorded(request: HttpRequest, taken: TakenDown) -> HttpResponse:
    actor = actor_of(request)
    try:
        number = record(actor, taken, today=localdate(), now=now())
    except ActionRefused as refused:
        raise Problem("not-permitted", str(refused), "Correct what the detail names.") from refused
    reference = reference_of(number)
    answer = JsonResponse({"reference": reference, "href": href_of(reference)}, status=201)
    answer.headers["Location"] = href_of(reference)
    return answer
