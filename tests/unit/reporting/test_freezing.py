"""A report frozen and held against a later one: exactly the representations that moved are named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.fact_tables import Facts, create
from tests.hampshire_facts import hampshire_facts
from tests.unit.reporting.hampshire import definition

from putright.authorities import load_authority
from putright.reporting.comparing import Comparison, compare
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.freezing import (
    FrozenFigures,
    canonical,
    digest,
    figures_from_bytes,
    figures_to_bytes,
    freeze_figures,
    selections_of,
)
from putright.reporting.freezing_facts import freeze_facts, frozen_engine
from putright.reporting.period import read_period
from putright.reporting.report import BuiltReport, build
from putright.rules import load_book


@contextmanager
def engine_on(facts: Facts) -> Iterator[Engine]:
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts)
        yield DatabaseEngine(connection)


def built(engine: Engine, year: str) -> BuiltReport:
    return build(definition(), read_period(year), engine, load_authority("hampshire"), load_book())


def frozen(year: str) -> tuple[FrozenFigures, dict[str, bytes]]:
    """A report as it was issued."""
    with engine_on(hampshire_facts()) as engine:
        report = built(engine, year)
        return freeze_figures(definition(), report), freeze_facts(selections_of(report), "hampshire", engine)


def compared(issued: str, year: str, change: Any) -> Comparison:
    """The report issued on one year held against that on another, after `change` of the facts."""
    figures, facts = frozen(issued)
    later = hampshire_facts()
    change(later)
    with engine_on(later) as now, frozen_engine(facts) as then:
        return compare(figures, then, freeze_figures(definition(), built(now, year)), now)


def nothing(_facts: Facts) -> None:
    """The records stay as they were."""


def the(facts: Facts, reference: str) -> dict[str, Any]:
    return next(row for row in facts["facts_representation"] if row["reference"] == reference)


def a_complaint_of(month: int) -> str:
    """The reference of a statutory complaint by e-mail that was received in a month."""
    asked = {"category": "statutory", "type": "complaint", "received_month": month, "method": "e_mail"}
    rows = hampshire_facts()["facts_representation"]
    return str(next(row["reference"] for row in rows if asked.items() <= row.items()))


def test_the_same_report_is_the_same_bytes_and_reads_back() -> None:
    (first, facts), (second, others) = frozen("2017-18"), frozen("2017-18")
    assert figures_to_bytes(first) == figures_to_bytes(second)
    assert facts == others
    assert figures_from_bytes(figures_to_bytes(first)) == first


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="this reads format 1"):
        figures_from_bytes(canonical({"format": 2}))


def test_a_digest_is_of_the_bytes() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_frozen_facts_hold_neither_days_nor_posts() -> None:
    _, facts = frozen("2017-18")
    assert set(facts) == {"facts_representation", "facts_stage", "facts_ombudsman"}
    with frozen_engine(facts) as engine:
        (row,) = engine.query("SELECT COUNT(*) FROM facts_representation")
        names = {name for (name,) in engine.query("SELECT column_name FROM (DESCRIBE facts_representation)")}
    assert row[0] > 1500
    assert "reference" in names
    assert names.isdisjoint({"handler", "received_on", "closed_on", "due_on"})


def test_every_cell_of_frozen_figures_has_as_many_cases_as_it_counts() -> None:
    figures, facts = frozen("2017-18")
    with frozen_engine(facts) as engine:
        for figure in figures.figures[:200]:
            if len(figure.behind) == 1 and figure.value and figure.value.isdigit():
                rows = engine.query(figures.selections[figure.behind[0]].sql)
                assert len(rows) == int(figure.value), figure.place


def test_with_nothing_changed_nothing_is_restated() -> None:
    found = compared("2016-17", "2017-18", nothing)
    assert found.compared > 300
    assert found.restated == ()
    assert found.no_more == ()


def test_one_representation_that_changed_is_named_where_it_counts_and_nowhere_else() -> None:
    reference = a_complaint_of(201610)

    def change(facts: Facts) -> None:
        the(facts, reference)["method"] = "letter"

    found = compared("2016-17", "2017-18", change)
    assert found.moved == (reference,)
    by_row = {
        (each.figure.table, each.figure.row): each.moved[0].how
        for each in found.restated
        if each.was is not None and "%" not in each.figure.column
    }
    assert by_row["table-3a", "E-mail"] == "went"
    assert by_row["table-3a", "Letter"] == "came"
    assert {table for table, _ in by_row} <= {"table-3a", "table-3b"}


def test_a_representation_that_went_is_named_everywhere_it_counted() -> None:
    reference = a_complaint_of(201610)

    def change(facts: Facts) -> None:
        the(facts, reference)["received_month"] = 201010

    found = compared("2016-17", "2017-18", change)
    assert found.moved == (reference,)
    assert {moved.how for each in found.restated for moved in each.moved} == {"went"}
    assert len({each.figure.table for each in found.restated}) > 3


def test_what_changed_in_other_years_restates_nothing() -> None:
    reference = a_complaint_of(201710)

    def change(facts: Facts) -> None:
        the(facts, reference)["method"] = "letter"

    assert compared("2016-17", "2017-18", change).restated == ()
    restated = compared("2017-18", "2017-18", change)
    assert restated.moved == (reference,)
    assert any(each.figure.table == "figures" for each in restated.restated)


def test_two_that_changed_places_are_no_restatement() -> None:
    """The number is what it was: nothing has to be said of it."""
    one, other = a_complaint_of(201610), a_complaint_of(201611)

    def change(facts: Facts) -> None:
        first, second = the(facts, one), the(facts, other)
        first["nature"], second["nature"] = second["nature"], first["nature"]

    assert compared("2016-17", "2017-18", change).restated == ()
