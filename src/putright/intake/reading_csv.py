"""From the bytes of a CSV file to records, none lost: a record that cannot be read is named and the next one read.

A quote that is never closed must not swallow the records after it. When one runs on to the end of the file, or into
text that cannot follow a closing quote, or makes a record of the wrong width out of lines that are whole records
themselves, only its first line is at fault, and reading goes on with the line after.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from putright.intake.encodings import LONGEST_LINE, Encoding
from putright.intake.rows import BrokenCell, Row

MOST_LINES_OF_A_RECORD = 2_000


class _NeverClosed(csv.Error):
    """A record has run on for more lines than any record has."""


class _Lines:
    """The physical lines of a file one by one, with the lines taken for the present record, which can be given back."""

    def __init__(self, path: Path, encoding: Encoding) -> None:
        self.number = 0
        self.taken: list[str] = []
        self._ahead: deque[str] = deque()
        self._lines = self._decoded(path, encoding)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) == MOST_LINES_OF_A_RECORD:
            raise _NeverClosed
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.number += 1
        self.taken.append(line)
        return line

    def begin(self) -> int:
        """Begin a record; returns the line it starts on."""
        self.taken = []
        return self.number + 1

    def give_back(self) -> None:
        """Give back all lines of the present record but its first."""
        self._ahead.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1
        del self.taken[1:]

    @staticmethod
    def _decoded(path: Path, encoding: Encoding) -> Iterator[str]:
        with path.open("rb") as file:
            if encoding.has_mark:
                file.seek(3)
            while line := file.readline(LONGEST_LINE):
                yield line.decode(encoding.python_name, "surrogateescape")


def read_csv(path: Path, encoding: Encoding) -> Iterator[Row]:
    """The records of the file in order, its headings first, blank lines included; a byte order mark is left out."""
    csv.field_size_limit(
        LONGEST_LINE
    )  # of the whole process: too long a cell is for judging to refuse, not for reading
    lines = _Lines(path, encoding)
    reader = csv.reader(lines, strict=True)
    width = None
    while True:
        start = lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield _broken(path.name, start, lines, problem)
            continue
        if width is None:
            width = len(cells)
        if len(lines.taken) > 1 and len(cells) != width and _any_whole(lines.taken[1:], width):
            yield _never_closed(path.name, start, lines)
            continue
        yield Row(path.name, start, tuple(cells), "".join(lines.taken))


def _broken(file: str, start: int, lines: _Lines, problem: csv.Error) -> Row:
    if len(lines.taken) > 1 or isinstance(problem, _NeverClosed) or "end of data" in str(problem):
        return _never_closed(file, start, lines)
    code = "stray_carriage_return" if "new-line character" in str(problem) else "bad_quotes"
    return Row(file, start, _cells_as_far_as_read(lines.taken[0]), lines.taken[0], BrokenCell(code))


def _never_closed(file: str, start: int, lines: _Lines) -> Row:
    lines.give_back()
    cells = _cells_as_far_as_read(lines.taken[0])
    return Row(file, start, cells, lines.taken[0], BrokenCell("unterminated_quote", len(cells) - 1))


def _cells_as_far_as_read(line: str) -> tuple[str, ...]:
    """The cells of a line read forgivingly: what stands behind an open quote is its last cell."""
    return tuple(cell for row in csv.reader([line.rstrip("\r\n").replace("\r", " ")]) for cell in row)


def _any_whole(lines: list[str], width: int) -> bool:
    return any(_is_whole(line, width) for line in lines)


def _is_whole(line: str, width: int) -> bool:
    try:
        return [len(row) for row in csv.reader([line], strict=True)] == [width]
    except csv.Error:
        return False
