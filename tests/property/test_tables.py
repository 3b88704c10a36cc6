"""Any table over any facts: the engine's cells, on SQLite and on DuckDB, against a plain count of the same rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fact_tables import create, fill
from tests.property.tables_by_hand import ROUNDINGS, YEAR, Fact, by_hand

from putright.facts.schema import REPRESENTATION, STAGE
from putright.reporting.conditions import Base, Between, Condition, OneOf
from putright.reporting.definition import Change, Changed, Head, Ranked, Row, Table
from putright.reporting.engines import DatabaseEngine
from putright.reporting.imported import Activity, Imported
from putright.reporting.measures import COUNT, DISTINCT, Measure, Population, Quantity
from putright.reporting.period import Period, year_beginning
from putright.reporting.query import cases_sql
from putright.reporting.tables import build_table

PERIOD = year_beginning(YEAR)
MONTHS = [0, 201503, 201504, 201603, 201604, 201703, 201704, 201706, 201707, 201803, 201804]
BASES = [
    Base("received", ("received_month",)),
    Base("received or responded", ("received_month", "responded_month")),
    Base("responded but not received", ("responded_month",), ("received_month",)),
]
OUTCOMES = ("a", "b", "c")

codes = st.sampled_from([*OUTCOMES, "not_recorded"])
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


def conditions(most: int) -> st.SearchStrategy[Condition]:
    return st.lists(terms(["category", "outcome", "stage"]) | bands(), max_size=most).map(tuple)


bases = st.none() | st.sampled_from(BASES)


@st.composite
def imports(draw: st.DrawFn) -> Imported:
    """Active cases by category, of some years and a quarter, some of them missing."""
    months = [PERIOD, PERIOD.years_on(-1), PERIOD.quarter(1), PERIOD.quarter(4)]
    activity = [
        Activity("cases", during, {"category": category}, draw(st.integers(0, 300)), "counted")
        for during in months
        for category in draw(st.lists(st.sampled_from(["a", "b", "not_recorded"]), unique=True))
    ]
    return Imported(tuple(activity))


@st.composite
def measures(draw: st.DrawFn, *, of_row: bool) -> Measure:
    rounding, decimals = draw(st.sampled_from(sorted(ROUNDINGS))), draw(st.integers(0, 2))
    counted = draw(st.sampled_from([COUNT, DISTINCT]))
    kind = draw(st.sampled_from(["count", "share", "share", "average", "sum", "rate"]))
    if kind == "count":
        return Measure("number", counted, "complaints")
    if kind == "share":
        among = ["block", "table"] if of_row else ["row", "block", "table"]
        share_of = draw(st.sampled_from(among) | st.builds(Population, conditions(1), bases))
        return Measure("share", counted, "percent", decimals, rounding, counted, share_of, Fraction(100))
    if kind == "rate":
        cases = Quantity("imported", "cases")
        return Measure("rate", counted, "per 1,000", decimals, rounding, cases, scale=Fraction(1000))
    known = Quantity("known", "working_days")
    days = Quantity("sum", "working_days")
    if kind == "sum":
        return Measure("sum", days, "days", decimals, rounding, known, scale=Fraction(1, 100), divides=False)
    without = draw(st.sampled_from([None, Decimal(0)]))
    return Measure("average", days, "working days", decimals, rounding, known, without_cases=without)


@st.composite
def all_heads(draw: st.DrawFn, years: tuple[int, ...]) -> list[Head]:
    heads = []
    for at in range(draw(st.integers(1, 4))):
        group, quarter = draw(st.sampled_from(["", "", "One", "Two"])), draw(st.sampled_from([0, 0, 0, 1, 4]))
        measure = draw(measures(of_row=False))
        heads.append(Head(str(at), measure, draw(conditions(1)), draw(bases), group, quarter))
    others = [year for year in years if year != 0]
    if others and 0 in years and draw(st.booleans()):
        compared = draw(st.sampled_from(heads))
        kind = draw(st.sampled_from(["number", "percent"])) if compared.measure.unit != "percent" else "points"
        change = Change(kind, compared.label, draw(st.sampled_from(others)))
        rounding = draw(st.sampled_from(sorted(ROUNDINGS)))
        measure = Measure("change", COUNT, "percent", draw(st.integers(0, 2)), rounding)
        heads.append(Head("change", measure, group=compared.group, change=change))
    return heads


@st.composite
def a_block(draw: st.DrawFn, block: int, has_quarters: bool, has_years: bool) -> list[Row]:
    population, rows = draw(conditions(1)), []
    if draw(st.booleans()):
        rule = Ranked(draw(st.sampled_from([None, 1, 2])), draw(st.integers(1, 2)))
        for code in OUTCOMES:
            test = OneOf("outcome", (code,))
            rows.append(Row(code, None, (*population, test), population, by="outcome", codes=(code,), ranked=rule))
        rows.append(Row("others", None, population, population, by="outcome", is_others=True))
    for at in range(draw(st.integers(1, 3))):
        rows.append(
            Row(
                f"row {at}",
                None,
                population + draw(conditions(1)),
                population,
                measure=draw(st.none() | measures(of_row=True)),
                base=draw(bases),
                year=draw(st.sampled_from([0, -1])) if has_years else None,
                quarter=0 if has_quarters else draw(st.sampled_from([0, 0, 4])),
            )
        )
    return [replace(row, block=block) for row in rows]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    years = tuple(draw(st.lists(st.sampled_from([0, -1, -2]), min_size=1, max_size=3, unique=True)))
    heads = draw(all_heads(years))
    has_quarters, has_years = any(head.quarter for head in heads), years == (0,) and draw(st.booleans())
    rows = [row for at in range(draw(st.integers(1, 2))) for row in draw(a_block(at, has_quarters, has_years))]
    measured = [row.measure or head.measure for row in rows for head in heads]
    if any(measure.numerator == DISTINCT for measure in measured):
        # The outcome is the representation's own, so that ranked rows may be counted once each.
        assert all(row.by in ("", "outcome") for row in rows)
    changed = st.builds(
        Changed, st.sampled_from([201704, 201604, 201707]), st.just("So."), conditions(1), conditions(1)
    )
    return Table(
        id="table",
        title="Table",
        facts=STAGE,
        unit="complaints",
        base=draw(st.sampled_from(BASES)),
        where=draw(st.lists(terms(["category", "stage"]) | bands(), max_size=1).map(tuple)),
        years=years,
        year_label="{start}",
        heads=tuple(heads),
        rows=tuple(rows),
        changed=tuple(draw(st.lists(changed, max_size=1))),
    )


@pytest.fixture(scope="module")
def databases() -> Iterator[list[Any]]:
    connections: list[Any] = [sqlite3.connect(":memory:"), duckdb.connect(":memory:")]
    for connection in connections:
        create(connection, {}, tables=(STAGE,))
    yield connections
    for connection in connections:
        connection.close()


@given(facts=all_facts(), table=tables(), imported=imports())
@settings(max_examples=200, deadline=None)
def test_cells_are_as_counted_by_hand(
    databases: list[Any], facts: list[Fact], table: Table, imported: Imported
) -> None:
    expected = by_hand(facts, table, imported)
    for connection in databases:
        connection.cursor().execute("DELETE FROM facts_stage")
        fill(connection, STAGE, facts)
        built = build_table(table, PERIOD, DatabaseEngine(connection), "here", {}, imported)
        found = [
            (row.label, [None if cell.value is None else Decimal(cell.value) for cell in row.cells])
            for row in built.shown
        ]
        assert found == expected


@given(facts=all_facts(), table=tables(), imported=imports())
@settings(max_examples=60, deadline=None)
def test_a_cell_opens_as_many_cases_as_it_counts(facts: list[Fact], table: Table, imported: Imported) -> None:
    with sqlite3.connect(":memory:") as connection:
        cases = [{"id": number, "authority": "here", "reference": f"C{number}"} for number in range(1, 9)]
        create(connection, {"facts_stage": facts, "facts_representation": cases}, tables=(STAGE, REPRESENTATION))
        engine = DatabaseEngine(connection)
        built = build_table(table, PERIOD, engine, "here", {}, imported)
        for cell in (cell for row in built.shown for cell in row.cells if not cell.signed):
            assert cell.cases
            opened: list[Any] = engine.query(cases_sql(cell.cases, limit=1000))
            counts = cell.denominator if cell.cases.counts.kind == "sum" else cell.numerator
            assert len(opened) == counts
            assert [key for key, _, _ in opened] == sorted({key for key, _, _ in opened})


def test_a_quarter_has_three_months_of_its_year() -> None:
    assert [PERIOD.quarter(number) for number in (1, 2, 3, 4)] == [
        Period(201704, 201706),
        Period(201707, 201709),
        Period(201710, 201712),
        Period(201801, 201803),
    ]


@given(facts=all_facts(), table=tables())
@settings(max_examples=40, deadline=None)
def test_where_no_council_is_named_all_are_counted(facts: list[Fact], table: Table) -> None:
    expected = by_hand([fact | {"authority": "here"} for fact in facts], table, Imported())
    with sqlite3.connect(":memory:") as connection:
        create(connection, {"facts_stage": facts}, tables=(STAGE,))
        built = build_table(table, PERIOD, DatabaseEngine(connection), "", {})
    found = [
        (row.label, [None if cell.value is None else Decimal(cell.value) for cell in row.cells]) for row in built.shown
    ]
    assert found == expected
