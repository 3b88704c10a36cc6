"""The chain: each entry's hash covers its content and the hash before it, so a changed or removed entry shows."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import UTC, date, datetime

BEGINNING = "0" * 64
_CANONICAL = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)


def entry_hash(
    previous_hash: str,
    *,
    authority: str,
    sequence: int,
    reference: str,
    position: int,
    kind: str,
    happened_on: date,
    recorded_at: datetime,
    by: str,
    event: str,
    words: str,
) -> str:
    """The SHA-256 of an entry's content and the hash before it, in hexadecimal."""
    instant = recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
    where = (previous_hash, authority, sequence, reference, position)
    content = _CANONICAL.encode([*where, kind, happened_on.isoformat(), instant, by, event, words])
    return hashlib.sha256(content.encode()).hexdigest()


def words_digest(text: str, salt: str) -> str:
    """The digest by which personal words are named in the log."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def new_salt() -> str:
    """A salt for the digest of one piece of personal words."""
    return secrets.token_hex(16)
