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
        self._rows = rows
        self._imported = imported
        self._where = where
        self._picked: dict[int, list[tuple[Any, ...]]] = {}

    def number(self, number: Number) -> int | None:
        """What it comes to; None for an imported number that is not there."""
        if number.quantity.kind == "imported":
            months = Period(number.window.first, number.window.last)
            return self._imported.count(number.quantity.column, months, self._where + number.where)
        if number in self._asked.found:
            pick, at = self._asked.found[number]
            if pick not in self._picked:
                self._picked[pick] = self._that_meet(self._asked.picks[pick])
            rows = self._picked[pick]
        else:
            outside, at = self._asked.place(number)
            rows = self._that_meet(outside)
        return int(sum([row[at] or 0 for row in rows]))

    def _that_meet(self, where: Condition) -> list[tuple[Any, ...]]:
        rows = self._rows
        for test in where:
            at = self._position[test.column]
            rows = [row for row in rows if test.matches(row[at])]
        return rows
