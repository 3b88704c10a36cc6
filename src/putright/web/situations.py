"""What a page needs to know of a representation, and who may see it and work on it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from putright.accounts.models import Account
from putright.accounts.pool import pool_of
from putright.casework import queries
from putright.casework.log import words_beside
from putright.casework.queries import appointments_by_member
from putright.record.replay import replay
from putright.record.steps import step
from putright.web.forms.steps import FORMS, Situation
from putright.web.forms.steps.seen import Seen
from putright.web.forms.steps.step_form import Candidate
from putright.web.permission import actor_of, council_of
from putright.web.presenters.pool import PoolPage
from putright.web.presenters.steps import verb_words


def seen_by(request: HttpRequest, number: int) -> tuple[Any, Seen]:
    """The stored fact row of a representation, and the representation as whoever makes this request sees it.

    404 for one they may not see.
    """
    actor, today = actor_of(request), localdate()
    row = get_object_or_404(queries.representations_seen_by(actor, today), id=number)
    entries = queries.log_of(number)
    state = replay(entries)
    assert state is not None
    words = words_beside(entries) if actor.may("see_words") else {}
    return row, Seen(number, state, entries, words, council_of(request), council_of(request).book, actor, today)


def situation_of(request: HttpRequest, number: int, verb: str) -> Situation:
    """The representation as whoever makes this request meets it at the form of `verb`.

    404 for a step there is no page for, or a representation they may not see; 403 for a verb their roles do not give.
    """
    if verb not in FORMS:
        raise Http404(f"There is no step {verb}.")
    _, seen = seen_by(request, number)
    if not seen.actor.may(verb):
        raise PermissionDenied(f"“{verb_words(verb)}” needs another role than yours.")
    return Situation(
        **{name: getattr(seen, name) for name in Seen.__dataclass_fields__},
        step=step(seen.state, seen.book, verb, today=seen.today),
        posts=_posts(seen.actor.authority),
        query=request.GET,
        pool=_pool(seen) if verb == "appoint" else (),
    )


def _pool(seen: Seen) -> tuple[Candidate, ...]:
    authority = seen.actor.authority
    page = PoolPage(list(pool_of(authority)), appointments_by_member(authority), seen.today)
    return tuple(
        Candidate(
            line.row.id,
            line.name,
            tuple(line.row.posts),
            line.row.email,
            line.hint,
            line.availability if line.is_away else "",
            line.row.outside,
        )
        for line in page.lines
    )


def _posts(authority: str) -> tuple[str, ...]:
    accounts = Account.objects.filter(authority=authority, is_active=True).order_by("post")
    return tuple(dict.fromkeys(accounts.values_list("post", flat=True)))
