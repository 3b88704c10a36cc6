"""Zip archives whose bytes depend on nothing but what is in them: Word and OpenDocument files, open data."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NO_DAY = (1980, 1, 1, 0, 0, 0)


def archive(files: Mapping[str, bytes], stored: tuple[str, ...] = ()) -> bytes:
    """`files` by name, in their order and without the time of day. Those named in `stored` are not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
    return made.getvalue()


def undated(blob: bytes) -> bytes:
    """An archive made elsewhere, without the times at which its files were written."""
    with zipfile.ZipFile(io.BytesIO(blob)) as source:
        return archive({name: source.read(name) for name in source.namelist()})
