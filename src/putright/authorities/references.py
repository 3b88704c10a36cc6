"""The pattern of a council's references, such as ``CSC{yy}-{n:05}`` for CSC17-00182."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATTERN = re.compile(r"(?P<before>[^{}]*)(?P<year>\{yy\}|\{yyyy\})(?P<between>[^{}]*)\{n(:0(?P<width>\d))?\}")


class NotAPattern(ValueError):
    """The text is no pattern of references; the message says what to write."""


@dataclass(frozen=True)
class ReferencePattern:
    """What a reference is made of: the reporting year, written by the year in which it begins, and a number from 1.

    ``{yy}`` is the year in two digits, ``{yyyy}`` in four; ``{n:05}`` the number with five digits at least. The number
    stands last, and begins again with 1 every year. NotAPattern for anything else.
    """

    text: str

    def __post_init__(self) -> None:
        if not _PATTERN.fullmatch(self.text):
            raise NotAPattern(
                "is not a pattern: write {yy} or {yyyy} for the year and, at the end, {n:05} for a number of at least "
                "five digits, such as C{yy}-{n:05}"
            )

    def beginning(self, year: int) -> str:
        """What every reference of the reporting year that begins in `year` has before its number."""
        match = self._match
        written = f"{year:04}" if match["year"] == "{yyyy}" else f"{year % 100:02}"
        return f"{match['before']}{written}{match['between']}"

    def reference(self, year: int, number: int) -> str:
        """The reference with this number.

        >>> ReferencePattern("CSC{yy}-{n:05}").reference(2017, 182)
        'CSC17-00182'
        """
        return f"{self.beginning(year)}{number:0{int(self._match['width'] or 1)}}"

    def number(self, year: int, reference: str) -> int | None:
        """The number of a reference of that year, None when it is not one.

        >>> ReferencePattern("CSC{yy}-{n:05}").number(2017, "CSC17-00182")
        182
        """
        beginning = self.beginning(year)
        digits = reference[len(beginning) :]
        return int(digits) if reference.startswith(beginning) and re.fullmatch(r"[0-9]+", digits) else None

    @property
    def _match(self) -> re.Match[str]:
        match = _PATTERN.fullmatch(self.text)
        assert match is not None
        return match


UNLESS_SAID = ReferencePattern("{yyyy}-{n:05}")
"""The pattern of a council that gives none."""
