"""A table rendered to one plain SQL text, the same on SQLite, PostgreSQL and DuckDB, and the cases behind a cell.

The text returns atoms: counts, sums and distinct counts, grouped by no more than the columns that the table's rows and
columns ask about. Nothing is rounded, divided or totalled in the database.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from putright.facts.schema import REPRESENTATION, FactTable
from putright.reporting.conditions import Between, Condition, Window, quoted
from putright.reporting.definition import Table, may_have_several
from putright.reporting.measures import COUNT, DISTINCT, Quantity
from putright.reporting.numbers import Number, planned
from putright.reporting.period import Period


@dataclass(frozen=True)
class Atoms:
    """The SQL text of a table and what it returns: `columns` it groups by, then one number for each of `numbers`.

    A number has what of its condition is not asked of the `columns`. The text is empty where there is none. `found`
    says, for each number a cell asks for, what of its condition is asked of the columns, by its place in `picks`, and
    which value of a row it is.
    """

    sql: str
    columns: tuple[str, ...]
    numbers: tuple[Number, ...]
    picks: tuple[Condition, ...]
    found: Mapping[Number, tuple[int, int]]

    def place(self, number: Number) -> tuple[Condition, int]:
        """The same of a number that no cell asks for as it stands in the definition, such as that of all others."""
        outside = tuple(test for test in number.where if test.column in self.columns)
        return outside, len(self.columns) + self.numbers.index(_inside(number, self.columns))


@lru_cache(maxsize=1024)
def atoms(table: Table, authority: str, period: Period) -> Atoms:
    """The one query of `table` for a council and a period; the text of a definition is worked out once.

    No `authority`, an empty text, stands for all councils whose facts there are.
    """
    asked = list(dict.fromkeys(_asked(table, period)))
    grouped = _grouped(table, asked)
    inside = {number: _inside(number, grouped) for number in asked}
    numbers = tuple(dict.fromkeys(inside.values()))
    if not numbers:
        return Atoms("", (), (), (), {})
    outside = {number: tuple(test for test in number.where if test.column in grouped) for number in asked}
    picks = {pick: at for at, pick in enumerate(dict.fromkeys(outside.values()))}
    values = {number: at for at, number in enumerate(numbers, start=len(grouped))}
    found = {number: (picks[outside[number]], values[inside[number]]) for number in asked}
    windows = tuple(dict.fromkeys(number.window for number in numbers))
    selected = [*grouped.values(), *(_number(table.facts, number, windows) for number in numbers)]
    held = [*_of_council(authority), *(test.sql() for test in table.where), _span(windows)]
    sql = f"SELECT {', '.join(selected)} FROM {table.facts.name} WHERE {' AND '.join(held)}"
    if grouped:
        sql += f" GROUP BY {', '.join(grouped.values())}"
    return Atoms(sql, tuple(grouped), numbers, tuple(picks), found)


def _asked(table: Table, period: Period) -> Iterator[Number]:
    """Each number that a cell of `table` is worked out from, but for those that are not in the facts."""
    for plan in planned(table, period).values():
        for number in (plan.above, plan.below):
            if number is not None and number.quantity.kind != "imported":
                yield number


def _inside(number: Number, grouped: Collection[str]) -> Number:
    """What a number asks itself: its condition without what is asked of the columns."""
    return Number(number.quantity, number.window, tuple(test for test in number.where if test.column not in grouped))


def _grouped(table: Table, asked: list[Number]) -> dict[str, str]:
    """The columns that are asked about, each with its SQL: itself, or the band a number falls in.

    Where representations are counted once each, a column of which one may have several values is not grouped by, for
    the counts of its values could not be added up: the numbers ask about it themselves.
    """
    once_each = any(number.quantity == DISTINCT for number in asked)
    breaks: dict[str, set[int]] = {}
    for test in (test for number in asked for test in number.where):
        if not (once_each and may_have_several(table.facts, test.column)):
            breaks.setdefault(test.column, set()).update(test.breaks if isinstance(test, Between) else ())
    return {column: _band(column, sorted(found)) if found else column for column, found in breaks.items()}


def _band(column: str, breaks: list[int]) -> str:
    """A number as the lowest of its band, so that a test on the number judges the band alike."""
    lowest = [breaks[0] - 1, *breaks]
    whens = " ".join(f"WHEN {column} < {above} THEN {low}" for low, above in zip(lowest, breaks, strict=False))
    return f"CASE {whens} ELSE {breaks[-1]} END"


def _number(facts: FactTable, number: Number, windows: tuple[Window, ...]) -> str:
    quantity = number.quantity
    tests = [] if len(windows) == 1 else [number.window.sql()]
    tests += [test.sql() for test in number.where]
    if quantity.kind == "distinct":
        key = representation_key(facts)
        return f"COUNT(DISTINCT {_when(tests, key) if tests else key})"
    if quantity.kind == "count":
        return f"COUNT({_when(tests, '1')})" if tests else "COUNT(*)"
    value = quantity.column if quantity.kind == "sum" else "1"
    tests += [test.sql() for test in quantity.counted]
    return f"SUM({_when(tests, value, ' ELSE 0')})"


def _when(tests: list[str], value: str, otherwise: str = "") -> str:
    """`value` where the tests hold, else nothing: counting what is there is quicker than adding ones and noughts."""
    return f"CASE WHEN {' AND '.join(tests)} THEN {value}{otherwise} END"


def _span(windows: tuple[Window, ...]) -> str:
    """One test that every fact of every window meets, as narrow as one range of months a column can be."""
    if len(windows) == 1:
        return windows[0].sql()
    spans: dict[str, tuple[int, int]] = {}
    for window in windows:
        for month in window.base.any_of:
            first, last = spans.get(month, (window.first, window.last))
            spans[month] = (min(first, window.first), max(last, window.last))
    tests = [f"{month} BETWEEN {first} AND {last}" for month, (first, last) in spans.items()]
    return tests[0] if len(tests) == 1 else f"({' OR '.join(tests)})"


def _of_council(authority: str, prefix: str = "") -> list[str]:
    return [f"{prefix}authority = {quoted(authority)}"] if authority else []


def representation_key(facts: FactTable) -> str:
    """The column of `facts` that holds the representation's number."""
    return "id" if facts is REPRESENTATION else "representation_id"


@dataclass(frozen=True)
class Selection:
    """The facts behind a cell: it opens to the representations they belong to.

    `counts` is what a count of it counts: facts, or representations once each.
    """

    facts: FactTable
    authority: str
    where: Condition
    window: Window
    counts: Quantity = COUNT


def cases_sql(selection: Selection, limit: int = 50, after: int = 0) -> str:
    """The cases behind a cell as plain SQL: (key to go on after, representation's number, its reference), by key.

    As many rows in all as the cell's count; a page is `limit` rows with a key above `after`.
    """
    facts, key = selection.facts, representation_key(selection.facts)
    order = key if selection.counts == DISTINCT else "id"
    tests = " AND ".join(
        [
            *_of_council(selection.authority, "f."),
            *(test.sql("f.") for test in selection.where),
            selection.window.sql("f."),
            f"f.{order} > {after}",
        ]
    )
    once = "DISTINCT " if selection.counts == DISTINCT else ""
    joined = "" if facts is REPRESENTATION else f" JOIN {REPRESENTATION.name} r ON r.id = f.{key}"
    reference = "f.reference" if facts is REPRESENTATION else "r.reference"
    return (
        f"SELECT {once}f.{order}, f.{key}, {reference} FROM {facts.name} f{joined}"
        f" WHERE {tests} ORDER BY f.{order} LIMIT {limit}"
    )


def behind_sql(selection: Selection) -> str:
    """What is behind a cell as plain SQL: (representation's number, its reference, what it adds), in order.

    A fact that is counted adds 1, one that is summed its number.
    """
    facts, key = selection.facts, representation_key(selection.facts)
    adds = f"f.{selection.counts.column}" if selection.counts.kind == "sum" else "1"
    tests = [f"f.authority = {quoted(selection.authority)}", *(test.sql("f.") for test in selection.where)]
    joined = "" if facts is REPRESENTATION else f" JOIN {REPRESENTATION.name} r ON r.id = f.{key}"
    reference = "f.reference" if facts is REPRESENTATION else "r.reference"
    once = "DISTINCT " if selection.counts == DISTINCT else ""
    return (
        f"SELECT {once}f.{key}, {reference}, {adds} FROM {facts.name} f{joined}"
        f" WHERE {' AND '.join([*tests, selection.window.sql('f.')])} ORDER BY 1, 3"
    )
