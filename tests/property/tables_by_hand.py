"""A table's cells worked out the slow and plain way, from the definition and a list of facts: no SQL, no atoms."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from putright.reporting.conditions import Base, Condition, OneOf
from putright.reporting.definition import Head, Row, Table
from putright.reporting.imported import Imported
from putright.reporting.measures import Measure, Population, Quantity, Rounding

Fact = dict[str, Any]
Cells = list[Decimal | None]
ROUNDINGS: dict[Rounding, str] = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "truncated": ROUND_DOWN,
}
YEAR = 2017


def by_hand(facts: list[Fact], table: Table, imported: Imported) -> list[tuple[str, Cells]]:
    """The label and the cells of each row that is printed, in their order."""
    facts = [fact for fact in facts if fact["authority"] == "here" and held(fact, table.where)]
    printed: list[Row] = []
    for row in table.rows:
        rivals = [other for other in table.rows if other.ranked and other.block == row.block]
        if row.ranked is None:
            printed.append(row)
        elif row is rivals[0]:
            printed += largest(facts, table, rivals)
    return [(row.label, cells(facts, table, definite(row, printed), imported)) for row in printed]


def columns(table: Table) -> list[tuple[int, Head]]:
    groups: list[str] = []
    for head in table.heads:
        if head.group not in groups:
            groups.append(head.group)
    found = []
    for group in groups:
        for year in table.years:
            found += [(year, head) for head in table.heads if head.group == group and not head.change]
        found += [(0, head) for head in table.heads if head.group == group and head.change]
    return found


def largest(facts: list[Fact], table: Table, rivals: list[Row]) -> list[Row]:
    year, head = columns(table)[0]
    sizes = [(-count(facts, table, row, year, head), at) for at, row in enumerate(rivals)]
    rule = rivals[0].ranked
    assert rule
    return [rivals[at] for size, at in sorted(sizes) if -size >= rule.at_least][: rule.top]


def count(facts: list[Fact], table: Table, row: Row, year: int, head: Head) -> int:
    measure, base = row.measure or head.measure, row.base or head.base or table.base
    inside = inside_months(facts, table, base, months(row, year, head))
    return total([fact for fact in inside if held(fact, row.where + head.where)], measure.numerator)


def definite(row: Row, printed: list[Row]) -> Row:
    """A row for all others counts what no printed row of its block names."""
    named = tuple(code for other in printed if other.block == row.block for code in other.codes)
    return replace(row, where=(*row.where, OneOf(row.by, named, refused=True))) if row.is_others and named else row


def cells(facts: list[Fact], table: Table, row: Row, imported: Imported) -> Cells:
    found = [None if head.change else cell(facts, table, row, year, head, imported) for year, head in columns(table)]
    return [
        changed(found, table, head) if head.change else value
        for value, (_, head) in zip(found, columns(table), strict=True)
    ]


def changed(found: Cells, table: Table, head: Head) -> Decimal | None:
    change = head.change
    assert change
    values = {
        year: value
        for value, (year, other) in zip(found, columns(table), strict=True)
        if not other.change and (other.group, other.label) == (head.group, change.of)
    }
    now, then = values[0], values[change.since]
    if now is None or then is None:
        return None
    if change.kind != "percent":
        return now - then
    return rounded(Fraction(100 * (now - then)) / Fraction(then), head.measure) if then else None


def cell(facts: list[Fact], table: Table, row: Row, year: int, head: Head, imported: Imported) -> Decimal | None:
    measure, base, during = row.measure or head.measure, row.base or head.base or table.base, months(row, year, head)
    above = count(facts, table, row, year, head)
    if measure.denominator is None:
        return Decimal(above)
    if not measure.divides:
        return rounded(above * measure.scale, measure)
    if measure.denominator.kind == "imported":
        where = table.where + row.where + head.where + changes(table, during)
        below = elsewhere(imported, measure.denominator.column, during, where)
    else:
        population, base = below_of(measure, row, head, base)
        inside = inside_months(facts, table, base, during)
        below = total([fact for fact in inside if held(fact, population)], measure.denominator)
    if below is None:
        return None
    if below == 0:
        return measure.without_cases
    return rounded(Fraction(above, below) * measure.scale, measure)


def below_of(measure: Measure, row: Row, head: Head, base: Base) -> tuple[Condition, Base]:
    if isinstance(measure.share_of, Population):
        population = measure.share_of
        instead = [test.column for test in population.where]
        crossed = head.where if row.measure else row.where[len(row.population) :]
        kept = tuple(test for test in crossed if test.column not in instead)
        return row.population + kept + population.where, population.base or base
    return {
        "": row.where + head.where,
        "row": row.where,
        "block": row.population + head.where,
        "table": head.where,
    }[measure.share_of], base


def elsewhere(imported: Imported, measure: str, during: list[int], where: Condition) -> int | None:
    """The entries for exactly these months; None unless every part that was ever entered is there."""
    parts: dict[str, list[int]] = {}
    for entry in imported.activity:
        if entry.measure == measure and held_where_named(entry.terms, where):
            found = parts.setdefault(str(entry.terms), [])
            if (entry.months.first, entry.months.last) == (during[0], during[-1]):
                found.append(entry.count)
    if not parts or not all(parts.values()):
        return None
    return sum(number for found in parts.values() for number in found)


def held_where_named(terms: Any, where: Condition) -> bool:
    return held(terms, tuple(test for test in where if test.column in terms))


def rounded(exact: Fraction, measure: Measure) -> Decimal:
    # Two roundings agree with one where the first keeps far more digits than any tie could need.
    near = Decimal(exact.numerator) / Decimal(exact.denominator)
    return near.quantize(Decimal(1).scaleb(-measure.decimals), rounding=ROUNDINGS[measure.rounding])


def months(row: Row, year: int, head: Head) -> list[int]:
    first = YEAR + (year if row.year is None else row.year)
    whole = [first * 100 + month for month in range(4, 13)] + [(first + 1) * 100 + month for month in range(1, 4)]
    quarter = row.quarter or head.quarter
    return whole[3 * quarter - 3 : 3 * quarter] if quarter else whole


def inside_months(facts: list[Fact], table: Table, base: Base, during: list[int]) -> list[Fact]:
    return [
        fact
        for fact in facts
        if any(fact[month] in during for month in base.any_of)
        and not any(fact[month] in during for month in base.none_of)
        and held(fact, changes(table, during))
    ]


def changes(table: Table, during: list[int]) -> Condition:
    found: Condition = ()
    for change in table.changed:
        found += change.before if during[-1] < change.month else change.since
    return found


def held(fact: Any, conditions: Condition) -> bool:
    for test in conditions:
        value = fact[test.column]
        if isinstance(test, OneOf):
            if (value in test.codes) == test.refused:
                return False
        elif value < test.low or (test.high is not None and value > test.high):
            return False
    return True


def total(facts: list[Fact], quantity: Quantity) -> int:
    if quantity.kind == "distinct":
        return len({fact["representation_id"] for fact in facts})
    known = [fact[quantity.column] for fact in facts if fact[quantity.column] >= 0] if quantity.column else []
    return {"count": len(facts), "known": len(known), "sum": sum(known)}[quantity.kind]
