"""Any table over any facts: the engine's cells, on SQLite and on DuckDB, against a plain count of the same rows."""

from __future__ import annotations

import sqlite3
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fact_tables import create

from putright.facts.schema import STAGE
from putright.reporting.conditions import Base, Between, Condition, OneOf
from putright.reporting.definition import Head, Row, Table
from putright.reporting.engines import DatabaseEngine
from putright.reporting.measures import COUNT, DISTINCT, Measure, Quantity, Rounding
from putright.reporting.period import year_beginning
from putright.reporting.query import cases_sql
from putright.reporting.tables import build_table

PERIOD = year_beginning(2017)
MONTHS = [0, 201503, 201504, 201603, 201604, 201703, 201704, 201803, 201804]
BASES = [
    Base("received", ("received_month",)),
    Base("received or responded", ("received_month", "responded_month")),
    Base("responded but not received", ("responded_month",), ("received_month",)),
]
ROUNDINGS: dict[Rounding, str] = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "truncated": ROUND_DOWN,
}
Fact = dict[str, Any]

codes = st.sampled_from(["a", "b", "not_recorded"])
of_representation = st.fixed_dictionaries(
    {"category": codes, "outcome": codes, "received_month": st.sampled_from(MONTHS[1:])}
)
of_stage = st.fixed_dictionaries(
    {
        "stage": st.sampled_from(["first", "second"]),
        "responded_month": st.sampled_from(MONTHS),
        "working_days": st.integers(-1, 25),
    }
)


@st.composite
def all_facts(draw: st.DrawFn) -> list[Fact]:
    rows: list[Fact] = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        shared = draw(of_representation)
        authority = draw(st.sampled_from(["here", "here", "elsewhere"]))
        for stage in draw(st.lists(of_stage, max_size=3)):
            identity = {"id": len(rows) + 1, "representation_id": number, "authority": authority}
            rows.append({**shared, **stage, **identity})
    return rows


def terms(columns: list[str]) -> st.SearchStrategy[OneOf]:
    return st.builds(
        OneOf,
        st.sampled_from(columns),
        st.lists(st.sampled_from(["a", "b", "not_recorded", "first"]), min_size=1, max_size=2, unique=True).map(tuple),
        st.booleans(),
    )


@st.composite
def bands(draw: st.DrawFn) -> Between:
    low = draw(st.integers(0, 24))
    return Between("working_days", low, draw(st.none() | st.integers(low, 25)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    once_each = draw(st.booleans())
    counted = DISTINCT if once_each else COUNT
    rounding = draw(st.sampled_from(sorted(ROUNDINGS)))
    decimals = draw(st.integers(0, 2))
    anything = st.lists(
        terms(["category", "outcome"]) if once_each else terms(["category", "outcome", "stage"]) | bands(), max_size=2
    ).map(tuple)
    count = Measure("number", counted, "complaints")
    shares = [
        Measure("share", counted, "percent", decimals, rounding, counted, share_of=of) for of in ("table", "block")
    ]
    average = Measure(
        "average",
        Quantity("sum", "working_days"),
        "days",
        decimals,
        rounding,
        Quantity("known", "working_days"),
        without_cases=draw(st.sampled_from([None, Decimal(0)])),
    )
    heads = [Head(str(at), measure, draw(anything)) for at, measure in enumerate([count, *shares])]
    rows = []
    for block in range(draw(st.integers(1, 2))):
        population = draw(anything)
        for _ in range(draw(st.integers(1, 3))):
            measure = average if not once_each and draw(st.booleans()) else None
            base = draw(st.none() | st.sampled_from(BASES))
            rows.append(
                Row("row", None, population + draw(anything), population, measure=measure, base=base, block=block)
            )
    return Table(
        id="table",
        title="Table",
        facts=STAGE,
        unit="complaints",
        base=draw(st.sampled_from(BASES)),
        where=draw(st.lists(terms(["category", "stage"]) | bands(), max_size=1).map(tuple)),
        years=tuple(draw(st.lists(st.sampled_from([0, -1, -2]), min_size=1, max_size=3, unique=True))),
        year_label="{start}",
        heads=tuple(heads),
        rows=tuple(rows),
    )


def held(fact: Fact, conditions: Condition) -> bool:
    for test in conditions:
        value = fact[test.column]
        if isinstance(test, OneOf):
            if (value in test.codes) == test.refused:
                return False
        elif value < test.low or (test.high is not None and value > test.high):
            return False
    return True


def counted_in(facts: list[Fact], table: Table, base: Base, year: int) -> list[Fact]:
    first, last = (2017 + year) * 100 + 4, (2018 + year) * 100 + 3
    return [
        fact
        for fact in facts
        if fact["authority"] == "here"
        and held(fact, table.where)
        and any(first <= fact[month] <= last for month in base.any_of)
        and not any(first <= fact[month] <= last for month in base.none_of)
    ]


def total(facts: list[Fact], quantity: Quantity) -> int:
    if quantity.kind == "distinct":
        return len({fact["representation_id"] for fact in facts})
    known = [fact[quantity.column] for fact in facts if fact[quantity.column] >= 0] if quantity.column else []
    return {"count": len(facts), "known": len(known), "sum": sum(known)}[quantity.kind]


def by_hand(facts: list[Fact], table: Table, row: Row, year: int, head: Head) -> Decimal | None:
    measure = row.measure or head.measure
    inside = [fact for fact in counted_in(facts, table, row.base or table.base, year) if held(fact, head.where)]
    above = total([fact for fact in inside if held(fact, row.where)], measure.numerator)
    if measure.denominator is None:
        return Decimal(above)
    population = {"table": (), "block": row.population, "": row.where}[measure.share_of]
    below = total([fact for fact in inside if held(fact, population)], measure.denominator)
    if not below:
        return measure.without_cases
    exact = Fraction(above * (100 if measure.share_of else 1), below)
    # Two roundings agree with one where the first keeps far more digits than any tie could need.
    near = Decimal(exact.numerator) / Decimal(exact.denominator)
    return near.quantize(Decimal(1).scaleb(-measure.decimals), rounding=ROUNDINGS[measure.rounding])


@given(facts=all_facts(), table=tables())
@settings(max_examples=150, deadline=None)
def test_cells_are_as_counted_by_hand(facts: list[Fact], table: Table) -> None:
    expected = [
        [by_hand(facts, table, row, year, head) for year in table.years for head in table.heads] for row in table.rows
    ]
    for connect in (sqlite3.connect, duckdb.connect):
        with connect(":memory:") as connection:
            create(connection, {"facts_stage": facts})
            engine = DatabaseEngine(connection)
            built = build_table(table, PERIOD, engine, "here", {})
            assert [
                [None if c.value is None else Decimal(c.value) for c in row.cells] for row in built.rows
            ] == expected


@given(facts=all_facts(), table=tables())
@settings(max_examples=50, deadline=None)
def test_a_cell_opens_as_many_cases_as_it_counts(facts: list[Fact], table: Table) -> None:
    with sqlite3.connect(":memory:") as connection:
        cases = [{"id": number, "authority": "here", "reference": f"C{number}"} for number in range(1, 9)]
        create(connection, {"facts_stage": facts, "facts_representation": cases})
        engine = DatabaseEngine(connection)
        built = build_table(table, PERIOD, engine, "here", {})
        for row in built.rows:
            for cell in row.cells:
                assert cell.cases
                opened = engine.query(cases_sql(cell.cases, limit=1000))
                counts = cell.denominator if cell.cases.counts.kind == "sum" else cell.numerator
                assert len(opened) == counts
                assert [key for key, _, _ in opened] == sorted({key for key, _, _ in opened})
