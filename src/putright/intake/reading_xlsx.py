"""From an Excel workbook to records, streamed. Every cell becomes the text it would have in a CSV export."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from putright.intake.rows import Row, UnusableFile

LARGEST_UNPACKED = 2 * 1024**3
_WRITTEN = {"day_month_year": "%d/%m/%Y", "year_month_day": "%Y-%m-%d"}


def open_workbook(path: Path) -> Workbook:
    """The workbook at `path`, to be read row by row. Raises :class:`UnusableFile`."""
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise UnusableFile(f"{path.name} unpacks to {unpacked:,} bytes. Save it as CSV UTF-8 and import that.")
        return load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as problem:
        if isinstance(problem, UnusableFile):
            raise
        raise UnusableFile(
            f"{path.name} is not a workbook that can be read ({problem}). Save it again as .xlsx or as CSV UTF-8."
        ) from problem


def read_worksheet(workbook: Workbook, title: str, file: str, written: str) -> Iterator[Row]:
    """The rows of one worksheet, its headings first; dates as the mapping has them `written`.

    Blank rows behind the last filled one are formatting, not records, and are left out.
    """
    sheet = workbook[title]
    sheet.reset_dimensions()
    blank: list[Row] = []
    width = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value, _WRITTEN[written]) for value in values]
        while cells and not cells[-1] and len(cells) > width:
            cells.pop()
        if not width:
            width = len(cells)
        cells.extend([""] * (width - len(cells)))
        row = Row(file, number, tuple(cells))
        if row.is_blank:
            blank.append(row)
            continue
        yield from blank
        blank.clear()
        yield row


def _text(value: object, written: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.strftime(written if value.time() == time() else f"{written} %H:%M:%S")
    if isinstance(value, date):
        return value.strftime(written)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
