"""Who asks: the account that a token speaks for, with its roles and no others; and what stops it, as a problem."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.csrf import csrf_exempt

from putright.accounts.tokens import account_of
from putright.web.api.problems import Problem

SCHEME = "Bearer "
View = Callable[..., HttpResponse]


def for_tokens(*methods: str) -> Callable[[View], View]:
    """A view of the API: it takes `methods`, asks for a token, and answers every refusal with a problem.

    A session is not asked for and not enough, so that no page of another site can act through a browser.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @login_not_required
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                _refuse_method(request, methods)
                _let_in(request)
                return view(request, *args, **kwargs)
            except Problem as problem:
                return _allowing(problem.answer(), methods)
            except PermissionDenied as refused:
                remedy = "Ask with the token of an account whose roles give it."
                return Problem("not-your-role", str(refused), remedy).answer()
            except Http404 as missing:
                detail = str(missing) if missing.args else "There is no such thing, or not for this account."
                return Problem("not-found", detail, "Read the list to see what there is.").answer()

        return answered

    return decorate


def _refuse_method(request: HttpRequest, methods: tuple[str, ...]) -> None:
    if request.method not in methods:
        raise Problem("method", f"{request.method} is not taken here.", f"Use one of: {', '.join(methods)}.")


def _allowing(response: HttpResponse, methods: tuple[str, ...]) -> HttpResponse:
    if response.status_code == 405:
        response.headers["Allow"] = ", ".join(methods)
    return response


def _let_in(request: HttpRequest) -> None:
    given = request.headers.get("Authorization", "")
    account = account_of(given.removeprefix(SCHEME).strip(), today=localdate()) if given.startswith(SCHEME) else None
    if account is None:
        raise Problem(
            "no-token",
            "No token was sent, or it opens nothing any longer.",
            "Send “Authorization: Bearer KEY”; make a key on the page “Keys for other programs”.",
        )
    request.user = account
