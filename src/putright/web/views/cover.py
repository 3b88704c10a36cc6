"""Cover for leave: what is arranged, arranging it, and ending it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from putright.accounts.covering import CoverRefused, Leave, arrange_cover, covers_from, end_cover
from putright.accounts.models import Account
from putright.web.forms.cover import CoverForm
from putright.web.permission import actor_of, needs
from putright.web.presenters.cover import CoverPage, arranged
from putright.web.presenters.work_rooms import work_rooms


@require_http_methods(["GET", "POST"])
@needs("arrange_cover")
def cover(request: HttpRequest) -> HttpResponse:
    """The covers that stand and are to come, and a form to arrange another."""
    actor, today = actor_of(request), localdate()
    accounts = Account.objects.filter(authority=actor.authority, is_active=True).order_by("post", "email")
    form = CoverForm(request.POST or None, accounts)
    if request.method == "POST" and form.is_valid():
        try:
            made = arrange_cover(actor, Leave(**form.cleaned_data), today=today, now=now())
        except CoverRefused as refusal:
            form.add_error(refusal.about, str(refusal))
        else:
            messages.success(request, arranged(made))
            return redirect("cover")
    page = CoverPage(form, list(accounts), list(covers_from(actor.authority, today)), today)
    context = {"page": page, "problems": page.problems, "rooms": work_rooms(actor, "cover")}
    return render(request, "work/cover.html", context)


@require_POST
@needs("arrange_cover")
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Let a cover end."""
    actor, today = actor_of(request), localdate()
    standing = get_object_or_404(covers_from(actor.authority, today), id=number)
    end_cover(actor, standing, today=today)
    messages.success(request, f"{standing.covering.post} no longer stands in for {standing.covered.post}.")
    return redirect("cover")
