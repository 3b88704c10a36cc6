"""A letter as a tagged PDF (PDF/UA-1), set by Typst."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from putright.correspondence.letters_sheet import Sheet

_SETTING = Path(__file__).with_name("letter.typ")
_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')


class NotPrintable(ValueError):
    """The letter has a sign that cannot be printed; the message names it."""


def pdf_of(sheet: Sheet) -> bytes:
    """The letter as a PDF: the same letter of the same day is the same bytes. Raises :class:`NotPrintable`."""
    content = asdict(sheet) | {"on": [sheet.on.year, sheet.on.month, sheet.on.day], "dated": sheet.dated}
    try:
        return typst.compile(
            _SETTING,
            format="pdf",
            font_paths=_fonts(),
            sys_inputs={"letter": json.dumps(content)},
            pdf_standards="ua-1",
            timestamp=datetime.combine(sheet.on, time(12), UTC),
        )
    except typst.TypstError as cause:
        if sign := _SIGN.search(cause.message):
            raise NotPrintable(f"“{sign[1]}” cannot be printed. Take it out of the letter.") from cause
        raise


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts, then the machine's for what those cannot draw: looked for once a process."""
    return typst.Fonts()
