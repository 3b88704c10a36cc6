"""A step in the life of a representation: asked, confirmed where it sends or ends something, and taken."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from putright.casework.actions.base import ActionRefused, Writing
from putright.web.forms.steps import FORMS, Situation, StepForm
from putright.web.permission import needs
from putright.web.presenters.step_page import OpeningPage, RefusedPage, StepPage
from putright.web.situations import situation_of


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def step(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """The page of one step: its form, what to know first, and the rule where it may not be taken."""
    at = situation_of(request, number, verb)
    if not at.step.permitted:
        page = RefusedPage(at, request.POST)
        return render(request, "steps/not_permitted.html", {"page": page}, status=409)
    if opening := _opening(request, at):
        return opening
    form = FORMS[verb](at, request.POST if request.method == "POST" else None)
    wants_to_change = "change" in request.POST
    if request.method == "POST" and not wants_to_change and form.is_valid():
        if form.warning and "confirmed" not in request.POST:
            return render(request, "steps/confirm.html", {"page": StepPage(form, request.get_full_path())})
        if _is_taken(request, form):
            return redirect("representation", number)
    page = StepPage(form, request.get_full_path(), is_again=wants_to_change)
    return render(request, "steps/form.html", {"page": page, "problems": page.problems})


def _opening(request: HttpRequest, at: Situation) -> HttpResponse | None:
    """The page that asks what must be known first; None where it is known."""
    kind = FORMS[at.step.verb].opening
    asked = kind(at) if kind else None
    if asked is None or not asked.is_needed or asked.is_valid():
        return None
    page = OpeningPage(asked)
    return render(request, "steps/opening.html", {"page": page, "problems": page.problems})


def _is_taken(request: HttpRequest, form: StepForm) -> bool:
    """Take the step; False where the action refused it, and the form then says why."""
    at = form.at
    try:
        form.act(Writing(at.actor, at.number, form.read_to, at.today, now()))
    except ActionRefused as refused:
        form.refuse(refused)
        return False
    messages.success(request, form.done)
    return True
