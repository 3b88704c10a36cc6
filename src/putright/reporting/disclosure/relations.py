"""How the counts of a report hang together: which are sums of others, and which are part of another.

Whoever reads the report knows these relations as we do. They are found in three ways: a total and the rows that the
table adds up to it; a count and those that narrow it by the terms of one column; a year and its quarters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from putright.reporting.checks import may_overlap, parts_of
from putright.reporting.conditions import Between, OneOf, Test, Window
from putright.reporting.definition import FACTS, Table, may_have_several
from putright.reporting.disclosure.counts import Count, Told
from putright.reporting.printed import BuiltTable, CellAt

_Part = TypeVar("_Part", Test, Window)
_FACTS = {table.name: table for table in FACTS.values()}


@dataclass(frozen=True)
class Relation:
    """`whole` is the sum of `parts` or, where it is not `exact`, at least that."""

    whole: Count
    parts: tuple[Count, ...]
    exact: bool

    @property
    def members(self) -> tuple[Count, ...]:
        """All counts in it."""
        return (self.whole, *self.parts)


def relations(told: Told, tables: Mapping[str, tuple[Table, BuiltTable]]) -> tuple[Relation, ...]:
    """Every relation that holds between the counts; `tables` are as defined and as built."""
    found = [*_of_totals(told, tables), *_of_terms(told.values), *_of_quarters(told.values)]
    return tuple(dict.fromkeys(found))


def _of_totals(told: Told, tables: Mapping[str, tuple[Table, BuiltTable]]) -> Iterator[Relation]:
    """Totals, where the printed numbers add up: an erring total gives nothing away."""
    for table, built in tables.values():
        for at, row in enumerate(table.rows):
            parts = parts_of(table, built, at) if row.is_total else []
            if not parts or may_overlap(table, [at, *parts]):
                continue
            for column in range(len(built.columns)):
                whole = _counted(built, told, at, column)
                rows = [_counted(built, told, part, column) for part in parts]
                counts = tuple(dict.fromkeys(count for count in rows if count is not None and count != whole))
                if whole and counts and len(counts) == len(rows) and _adds_up(told.values, whole, counts):
                    yield Relation(whole, counts, exact=True)


def _counted(built: BuiltTable, told: Told, row: int, column: int) -> Count | None:
    cell = built.rows[row].cells[column]
    return next(iter(told.cells.get(CellAt(built.id, row, column), ())), None) if cell.is_count else None


def _of_terms(values: Mapping[Count, int]) -> Iterator[Relation]:
    families: dict[tuple[Count, str], dict[Test, Count]] = defaultdict(dict)
    for count in values:
        for test in count.where:
            rest = Count(count.facts, count.where - {test}, count.window, count.once_each)
            if not (count.once_each and may_have_several(_FACTS[count.facts], test.column)):
                families[rest, test.column][test] = count
    for (rest, _column), family in families.items():
        if rest in values:
            yield from _within(rest, list(family), family, _term_inside, _terms_apart, values)
        for test, whole in family.items():
            inside = [other for other in family if other != test and _term_inside(other, test)]
            yield from _within(whole, inside, family, _term_inside, _terms_apart, values)


def _of_quarters(values: Mapping[Count, int]) -> Iterator[Relation]:
    families: dict[tuple[object, ...], dict[Window, Count]] = defaultdict(dict)
    for count in values:
        base = count.window.base
        if len(base.any_of) == 1 and not base.none_of:
            families[count.facts, count.where, count.once_each, base][count.window] = count
    for family in families.values():
        for window, whole in family.items():
            inside = [other for other in family if other != window and _months_inside(other, window)]
            yield from _within(whole, inside, family, _months_inside, _months_apart, values)


def _within(
    whole: Count,
    parts: Sequence[_Part],
    family: Mapping[_Part, Count],
    inside: Callable[[_Part, _Part], bool],
    apart: Callable[[_Part, _Part], bool],
    values: Mapping[Count, int],
) -> Iterator[Relation]:
    """The relations of a count to the smallest and to the largest parts of it that do not overlap."""
    smallest = [one for one in parts if not any(other != one and inside(other, one) for other in parts)]
    largest = [one for one in parts if not any(other != one and inside(one, other) for other in parts)]
    for chosen in (smallest, largest):
        disjoint: list[_Part] = []
        for one in chosen:
            if all(apart(one, other) for other in disjoint):
                disjoint.append(one)
        counts = tuple(sorted((family[one] for one in disjoint), key=lambda count: count.order))
        if counts:
            yield Relation(whole, counts, _adds_up(values, whole, counts))


def _adds_up(values: Mapping[Count, int], whole: Count, parts: Sequence[Count]) -> bool:
    return values[whole] == sum(values[part] for part in parts)


def _term_inside(one: Test, other: Test) -> bool:
    """Whether whatever meets `one` meets `other`."""
    if isinstance(one, OneOf) and isinstance(other, OneOf):
        codes, others = set(one.codes), set(other.codes)
        if one.refused:
            return other.refused and codes >= others
        return codes.isdisjoint(others) if other.refused else codes <= others
    if isinstance(one, Between) and isinstance(other, Between):
        ends = other.high is None or (one.high is not None and one.high <= other.high)
        return one.low >= other.low and ends
    return False


def _terms_apart(one: Test, other: Test) -> bool:
    """Whether nothing meets both."""
    if isinstance(one, OneOf) and isinstance(other, OneOf):
        if one.refused and other.refused:
            return False
        if one.refused or other.refused:
            return set(other.codes) <= set(one.codes) if one.refused else set(one.codes) <= set(other.codes)
        return set(one.codes).isdisjoint(other.codes)
    if isinstance(one, Between) and isinstance(other, Between):
        return (one.high is not None and one.high < other.low) or (other.high is not None and other.high < one.low)
    return False


def _months_inside(one: Window, other: Window) -> bool:
    return other.first <= one.first and one.last <= other.last


def _months_apart(one: Window, other: Window) -> bool:
    return one.last < other.first or other.last < one.first
