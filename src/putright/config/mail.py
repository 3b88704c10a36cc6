"""Where mail goes out, from one address: smtp://user:password@host:port, smtps:// for TLS from the first byte."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def mail_from(url: str) -> dict[str, Any]:
    """Django's settings for `url`; ``?starttls=yes`` asks for TLS after the greeting. ValueError for another scheme."""
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps"):
        raise ValueError(f"PUTRIGHT_MAIL begins with {parts.scheme!r}; it must begin with smtp:// or smtps://.")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if secure else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure and parse_qs(parts.query).get("starttls") == ["yes"],
        "EMAIL_TIMEOUT": 20,
    }
