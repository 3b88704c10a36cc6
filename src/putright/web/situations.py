"""What a step's page needs to know of a representation, and who may see and do it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from putright.accounts.models import Account
from putright.casework import queries, setting
from putright.casework.log import words_beside
from putright.record.replay import replay
from putright.record.steps import step
from putright.web.forms.steps import FORMS, Situation
from putright.web.permission import actor_of, council_of
from putright.web.presenters.steps import verb_words


def situation_of(request: HttpRequest, number: int, verb: str) -> Situation:
    """The representation as whoever makes this request meets it.

    404 for a step there is no page for, or a representation they may not see; 403 for a verb their roles do not give.
    """
    if verb not in FORMS:
        raise Http404(f"There is no step {verb}.")
    actor, today = actor_of(request), localdate()
    get_object_or_404(queries.representations_seen_by(actor, today), id=number)
    if not actor.may(verb):
        raise PermissionDenied(f"“{verb_words(verb)}” needs another role than yours.")
    entries = queries.log_of(number)
    state, book = replay(entries), setting.book()
    assert state is not None
    return Situation(
        number=number,
        state=state,
        entries=entries,
        step=step(state, book, verb, today=today),
        council=council_of(request),
        book=book,
        actor=actor,
        today=today,
        words=words_beside(entries) if actor.may("see_words") else {},
        posts=_posts(actor.authority),
        query=request.GET,
    )


def _posts(authority: str) -> tuple[str, ...]:
    accounts = Account.objects.filter(authority=authority, is_active=True).order_by("post")
    return tuple(dict.fromkeys(accounts.values_list("post", flat=True)))
