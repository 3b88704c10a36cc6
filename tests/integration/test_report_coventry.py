"""Coventry's report from its imported example: held against the published one, and against a plain count."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

from putright.authorities import load_authority
from putright.casework.models import RepresentationRow
from putright.commands.reconcile import reconcile
from putright.commands.report import report
from putright.intake.importing import Commission, import_files
from putright.oversight.reports import live_report
from putright.record.actor import Actor
from putright.reporting.period import read_period
from putright.rules import load_book

pytestmark = pytest.mark.django_db(transaction=True)

AUTHORITY = load_authority("coventry")
EXAMPLE = AUTHORITY.folder / "example"
Values = dict[str, list[object]]


@pytest.fixture(autouse=True)
def imported() -> None:
    actor = Actor("Import", "coventry", frozenset({"import_records"}))
    at = datetime(2019, 8, 1, 9, tzinfo=UTC)
    commission = Commission(AUTHORITY, AUTHORITY.mapping("dash"), date(2019, 7, 31), actor, at)
    assert not import_files(sorted(EXAMPLE.glob("*.csv")), commission).rejected


def of_the_year(name: str, on: str, year: str) -> Iterator[dict[str, str]]:
    """The rows of a file with a day of the financial year that begins in April of `year`."""
    with (EXAMPLE / f"coventry-{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if f"{year}-04-01" <= row[on] <= f"{int(year) + 1}-03-31":
                yield row


def made(year: str, table: str) -> Values:
    built = live_report("coventry", "childrens-annual", read_period(f"{year}-{int(year) % 100 + 1}"), connection)
    return {row.label: [cell.value for cell in row.cells] for row in built.table[table].rows}


def counted(year: str, table: str) -> dict[str, object]:
    """The first column of a table without its rows that count nothing."""
    return {label: values[0] for label, values in made(year, table).items() if values[0]}


def test_it_is_what_was_published_but_for_known_errata() -> None:
    outcome = CliRunner().invoke(reconcile, ["coventry", "childrens-annual", "--period", "2018-19"])
    assert outcome.exit_code == 0, outcome.output
    assert outcome.output.splitlines()[-1] == (
        "cells 165, equal 164, errata 1; figures 146, equal 105, errata 8, not in the records 33; faults 0"
    )


def test_a_complaint_that_is_counted_elsewhere_is_a_fault() -> None:
    RepresentationRow.objects.filter(type="compliment", received_from="adopters").update(received_from="professionals")
    outcome = CliRunner().invoke(reconcile, ["coventry", "childrens-annual", "--period", "2018-19"])
    assert outcome.exit_code == 1
    assert "fault: table-compliment-from [Adopters] 2018/19: published 3, reproduced 0" in outcome.output


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_the_tables_are_a_plain_count_of_the_files(year: str) -> None:
    cases = [row for row in of_the_year("cases", "ReceivedDate", year) if row["Route"] == "Statutory"]
    references = {row["CaseID"] for row in cases}
    with (EXAMPLE / "coventry-concerns.csv").open(encoding="utf-8", newline="") as file:
        raised = Counter(row["ConcernCategory"] for row in csv.DictReader(file) if row["CaseID"] in references)
    teams = Counter(row["Team"] for row in cases)
    praised = Counter(row["Category"] for row in of_the_year("compliments", "DateReceived", year))
    assert counted(year, "table-concerns") == raised
    assert counted(year, "table-team") == {**teams, "Total": len(cases)}
    assert counted(year, "table-compliment-category") == praised
    paid = sum(Decimal(row["Amount"]) for row in of_the_year("payments", "PaidDate", year))
    assert made(year, "table-compensation")["Total"] == [paid]


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_the_averages_are_of_the_furthest_stage(year: str) -> None:
    calendar = load_book().calendar("england_and_wales")
    days: dict[str, list[int]] = {"1": [], "2": [], "3": []}
    for row in of_the_year("cases", "ReceivedDate", year):
        if row["Route"] == "Statutory":
            stage = row["CurrentStage"]
            opened, answered = (date.fromisoformat(row[f"S{stage}{part}"]) for part in ("Opened", "ResponseDate"))
            days[stage].append(calendar.between(opened, answered))
    expected: Values = {
        stage: [
            len(taken),
            (Decimal(sum(taken)) / len(taken)).quantize(Decimal("0.01"), ROUND_HALF_UP) if taken else None,
        ]
        for stage, taken in days.items()
    }
    assert made(year, "table-average-timescales") == expected


def test_it_is_made_in_each_form(tmp_path: Path) -> None:
    for kind in ("json", "html", "csv", "docx"):
        out = tmp_path / f"report.{kind}"
        asked = ["coventry", "childrens-annual", "--period", "2018-19", "--format", kind, "--out", str(out)]
        outcome = CliRunner().invoke(report, asked)
        assert outcome.exit_code == 0, repr(outcome.exception) + outcome.output
        assert out.stat().st_size > 4_000


def test_what_is_checked_within_it_holds() -> None:
    built = live_report("coventry", "childrens-annual", read_period("2018-19"), connection)
    assert [check.message for check in built.checks if not check.ok] == []
