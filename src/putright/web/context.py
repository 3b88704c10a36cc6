"""What every page knows: its frame."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from putright.web.presenters.layout import Layout


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The frame of the page, for its template."""
    return {"layout": Layout.of(request)}
