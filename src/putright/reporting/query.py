"""A table rendered to one plain SQL text, the same on SQLite, PostgreSQL and DuckDB, and the cases behind a cell.

The text returns atoms: counts, sums and distinct counts, grouped by no more than the columns that the table's rows and
columns ask about. Nothing is rounded, divided or totalled in the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from putright.facts.schema import REPRESENTATION, FactTable
from putright.reporting.conditions import Between, Condition, Test, Window, quoted
from putright.reporting.definition import Head, Row, Table
from putright.reporting.measures import COUNT, DISTINCT, Quantity
from putright.reporting.period import Period


@dataclass(frozen=True)
class Place:
    """Where a cell stands: a row, a year (0 for the report's own) and a column within the year."""

    row: Row
    year: int
    head: Head


def places(table: Table) -> Iterator[Place]:
    """Each cell's place, row by row, in the order of the columns."""
    return (Place(row, year, head) for row in table.rows for year in table.years for head in table.heads)


def window_of(table: Table, place: Place, period: Period) -> Window:
    """The base and the months that put a fact into the cell at `place` of a report on `period`."""
    months = period.years_on(place.year)
    return Window(table.base_of(place.row, place.head), months.first, months.last)


@dataclass(frozen=True)
class Atoms:
    """The SQL text of a table and what it returns: `columns` it groups by, then one number for each of `numbers`."""

    sql: str
    columns: tuple[str, ...]
    numbers: tuple[tuple[Quantity, Window], ...]


def atoms(table: Table, authority: str, period: Period) -> Atoms:
    """The one query of `table` for a council and a period."""
    numbers: dict[tuple[Quantity, Window], None] = {}
    for place in places(table):
        measure, window = table.measure(place.row, place.head), window_of(table, place, period)
        numbers[measure.numerator, window] = None
        if measure.denominator is not None:
            numbers[measure.denominator, window] = None
    windows = tuple(dict.fromkeys(window for _, window in numbers))
    grouped = _grouped(table)
    asked = [*grouped.values(), *(_number(table.facts, quantity, window, windows) for quantity, window in numbers)]
    held = [f"authority = {quoted(authority)}", *(test.sql() for test in table.where), _span(windows)]
    sql = f"SELECT {', '.join(asked)} FROM {table.facts.name} WHERE {' AND '.join(held)}"
    if grouped:
        sql += f" GROUP BY {', '.join(grouped.values())}"
    return Atoms(sql, tuple(grouped), tuple(numbers))


def _grouped(table: Table) -> dict[str, str]:
    """The columns that rows and columns ask about, each with its SQL: itself, or the band a number falls in."""
    tests: list[Test] = []
    for place in places(table):
        tests += [*place.row.where, *place.row.population, *place.head.where]
    breaks: dict[str, set[int]] = {}
    for test in tests:
        breaks.setdefault(test.column, set()).update(test.breaks if isinstance(test, Between) else ())
    return {column: _band(column, sorted(found)) if found else column for column, found in breaks.items()}


def _band(column: str, breaks: list[int]) -> str:
    """A number as the lowest of its band, so that a test on the number judges the band alike."""
    lowest = [breaks[0] - 1, *breaks]
    whens = " ".join(f"WHEN {column} < {above} THEN {low}" for low, above in zip(lowest, breaks, strict=False))
    return f"CASE {whens} ELSE {breaks[-1]} END"


def _number(facts: FactTable, quantity: Quantity, window: Window, windows: tuple[Window, ...]) -> str:
    tests = [] if len(windows) == 1 else [window.sql()]
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
            f"f.authority = {quoted(selection.authority)}",
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
