"""Line breaks that an older system wrote into its last column without quoting them.

What follows such a break is a line of a single cell. It is put back where it came from when that is beyond doubt: the
record before it is whole, its last column holds free text, and the line is neither a reference nor a closing line.
Anything less certain stays a row of its own, to be refused and looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from putright.authorities.mapping import ImportMapping, Sheet
from putright.authorities.spelling import likeness, plain
from putright.intake.rows import Row


def rejoined(rows: Iterator[Row], width: int, last: str, sheet: Sheet, mapping: ImportMapping) -> Iterator[Row]:
    """`rows` of `width` cells with broken last cells made whole; `last` is the heading of the last column."""
    if width < 2 or sheet.by_heading[last].kind != "words":
        yield from rows
        return
    closing = {likeness(footer) for footer in mapping.footers}
    before: Row | None = None
    for row in rows:
        if before is not None and _is_whole(before, width) and _is_rest(row, closing, mapping):
            last_cell = f"{before.cells[-1]}\n{row.cells[0]}"
            before = replace(before, cells=(*before.cells[:-1], last_cell), raw=before.raw + row.raw)
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def _is_whole(row: Row, width: int) -> bool:
    return row.broken is None and len(row.cells) == width and not row.is_blank and bool(row.cells[-1].strip())


def _is_rest(row: Row, closing: set[str], mapping: ImportMapping) -> bool:
    if row.broken is not None or len(row.cells) != 1 or row.is_blank:
        return False
    cell = row.cells[0]
    return likeness(cell) not in closing and not mapping.reference_pattern.search(plain(cell).text.upper())
