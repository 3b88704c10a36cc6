"""Which of the ranked rows of a table are large enough to be shown, and what its rows for all others then count."""

from __future__ import annotations

from dataclasses import replace

from putright.reporting.conditions import OneOf
from putright.reporting.counting import Counted
from putright.reporting.definition import Row, Table
from putright.reporting.numbers import Place, above, window_of
from putright.reporting.period import Period


def ranked(table: Table, period: Period, counted: Counted) -> tuple[Table, tuple[int, ...]]:
    """`table` with its rows for all others made definite, and the numbers of the rows shown, in printed order.

    Ranked rows stand where the first of them stood, the largest in the first column first, equal ones in the order in
    which they are written.
    """
    shown = {at: _largest(table, at, period, counted) for at in _firsts(table)}
    kept = {at for chosen in shown.values() for at in chosen}
    rows = tuple(_definite(row, table, kept) if row.is_others else row for row in table.rows)
    order = tuple(one for at, row in enumerate(rows) for one in (shown.get(at, ()) if row.ranked else (at,)))
    return replace(table, rows=rows), order


def _firsts(table: Table) -> list[int]:
    """The number of the first ranked row of each block."""
    firsts: dict[int, int] = {}
    for at, row in enumerate(table.rows):
        if row.ranked:
            firsts.setdefault(row.block, at)
    return list(firsts.values())


def _largest(table: Table, first: int, period: Period, counted: Counted) -> tuple[int, ...]:
    block = [at for at, row in enumerate(table.rows) if row.ranked and row.block == table.rows[first].block]
    column = table.columns[0]
    sizes = {at: _size(table, Place(table.rows[at], column.year, column.head), period, counted) for at in block}
    rule = table.rows[first].ranked
    least = rule.at_least if rule else 0
    large = sorted((at for at in block if sizes[at] >= least), key=lambda at: -sizes[at])
    return tuple(large if rule is None or rule.top is None else large[: rule.top])


def _size(table: Table, place: Place, period: Period, counted: Counted) -> int:
    return counted.number(above(table, place, window_of(table, place, period))) or 0


def _definite(others: Row, table: Table, kept: set[int]) -> Row:
    """The row for all others, which counts what no shown row with a code counts."""
    codes = dict.fromkeys(
        code
        for at, row in enumerate(table.rows)
        if row.block == others.block and (row.ranked is None or at in kept)
        for code in row.codes
    )
    return replace(others, where=(*others.where, OneOf(others.by, tuple(codes), refused=True))) if codes else others
