"""Keys by which other programs speak for whoever is signed in: made, shown once, and revoked."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from putright.accounts.models import Account
from putright.accounts.tokens import NoSuchToken, make_token, revoke_token, tokens_of
from putright.web.forms.tokens import TokenForm
from putright.web.presenters.tokens import TokensPage


@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """The keys there are, and a form to make another; a new one is shown on the page that answers, and never again."""
    account, form, key = _account(request), TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        key = make_token(account, form.cleaned_data["name"], now=now())
        form = TokenForm()
    page = TokensPage(form, list(tokens_of(account)), key)
    return render(request, "account/tokens.html", {"page": page, "problems": page.problems})


@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Let a key open nothing from now on."""
    try:
        token = revoke_token(_account(request), number, now=now())
    except NoSuchToken as missing:
        raise Http404(str(missing)) from missing
    messages.success(request, f"The key “{token.name}” is revoked.")
    return redirect("tokens")


def _account(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user
