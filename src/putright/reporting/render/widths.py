"""How wide the columns of a printed table are, and whether it needs the page turned."""

from __future__ import annotations

from collections.abc import Sequence

UPRIGHT, TURNED = 16.0, 24.7
"""What a page of A4 holds between its margins, in cm."""

_EM = 0.335
"""The size of the letters in a table, 9.5 points, in cm."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'()-–/ |"), frozenset("mwMW%@")
_PADDING = 0.35
_LEAST_LABEL = 4.0
_A_NUMBER = 16
_LEAST, _MOST = 1.5, 4.2


def widths_of(
    corner: str, heads: Sequence[Sequence[str]], lines: Sequence[Sequence[str]]
) -> tuple[tuple[float, ...], bool]:
    """The widths of the labels and of each column in cm, and whether the table needs the page turned.

    `corner` heads the labels, `heads` are the headings above each column, `lines` the label and the cells of each row.
    A column is as wide as the longest word of its headings and of its sentences and its longest number, and wider where
    there is room; the labels are as wide as the longest of them if that leaves them room.
    """
    parts = [(texts, [line[at] for line in lines]) for at, texts in enumerate(heads, start=1)]
    wanted = max(_across(corner), *(_across(line[0]) for line in lines)) + _PADDING
    columns = [max(_column(*part), _unfolded(*part)) for part in parts]
    if sum(columns) + wanted > UPRIGHT:
        columns = [_column(*part) for part in parts]
    turned = sum(columns) + _LEAST_LABEL > UPRIGHT
    page = TURNED if turned else UPRIGHT
    label = max(min(wanted, page - sum(columns)), _LEAST_LABEL)
    narrower = min(page / (label + sum(columns)), 1)
    return tuple(round(width * narrower, 2) for width in (label, *columns)), turned


def _column(heads: Sequence[str], cells: Sequence[str]) -> float:
    words = [word for text in (*heads, *(cell for cell in cells if _folds(cell))) for word in text.split()]
    whole = [cell for cell in cells if not _folds(cell)]
    longest = max((_across(text) for text in (*words, *whole)), default=0.0)
    return min(max(longest + _PADDING, _LEAST), _MOST)


def _unfolded(heads: Sequence[str], cells: Sequence[str]) -> float:
    """How wide a column is where there is room: no heading and no sentence takes more than some three lines."""
    folding = (*heads, *(cell for cell in cells if _folds(cell)))
    return min(max((_across(text) for text in folding), default=0.0) / 2.5 + _PADDING, _MOST)


def _folds(cell: str) -> bool:
    """Whether a cell holds so many words that they go on several lines; a number with its unit does not."""
    return len(cell) > _A_NUMBER


def _across(text: str) -> float:
    """About how wide `text` is in bold letters without serifs, in cm."""
    return _EM * sum(
        0.34 if sign in _NARROW else 0.9 if sign in _WIDE else 0.74 if sign.isupper() else 0.6 for sign in text
    )
