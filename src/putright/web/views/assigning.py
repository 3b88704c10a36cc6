"""Giving several representations to one post: chosen in a queue, confirmed on a page, told one by one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from putright.accounts.models import Account
from putright.casework.actions.assign import assign
from putright.casework.actions.base import ActionRefused, Writing
from putright.casework.queries import representations_seen_by
from putright.oversight.work import handlers_at
from putright.record.actor import Actor
from putright.web.forms.assigning import AssignForm
from putright.web.permission import actor_of, needs
from putright.web.presenters.assigning import AssignPage, Given


@require_http_methods(["GET", "POST"])
@needs("assign")
def bulk_assign(request: HttpRequest) -> HttpResponse:
    """Ask to whom, then give each representation by an action of its own and tell what came of it."""
    actor, is_sent = actor_of(request), request.method == "POST"
    form = AssignForm(request.POST if is_sent else request.GET, _posts(actor), is_sent=is_sent)
    rows = list(representations_seen_by(actor, localdate()).filter(id__in=form.chosen).order_by("due_on", "id"))
    if not rows:
        messages.error(request, "Choose at least one representation to give to somebody.")
        return redirect("team-work" if actor.may("see_cases") else "my-work")
    given = [_give(actor, row, form) for row in rows] if is_sent and form.is_valid() else []
    page = AssignPage(form, rows, given)
    return render(request, page.template, {"page": page, "problems": page.problems})


def _give(actor: Actor, row: Any, form: AssignForm) -> Given:
    handler, today = form.cleaned_data["handler"], localdate()
    if row.handler == handler:
        return Given(row, "It was already there.", done=True)
    try:
        assign(Writing(actor, row.id, form.chosen[row.id], today, now()), on=today, handler=handler)
    except ActionRefused as refusal:
        return Given(row, str(refusal), done=False)
    return Given(row, "Given.", done=True)


def _posts(actor: Actor) -> list[str]:
    """Posts to choose from: those that sign in here, and those that handle something already."""
    accounts = Account.objects.filter(authority=actor.authority, is_active=True).values_list("post", flat=True)
    return sorted({*accounts, *handlers_at(actor)})
