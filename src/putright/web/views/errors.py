"""The pages shown when a page cannot be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but not allowed here."""
    return render(request, "errors/forbidden.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or it belongs to another council."""
    return render(request, "errors/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the fault is ours. Rendered without asking the database who is signed in, since that may be what failed."""
    return HttpResponse(render_to_string("errors/server_error.html"), status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open for too long, or came from another site."""
    return render(request, "errors/stale_form.html", status=403)
