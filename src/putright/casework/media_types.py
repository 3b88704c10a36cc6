"""Which files are taken as documents: told by their bytes, not only by their names.

A file is taken when its name ends in one of `TAKEN` and its bytes are of that kind. Programs, scripts, web pages,
archives and office files with macros are not among them.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

LARGEST = 25 * 1024 * 1024
"""The most bytes a document may have."""
LONGEST_NAME = 150
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = re.compile(r"vbaProject\.bin$|^Basic/|^Scripts/", re.IGNORECASE)


class NotTaken(ValueError):
    """The file is not taken as a document; the message says why and what to do."""


def safe_name(name: str) -> str:
    """The name a file is kept under: no folders, no signs that a system takes for its own, none that hide others.

    >>> safe_name("../../etc/My letter.pdf")
    'My letter.pdf'
    >>> safe_name("C:\\\\scans\\\\a<b>.pdf")
    'a_b_.pdf'
    >>> safe_name("invoice\\u202efdp.exe")
    'invoicefdp.exe'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign)[0] != "C")
    tidy = " ".join(re.sub(r'[<>:"|?*]', "_", shown).split()).lstrip(".")
    path = PurePosixPath(tidy or "document")
    return f"{path.stem[: LONGEST_NAME - len(path.suffix)]}{path.suffix}" if len(tidy) > LONGEST_NAME else str(path)


def media_type_of(name: str, content: bytes) -> str:
    """The media type of a file that is taken; raises :class:`NotTaken`."""
    ending = PurePosixPath(name).suffix.lower().removeprefix(".")
    if not content:
        raise NotTaken(f"{name} is empty. Choose the file again.")
    if len(content) > LARGEST:
        raise NotTaken(f"{name} is larger than {LARGEST // 1024 // 1024} MB. Split it, or save it smaller.")
    if ending not in TAKEN:
        raise NotTaken(f"{name} is not of a kind that is taken. Save it as one of: {', '.join(sorted(TAKEN))}.")
    media_type, is_one = TAKEN[ending]
    if not is_one(content):
        raise NotTaken(f"{name} ends in .{ending} but is not such a file. Open it, save it again and choose that.")
    return media_type


def _starts(*marks: bytes, at: int = 0) -> Callable[[bytes], bool]:
    return lambda content: content[at : at + 16].startswith(marks)


def _office(part: str) -> Callable[[bytes], bool]:
    """A file of Microsoft's open kind that holds `part` and no macros."""
    return lambda content: _holds(content, part)


def _open_document(kind: str) -> Callable[[bytes], bool]:
    """An OpenDocument file of this kind and without macros."""
    mark = b"mimetype" + (_OPEN + kind).encode()
    return lambda content: content[30:].startswith(mark) and _holds(content, "content.xml")


def _holds(content: bytes, part: str) -> bool:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except zipfile.BadZipFile:
        return False
    return part in names and not any(_MACROS.search(name) for name in names)


def _riff(kind: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(b"RIFF") and content[8:12] == kind


def _is_text(content: bytes) -> bool:
    return b"\x00" not in content and content[:2] != b"MZ" and not content.startswith((b"%PDF-", b"PK\x03\x04"))


def _is_mail(content: bytes) -> bool:
    return _is_text(content) and re.match(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]", content) is not None


TAKEN: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "pdf": ("application/pdf", _starts(b"%PDF-")),
    "docx": (f"{_OFFICE}wordprocessingml.document", _office("word/document.xml")),
    "xlsx": (f"{_OFFICE}spreadsheetml.sheet", _office("xl/workbook.xml")),
    "pptx": (f"{_OFFICE}presentationml.presentation", _office("ppt/presentation.xml")),
    "odt": (f"{_OPEN}text", _open_document("text")),
    "ods": (f"{_OPEN}spreadsheet", _open_document("spreadsheet")),
    "msg": ("application/vnd.ms-outlook", _starts(_COMPOUND)),
    "eml": ("message/rfc822", _is_mail),
    "txt": ("text/plain", _is_text),
    "csv": ("text/csv", _is_text),
    "png": ("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    "jpg": ("image/jpeg", _starts(b"\xff\xd8\xff")),
    "jpeg": ("image/jpeg", _starts(b"\xff\xd8\xff")),
    "gif": ("image/gif", _starts(b"GIF87a", b"GIF89a")),
    "webp": ("image/webp", _riff(b"WEBP")),
    "tif": ("image/tiff", _starts(b"II*\x00", b"MM\x00*")),
    "tiff": ("image/tiff", _starts(b"II*\x00", b"MM\x00*")),
    "mp3": ("audio/mpeg", _starts(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "wav": ("audio/wav", _riff(b"WAVE")),
    "m4a": ("audio/mp4", _starts(b"ftyp", at=4)),
    "mp4": ("video/mp4", _starts(b"ftyp", at=4)),
}
"""Each ending that is taken: its media type, and whether bytes are of that kind."""
