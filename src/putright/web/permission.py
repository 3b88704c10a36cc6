"""Which verb a page asks for; a page without one is open to everyone who has signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.timezone import localdate

from putright.authorities import Authority
from putright.casework import setting
from putright.record.actor import Actor

View = Callable[..., HttpResponseBase]

REFUSALS = {
    "receive": "Your account may not take down a representation.",
    "triage": "Your account may not decide under which procedure a representation is handled.",
    "see_cases": "Your account may not see representations.",
    "see_reports": "Your account may not see reports.",
    "draft_reports": "Your account may not draft reports.",
    "see_issued_reports": "Your account may not see issued reports.",
    "import_records": "Your account may not import records or see what was imported.",
    "see_work": "Your account has no queue of work.",
    "assign": "Your account may not give representations to others.",
    "arrange_cover": "Your account may not arrange cover for leave.",
    "keep_pool": "Your account may not see or change the pool of investigators.",
    "add_tables": "Your account may not add tables to the council’s reports.",
    "edit_letters": "Your account may not change the council’s letters.",
    "see_rules": "Your account may not see the rule book.",
}


def actor_of(request: HttpRequest) -> Actor:
    """Whoever makes this request, as the log and the rules know them."""
    actor: Actor = request.user.actor(localdate())  # type: ignore[union-attr]
    return actor


def needs(*verbs: str) -> Callable[[View], View]:
    """Let only those in whose roles give one of `verbs`; the others are told which right is missing."""

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = actor_of(request)
            if not any(actor.may(verb) for verb in verbs):
                raise PermissionDenied(REFUSALS[verbs[0]])
            return view(request, *args, **kwargs)

        return checked

    return decorate


def council_of(request: HttpRequest) -> Authority:
    """The council whose staff make this request: the only one whose rows a page may read."""
    return setting.authority(request.user.authority)  # type: ignore[union-attr]
