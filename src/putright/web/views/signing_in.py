"""Signing in and out with an account kept here."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from putright.web.forms.signing_in import SignInForm
from putright.web.presenters.problems import problems_of


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for e-mail address and password; afterwards go on to where the person was going."""
    onward = _safe(request, request.POST.get("next") or request.GET.get("next", ""))
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(onward)
    status = 400 if form.is_bound else 200
    context = {"form": form, "next": onward, "problems": problems_of(form)}
    return render(request, "account/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and say so."""
    logout(request)
    return redirect("signed-out")


@login_not_required
@require_GET
def signed_out(request: HttpRequest) -> HttpResponse:
    """You have signed out."""
    return render(request, "account/signed_out.html")


def _safe(request: HttpRequest, onward: str) -> str:
    safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return onward if safe else "/"
