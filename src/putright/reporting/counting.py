"""The numbers of a table: its atoms, as they came from the database, added up for a condition."""

from __future__ import annotations

from typing import Any

from putright.reporting.conditions import Condition
from putright.reporting.imported import Imported
from putright.reporting.numbers import Number
from putright.reporting.period import Period
from putright.reporting.query import Atoms


class Counted:
    """The atoms of one table, and the imported numbers beside them; what a condition picks is worked out once."""

    def __init__(self, asked: Atoms, rows: list[tuple[Any, ...]], imported: Imported, where: Condition) -> None:
        self._asked = asked
        self._position = {column: at for at, column in enumerate(asked.columns)}
        self._numbers = {number: at for at, number in enumerate(asked.numbers, start=len(asked.columns))}
        self._rows = rows
        self._imported = imported
        self._where = where
        self._picked: dict[Condition, list[tuple[Any, ...]]] = {}

    def number(self, number: Number) -> int | None:
        """What it comes to; None for an imported number that is not there."""
        quantity, window = number.quantity, number.window
        if quantity.kind == "imported":
            months = Period(window.first, window.last)
            return self._imported.count(quantity.column, months, self._where + number.where)
        outside, inside = self._asked.split(number.where)
        at = self._numbers[Number(quantity, window, inside)]
        return sum(int(row[at] or 0) for row in self._pick(outside))

    def _pick(self, where: Condition) -> list[tuple[Any, ...]]:
        if where not in self._picked:
            rows = self._rows
            for test in where:
                at = self._position[test.column]
                rows = [row for row in rows if test.matches(row[at])]
            self._picked[where] = rows
        return self._picked[where]
