"""Where each person begins, and the pages that say the same to everyone: help, and the accessibility statement."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from putright.web.permission import actor_of
from putright.web.presenters.glossary import GLOSSARY


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """On to one's own work; to the representations for those who have no queue of work."""
    return redirect("my-work" if actor_of(request).may("see_work") else "representations")


@login_not_required
@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """How to find your way, and what the words mean."""
    return render(request, "pages/help.html", {"glossary": GLOSSARY})


@login_not_required
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the pages are, and whom to tell when they are not."""
    return render(request, "pages/accessibility.html")
