"""Figures: the numbers a report states in its sentences, worked out from cells, the rule book or a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from putright.authorities import Authority
from putright.reporting.definition import Column, Row, Table
from putright.reporting.expressions import Expression, Functions, Reference, Value, apply, evaluate, references
from putright.reporting.measures import Number, Rounding, rounded
from putright.reporting.period import Period
from putright.reporting.tables import BuiltTable, CellAt
from putright.rules import Book, LimitValue, NotYetInForce

YEARS_IN_WORDS = {
    "this year": 0,
    "last year": -1,
    "two years before": -2,
    "three years before": -3,
    "four years before": -4,
    "five years before": -5,
}

_YEAR = re.compile(r"\{start\}(\W\{(yy|end)\})?")


@dataclass(frozen=True)
class Figure:
    """A number stated in a sentence, under each of the `ids` by which sentences name it."""

    ids: tuple[str, ...]
    says: str
    expression: Expression
    unit: str
    decimals: int = 0
    rounding: Rounding = "half_up"


@dataclass(frozen=True)
class NotComputed:
    """Numbers stated by the published report that the records cannot give, and why."""

    ids: tuple[str, ...]
    what: str
    why: str


@dataclass(frozen=True)
class BuiltFigure:
    """A figure worked out; `value` is None where it cannot be, or where `mark` says that it is withheld.

    `cells` are those it was worked out from.
    """

    id: str
    value: Number | None
    unit: str
    decimals: int
    says: str
    cells: tuple[CellAt, ...]
    mark: str = ""


def locate(reference: Reference, tables: Mapping[str, Table]) -> CellAt:
    """Where a reference points: [table | row | column], or with the row's group before the row.

    The column is `this year`, `last year` …, followed by its group and label within the year; a change, and a column of
    a table of one year, need no year. LookupError says what is wrong.
    """
    name, *inside = reference.parts
    if name not in tables:
        raise LookupError(f"there is no table {name!r}")
    table = tables[name]
    if not inside:
        return CellAt(name, 0, 0)
    *row_words, column_words = inside if len(inside) > 1 else [_called(table.rows[0]), *inside]
    rows = [
        at
        for at, row in enumerate(table.rows)
        if (len(row_words) == 1 or row.group == row_words[0]) and row_words[-1] in (row.label, _called(row))
    ]
    if len(rows) != 1:
        raise LookupError(f"{name} has {len(rows)} rows {' | '.join(row_words)!r}")
    columns = [at for at, column in enumerate(table.columns) if column_words in _words(column, table)]
    if len(columns) != 1:
        raise LookupError(f"{name} has no column {column_words!r}")
    return CellAt(name, rows[0], columns[0])


def _called(row: Row) -> str:
    """What a row is called: its label, with the year in words where it is about a year of its own."""
    if row.year is None and not row.quarter:
        return row.label
    label = row.label.replace("{quarter}", str(row.quarter))
    words = next((words for words, year in YEARS_IN_WORDS.items() if year == row.year), "")
    return _YEAR.sub(words, label) if words else label


def _words(column: Column, table: Table) -> set[str]:
    """What a column may be called: its year in words and its name, or its name alone where that is enough."""
    name = column.head.name
    years = [words for words, year in YEARS_IN_WORDS.items() if year == column.year and not column.head.change]
    with_year = {f"{words} {name}".strip() for words in years}
    return with_year | {name} if column.head.change or len(table.years) == 1 else with_year


@dataclass(frozen=True)
class Known:
    """What expressions may ask about: tables, built and as defined, the council, the rule book, the period, lists."""

    tables: Mapping[str, Table]
    built: Mapping[str, BuiltTable]
    authority: Authority
    book: Book
    period: Period
    lists: Mapping[str, tuple[str, ...]]

    def cell(self, reference: Reference) -> Value:
        """The value of the cell that `reference` names."""
        at = locate(reference, self.tables)
        value = self.built[at.table].rows[at.row].cells[at.column].value
        return None if value is None else Fraction(value)

    def value(self, expression: Expression) -> Value:
        """The exact value of `expression`."""
        return evaluate(expression, self.cell, self._functions())

    def _functions(self) -> Functions:
        return {
            "share": lambda names, values: _percent(apply("/", *values)),
            "change": lambda names, values: _percent(apply("/", apply("-", *values), values[1])),
            "least": lambda names, values: _among(min, values),
            "most": lambda names, values: _among(max, values),
            "limit": lambda names, values: _standard(self._limit(names)),
            "shortest": lambda names, values: _shortest(self._limit(names)),
            "extended": lambda names, values: _extended(self._limit(names)),
            "target": lambda names, values: self._target(names),
            "stages": lambda names, values: Fraction(len(self.book.procedure(names[0]).stages)),
            "posts": lambda names, values: Fraction(
                sum(post.number for post in self.book.procedure(names[0]).stage(names[1]).posts)
            ),
            "length": lambda names, values: Fraction(len(self.lists[names[0]])),
        }

    def _target(self, names: Sequence[str]) -> Value:
        target = self.authority.target(names[0], names[1], names[2])
        return Fraction(target.value) if target else None

    def _limit(self, names: Sequence[str]) -> LimitValue | None:
        """The value of a limit at the end of the period; None before the rule was in force."""
        procedure = self.book.procedure(names[0])
        limit = procedure.limits[names[1]] if len(names) == 2 else procedure.limit(names[1], names[2])
        try:
            return limit.value_on(self.period.end)
        except NotYetInForce:
            return None


# What each function is given: how many names (of the rule book or of a list) it may have, and how many values; None for
# one or more.
FUNCTIONS: Mapping[str, tuple[tuple[int, ...], int | None]] = {
    "share": ((0,), 2),
    "change": ((0,), 2),
    "least": ((0,), None),
    "most": ((0,), None),
    "limit": ((2, 3), 0),
    "shortest": ((3,), 0),
    "extended": ((3,), 0),
    "target": ((3,), 0),
    "stages": ((1,), 0),
    "posts": ((2,), 0),
    "length": ((1,), 0),
}


def build_figures(figures: Sequence[Figure], known: Known) -> tuple[BuiltFigure, ...]:
    """Each figure worked out, once for each of its ids, in the order of the ids' numbers."""
    built = [
        BuiltFigure(name, value, figure.unit, figure.decimals, figure.says, cells)
        for figure in figures
        for value in [_round(known.value(figure.expression), figure)]
        for cells in [tuple(locate(reference, known.tables) for reference in references(figure.expression))]
        for name in figure.ids
    ]
    return tuple(sorted(built, key=lambda figure: (len(figure.id), figure.id)))


def _round(value: Value, figure: Figure) -> Number | None:
    if value is None:
        return None
    return rounded(Decimal(value.numerator) / Decimal(value.denominator), figure.decimals, figure.rounding)


def _among(pick: Callable[[list[Fraction]], Fraction], values: Sequence[Value]) -> Value:
    known = [value for value in values if value is not None]
    return pick(known) if len(known) == len(values) else None


def _percent(value: Value) -> Value:
    return None if value is None else 100 * value


def _standard(value: LimitValue | None) -> Value:
    return Fraction(value.count) if value else None


def _shortest(value: LimitValue | None) -> Value:
    return Fraction(value.shortest) if value and value.shortest else None


def _extended(value: LimitValue | None) -> Value:
    return Fraction(value.extended.count) if value and value.extended else None
