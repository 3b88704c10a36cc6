"""Documents on their way to a browser, which keeps them to what they are."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")
"""What a browser shows by itself and that cannot run anything of ours."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; sandbox"
POLICY_OF_PDF = POLICY.removesuffix("; sandbox")


def attachment(name: str, media_type: str, content: bytes) -> HttpResponse:
    """The bytes as a download under this name."""
    return _file(name, media_type, content, as_attachment=True)


def shown(name: str, media_type: str, content: bytes) -> HttpResponse:
    """The bytes to be shown in the browser where it can do so safely, else as a download."""
    return _file(name, media_type, content, as_attachment=media_type not in SHOWN)


def _file(name: str, media_type: str, content: bytes, *, as_attachment: bool) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY_OF_PDF if media_type == "application/pdf" else POLICY
    return response
