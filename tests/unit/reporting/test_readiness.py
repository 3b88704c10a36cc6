"""How ready the records are: each kind of thing that can be amiss, per table, and the score."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.fact_tables import create
from tests.hampshire_facts import hampshire_facts
from tests.unit.reporting.hampshire import definition

from putright.reporting.definition import Table
from putright.reporting.engines import DatabaseEngine
from putright.reporting.period import read_period
from putright.reporting.readiness import cases_amiss_sql, counted_checks, readiness, table_checks

PERIOD = read_period("2017-18")
IN_THE_YEAR, AFTER_IT = date(2018, 3, 1), date(2018, 6, 30)
RECEIVED: dict[str, Any] = {
    "authority": "hampshire", "category": "statutory", "type": "complaint", "received_from": "parent",
    "method": "e_mail", "nature": "delay", "service": "sen", "refusal_reason": "not_applicable",
    "received_month": 201706, "received_on": date(2017, 6, 1),
    "status": "closed", "closed_on": date(2017, 7, 1), "days_to_acknowledge": 2,
}  # fmt: skip
STAGE: dict[str, Any] = {
    "authority": "hampshire", "category": "statutory", "type": "complaint", "procedure": "children_act_1989",
    "stage": "local_resolution", "received_month": 201706, "requested_month": 201706, "started_month": 201706,
    "responded_month": 201707, "closed_month": 201707, "requested_on": date(2017, 6, 1), "started_on": date(2017, 6, 1),
    "responded_on": date(2017, 7, 1), "due_on": date(2017, 7, 7), "working_days": 20,
}  # fmt: skip


def table(name: str) -> Table:
    return definition().all_tables[name]


def engine_with(facts: dict[str, list[dict[str, Any]]]) -> DatabaseEngine:
    connection = sqlite3.connect(":memory:")
    numbered = {
        name: [{"id": at, "representation_id": at} | row for at, row in enumerate(rows, start=1)]
        for name, rows in facts.items()
    }
    create(connection, numbered)
    return DatabaseEngine(connection)


def amiss(name: str, today: date = AFTER_IT, **facts: dict[str, Any]) -> dict[str, int]:
    """How many facts of a table are amiss, by kind, when there is this one."""
    engine = engine_with({f"facts_{kind}": [row] for kind, row in facts.items()})
    (found,) = readiness([table(name)], PERIOD, "hampshire", engine, today).tables
    assert found.facts == 1
    return {kind: number for kind, number in found.amiss.items() if number}


def test_nothing_amiss_is_a_hundred_per_cent() -> None:
    engine = engine_with({"facts_representation": [RECEIVED]})
    found = readiness([table("table-3a")], PERIOD, "hampshire", engine, AFTER_IT)
    assert (found.score, found.tables[0].facts, found.tables[0].faulty) == (100, 1, 0)


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ({"method": "not_recorded"}, "blank"),
        ({"closed_on": date(2017, 5, 1)}, "contradictory"),
        ({"closed_on": None}, "contradictory"),
        ({"status": "open"}, "contradictory"),
        ({"received_on": date(2018, 7, 1), "closed_on": date(2018, 7, 2)}, "contradictory"),
        ({"refusal_reason": "no_pr"}, "contradictory"),
        ({"status": "open", "closed_on": None}, "unfinished"),
    ],
)
def test_a_representation(fact: dict[str, Any], kind: str) -> None:
    assert kind in amiss("table-3a", representation=RECEIVED | fact)
    assert kind not in amiss("table-3a", representation=RECEIVED)


def test_what_is_past_its_last_day_is_late_from_the_next_day_on() -> None:
    waiting = RECEIVED | {"status": "open", "closed_on": None, "due_on": date(2018, 3, 1)}
    assert amiss("table-3a", date(2018, 3, 1), representation=waiting) == {"unfinished": 1}
    assert amiss("table-3a", date(2018, 3, 2), representation=waiting) == {"unfinished": 1, "late": 1}


@pytest.mark.parametrize(
    ("fact", "kinds"),
    [
        ({}, set()),
        ({"responded_on": date(2017, 5, 1)}, {"contradictory"}),
        ({"started_on": date(2017, 5, 1)}, {"contradictory"}),
        ({"started_on": None}, {"contradictory"}),
    ],
)
def test_a_stage(fact: dict[str, Any], kinds: set[str]) -> None:
    assert set(amiss("table-2", stage=STAGE | fact)) == kinds


def test_a_blank_that_the_table_does_not_ask_about_is_not_its_own() -> None:
    assert amiss("table-3a", representation=RECEIVED | {"nature": "not_recorded"}) == {}


def test_what_is_unfinished_counts_once_the_year_is_over() -> None:
    engine = engine_with({"facts_representation": [RECEIVED, RECEIVED | {"status": "open", "closed_on": None}]})
    assert readiness([table("table-3a")], PERIOD, "hampshire", engine, IN_THE_YEAR).score == 100
    assert readiness([table("table-3a")], PERIOD, "hampshire", engine, AFTER_IT).score == 50


def test_with_no_facts_there_is_no_score() -> None:
    found = readiness([table("table-3a")], PERIOD, "hampshire", engine_with({}), AFTER_IT)
    assert (found.score, found.tables[0].score) == (None, None)


@pytest.fixture
def hampshire() -> Iterator[DatabaseEngine]:
    with sqlite3.connect(":memory:") as connection:
        create(connection, hampshire_facts())
        yield DatabaseEngine(connection)


def test_every_number_of_a_table_opens_to_its_cases(hampshire: DatabaseEngine) -> None:
    name = table("table-5a")
    (found,) = readiness([name], PERIOD, "hampshire", hampshire, AFTER_IT).tables
    checks = table_checks(name, PERIOD, AFTER_IT)
    for kind, number in found.amiss.items():
        own = [check for check in checks if check.kind == kind]
        assert len(hampshire.query(cases_amiss_sql(name, PERIOD, "hampshire", own))) == number
    told = counted_checks(name, PERIOD, "hampshire", hampshire, AFTER_IT)
    counted = {check.id: number for check, number in told}
    assert counted["unfinished-open"] == found.amiss["unfinished"] > 0


def test_a_whole_report_has_a_score(hampshire: DatabaseEngine) -> None:
    found = readiness(definition().tables, PERIOD, "hampshire", hampshire, AFTER_IT)
    assert len(found.tables) == 25
    assert found.score is not None
    assert 50 < found.score < 100
