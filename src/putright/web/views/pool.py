"""The pool: who is in it, adding somebody, changing what is known of them, letting them leave."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from putright.accounts.pool import keep_member, pool_of, take_out
from putright.casework.queries import appointments_by_member
from putright.web.forms.pool import PoolForm
from putright.web.permission import actor_of, needs
from putright.web.presenters.pool import PoolMemberPage, PoolPage
from putright.web.presenters.work_rooms import work_rooms


@require_GET
@needs("keep_pool")
def pool(request: HttpRequest) -> HttpResponse:
    """Those in the pool, with what they have in hand."""
    actor = actor_of(request)
    page = PoolPage(list(pool_of(actor.authority)), appointments_by_member(actor.authority), localdate())
    return render(request, "work/pool.html", {"page": page, "rooms": work_rooms(actor, "pool")})


@require_http_methods(["GET", "POST"])
@needs("keep_pool")
def member(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The form of somebody in the pool, or of somebody new."""
    actor = actor_of(request)
    row = get_object_or_404(pool_of(actor.authority), id=number) if number else None
    form = PoolForm(request.POST if request.method == "POST" else None, row)
    if request.method == "POST" and form.is_valid():
        kept = keep_member(actor, form.member(), number)
        messages.success(request, f"What is known of {kept.name} is saved.")
        return redirect("pool")
    page = PoolMemberPage(form, row)
    return render(request, "work/pool_member.html", {"page": page, "problems": page.problems})


@require_POST
@needs("keep_pool")
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """Let somebody leave the pool."""
    actor = actor_of(request)
    get_object_or_404(pool_of(actor.authority), id=number)
    left = take_out(actor, number, today=localdate())
    messages.success(request, f"{left.name} has left the pool. Appointments that have not ended stand.")
    return redirect("pool")
