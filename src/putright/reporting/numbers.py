"""What a cell is worked out from: the number above and, for a share, an average or a rate, the number below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from putright.reporting.conditions import Condition, Window
from putright.reporting.definition import Head, Row, Table
from putright.reporting.measures import Measure, Population, Quantity
from putright.reporting.period import Period


@dataclass(frozen=True)
class Place:
    """Where a cell stands: a row, a year (0 for the report's own) and a column within the year."""

    row: Row
    year: int
    head: Head


@dataclass(frozen=True)
class Number:
    """A whole number: a quantity of the table's facts that a window and a condition pick.

    Numbers are looked up for every cell at every counting, so each works its hash out once.
    """

    quantity: Quantity
    window: Window
    where: Condition
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.quantity, self.window, self.where)))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True)
class Planned:
    """What a cell that counts facts asks, which its definition and the period settle before anything is counted.

    `below` is None where there is nothing below, or where it is another table's total. `base` says in words which
    facts it rests on; `year` is the year it is about, 0 for the report's own.
    """

    measure: Measure
    above: Number
    below: Number | None
    base: str
    year: int


@lru_cache(maxsize=1024)
def planned(table: Table, period: Period) -> Mapping[tuple[int, int], Planned]:
    """The plan of each cell of `table` that counts facts, by its row and column; worked out once for a definition."""
    return {at: _planned(table, place, period) for at, place in _counting(table)}


def _planned(table: Table, place: Place, period: Period) -> Planned:
    window = window_of(table, place, period)
    year = period.years_on(year_of(place)).label("{start}/{yy}")
    quarter = place.row.quarter or place.head.quarter
    return Planned(
        measure=table.measure(place.row, place.head),
        above=above(table, place, window),
        below=below(table, place, window),
        base=f"{window.base.name} in {f'quarter {quarter} of ' if quarter else ''}{year}",
        year=year_of(place),
    )


def places(table: Table) -> Iterator[Place]:
    """The place of each cell that counts facts, row by row, in the order of the columns."""
    return (place for _, place in _counting(table))


def _counting(table: Table) -> Iterator[tuple[tuple[int, int], Place]]:
    columns = table.columns
    for down, row in enumerate(table.rows):
        for along, column in enumerate(columns):
            place = Place(row, column.year, column.head)
            if counts_facts(place):
                yield (down, along), place


def counts_facts(place: Place) -> bool:
    """Whether the cell at `place` is worked out from facts: neither left empty, nor entered, nor of other cells."""
    left_empty = place.head.is_among(place.row.blank | place.row.not_applicable)
    return not (left_empty or place.row.entered or place.head.change)


def year_of(place: Place) -> int:
    """The year that the cell at `place` is about."""
    return place.year if place.row.year is None else place.row.year


def months_of(place: Place, period: Period) -> Period:
    """The months that the cell at `place` of a report on `period` is about."""
    return period.years_on(year_of(place)).quarter(place.row.quarter or place.head.quarter)


def window_of(table: Table, place: Place, period: Period) -> Window:
    """The base and the months that put a fact into the cell at `place` of a report on `period`."""
    months = months_of(place, period)
    return Window(table.base_of(place.row, place.head), months.first, months.last)


def above(table: Table, place: Place, window: Window) -> Number:
    """The numerator of the cell at `place`, whose facts `window` puts into its months."""
    measure = table.measure(place.row, place.head)
    return Number(measure.numerator, window, place.row.where + place.head.where + _changed(table, window))


def below(table: Table, place: Place, window: Window) -> Number | None:
    """The denominator of the same cell; None where there is none or where it is another table's total."""
    row, head, measure = place.row, place.head, table.measure(place.row, place.head)
    if measure.denominator is None:
        return None
    if isinstance(measure.share_of, Population):
        window = Window(measure.share_of.base or window.base, window.first, window.last)
        asked = {test.column for test in measure.share_of.where}
        beside = head.where if row.measure else row.where[len(row.population) :]
        kept = tuple(test for test in beside if test.column not in asked)
        where = row.population + kept + measure.share_of.where
    elif measure.share_of in ("", "row"):
        where = row.where + (head.where if measure.share_of == "" else ())
    elif measure.share_of in ("block", "table"):
        where = (row.population if measure.share_of == "block" else ()) + head.where
    else:
        return None
    return Number(measure.denominator, window, where + _changed(table, window))


def _changed(table: Table, window: Window) -> Condition:
    return tuple(test for changed in table.changed for test in changed.where(window))
