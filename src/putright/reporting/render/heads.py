"""The heading rows of a table, its nested headings joined: the same for every form that has cells."""

from __future__ import annotations

from dataclasses import dataclass

from putright.reporting.printed import BuiltTable


@dataclass(frozen=True)
class HeadCell:
    """A heading above the columns from `first` on, `across` of them; `down` is how many heading rows it takes up."""

    text: str
    first: int
    across: int
    down: int

    @property
    def is_group(self) -> bool:
        """Whether it heads other headings."""
        return self.across > 1


def heading_rows(table: BuiltTable) -> tuple[tuple[HeadCell, ...], ...]:
    """The rows of headings, the outermost first. One row has the columns' labels in full."""
    levels = [column.levels for column in table.columns]
    depth = max(len(level) for level in levels)
    if depth == 1 or all(level[1:] == levels[0][1:] and len(level) == 2 for level in levels):
        return (tuple(HeadCell(column.label, at, 1, 1) for at, column in enumerate(table.columns)),)
    return tuple(tuple(_row(levels, row, depth)) for row in range(depth))


def _row(levels: list[tuple[str, ...]], row: int, depth: int) -> list[HeadCell]:
    cells: list[HeadCell] = []
    for at, level in enumerate(levels):
        if row >= len(level):
            continue
        is_last = row == len(level) - 1
        if (
            cells
            and not is_last
            and cells[-1].first + cells[-1].across == at
            and levels[at - 1][: row + 1] == level[: row + 1]
        ):
            cells[-1] = HeadCell(level[row], cells[-1].first, cells[-1].across + 1, 1)
        else:
            cells.append(HeadCell(level[row], at, 1, depth - row if is_last else 1))
    return cells
