"""What reading makes of a file: sheets of rows, each with the place it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from putright.authorities.mapping import Sheet


class UnusableFile(ValueError):
    """A file that cannot be read at all; the message is one line that names it and the remedy."""


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """Why a row could not be read as a row: a fault's code, and the index of the cell it is in, None for none."""

    code: str
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it came. `line` is the physical line of `file` it starts on; in a workbook, the row's number.

    `raw` is its text as it stands in the file, empty for a workbook; bytes that are not in the file's encoding are
    kept in both `raw` and `cells` as lone surrogates. `held` is the number of the held row that this is the mended
    copy of, 0 for none, and `held_for` the fault it was held for.
    """

    file: str
    line: int
    cells: tuple[str, ...]
    raw: str = ""
    broken: BrokenCell | None = None
    held: int = 0
    held_for: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class SheetRows:
    """The rows of one sheet below its headings. `headings` are those of the mapping, in the order of the file."""

    file: str
    sheet: Sheet
    headings: tuple[str, ...]
    encoding: str
    rows: Iterator[Row] = field(repr=False)
