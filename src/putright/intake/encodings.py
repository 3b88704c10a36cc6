"""Which encoding a file is in, taken as a whole.

One stray byte does not turn a UTF-8 file into another encoding: the lines decide by majority, and the record with
the stray byte is then a fault of its own.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from putright.intake.rows import UnusableFile

LONGEST_LINE = 16 * 1024 * 1024
PYTHON_NAMES = {"utf-8": "utf-8", "windows-1252": "cp1252"}
"""The names Python knows the encodings of a mapping by."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Encoding:
    """What a file is in: the `name` the mapping gives it, whether a byte order mark stands first, and its `lines`."""

    name: str
    has_mark: bool
    lines: int

    @property
    def python_name(self) -> str:
        """The name Python knows it by."""
        return PYTHON_NAMES[self.name]


def encoding_of(path: Path, permitted: Sequence[str]) -> Encoding:
    """The encoding of the file at `path`, one of those `permitted`. Raises :class:`UnusableFile`."""
    utf_8 = other = lines = 0
    with path.open("rb") as file:
        start = file.read(3)
        if start.startswith(_UTF_16):
            raise UnusableFile(f"{path.name} is in UTF-16. Save it as CSV UTF-8 and import it again.")
        has_mark = start == codecs.BOM_UTF8
        file.seek(0)
        while line := file.readline(LONGEST_LINE):
            lines += 1
            if len(line) == LONGEST_LINE:
                raise UnusableFile(
                    f"Line {lines} of {path.name} is longer than {LONGEST_LINE:,} bytes. Is it a CSV export?"
                )
            if line.isascii():
                continue
            if _is_utf_8(line):
                utf_8 += 1
            else:
                other += 1
    name = "utf-8" if has_mark or utf_8 >= other else "windows-1252"
    if name not in permitted:
        raise UnusableFile(f"{path.name} is not in {' or '.join(permitted)}. Save it so and import it again.")
    return Encoding(name, has_mark, lines)


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
