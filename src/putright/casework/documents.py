"""Documents, stored once each by the SHA-256 of their bytes, so that what is kept can be proven to be what came.

The record names a document by that digest; the bytes lie in Django's default storage, the folder ``documents`` of
the data folder unless the settings name another storage. A document that is there whole is never written again; one
that was cut off while it was written is.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

_SHA256 = re.compile(r"[0-9a-f]{64}")


class DocumentLost(Exception):
    """The record names a document whose bytes are not in the store, or are no longer those that were kept."""


@dataclass(frozen=True)
class NewDocument:
    """A document whose bytes are kept and that is about to go on a record under its `name`; `size` in bytes."""

    name: str
    sha256: str
    media_type: str
    size: int
    confidential: bool = False


def keep(content: bytes) -> str:
    """Put the bytes into the store unless they are there; returns their SHA-256 as hexadecimal digits."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = _place(sha256)
    if default_storage.exists(place) and default_storage.size(place) != len(content):
        default_storage.delete(place)
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(content))
    return sha256


def kept(sha256: str) -> bytes:
    """The bytes kept under this digest, proven to be them; raises :class:`DocumentLost`."""
    try:
        with default_storage.open(_place(sha256)) as file:
            content = bytes(file.read())
    except FileNotFoundError as cause:
        raise DocumentLost(f"The document {sha256} is not in the store. Restore it from a backup.") from cause
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DocumentLost(f"The document {sha256} was changed after it was kept. Restore it from a backup.")
    return content


def _place(sha256: str) -> str:
    """Where a document lies: two folders by its first digits, so that no folder grows long."""
    if not _SHA256.fullmatch(sha256):
        raise DocumentLost(f"{sha256!r} is not the digest of a document.")
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
