"""Lancashire, whose records are made from its report: imported once, held against what was published."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.management import call_command
from django.db import connection
from tests.conftest import APPEND_ONLY

from putright.authorities import load_authority
from putright.casework import triggers
from putright.casework.check import prove
from putright.casework.models import CostRow, OmbudsmanRow, RepresentationRow, StageRow
from putright.commands.reconcile import reconcile
from putright.intake.importing import Commission, import_files
from putright.intake.summary import ImportSummary
from putright.oversight.reports import live_report
from putright.record.actor import Actor
from putright.reporting.period import read_period
from putright.reporting.report import BuiltReport

pytestmark = [pytest.mark.django_db, pytest.mark.once]

AUTHORITY = load_authority("lancashire")
EXAMPLE = sorted((AUTHORITY.folder / "example").glob("*.csv"))
ADULTS = ("Adult social care", "Joint with the NHS")
REPORT = ["lancashire", "social-care-annual", "--period", "2018-19"]


@pytest.fixture(scope="module")
def imported(django_db_setup: None, django_db_blocker: Any) -> Iterator[ImportSummary]:
    """The example, imported once for all tests of this module, and emptied as conftest does it."""
    actor = Actor("Import", "lancashire", frozenset({"import_records"}))
    at = datetime(2019, 7, 1, 9, tzinfo=UTC)
    mapping = AUTHORITY.mapping("customer_feedback")
    with django_db_blocker.unblock():
        summary = import_files(EXAMPLE, Commission(AUTHORITY, mapping, date(2019, 6, 28), actor, at))
    yield summary
    with django_db_blocker.unblock():
        triggers.remove(connection, APPEND_ONLY)
        call_command("flush", verbosity=0, interactive=False)
        triggers.install(connection, APPEND_ONLY)


@pytest.fixture(scope="module")
def report(imported: ImportSummary, django_db_blocker: Any) -> BuiltReport:
    with django_db_blocker.unblock():
        return live_report("lancashire", "social-care-annual", read_period("2018-19"), connection)


def feedback(year: str, *procedures: str) -> list[dict[str, str]]:
    """The complaints of a financial year under some procedures, as the file has them."""
    with EXAMPLE[1].open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if f"{year}-04-01" <= row["Received"] <= f"{int(year) + 1}-03-31" and row["Procedure"] in procedures
        ]


def column(report: BuiltReport, table: str, label: str) -> dict[str, object]:
    built = report.table[table]
    at = [head.label for head in built.columns].index(label)
    return {row.label: row.cells[at].value for row in built.rows}


def test_every_row_is_accepted_and_the_record_proves_itself(imported: ImportSummary) -> None:
    assert (imported.rows, imported.accepted, imported.rejected, imported.flagged) == (6_368, 6_368, [], [])
    assert (RepresentationRow.objects.count(), OmbudsmanRow.objects.count()) == (6_017, 340)
    assert StageRow.objects.filter(stage__in=["investigation", "review_panel"]).count() == 5 + 1
    assert prove("lancashire").faults == []


def test_an_invoice_is_a_cost_of_its_case(imported: ImportSummary) -> None:
    panel = CostRow.objects.get(cost="panel")
    assert (panel.pence, panel.service) == (90_000, "childrens_social_care")
    assert StageRow.objects.get(stage="review_panel").representation_id == panel.representation_id
    assert sum(CostRow.objects.filter(incurred_month__gte=201804).values_list("pence", flat=True)) == 471_467


def test_it_is_what_was_published_but_for_known_errata(imported: ImportSummary) -> None:
    outcome = CliRunner().invoke(reconcile, REPORT)
    assert outcome.exit_code == 0, outcome.output
    assert outcome.output.splitlines()[-1] == (
        "cells 207, equal 201, errata 6; figures 146, equal 121, errata 15, not in the records 10; faults 0"
    )


def test_all_documents_are_held_against_the_records_with_a_line_each(imported: ImportSummary) -> None:
    of_lancashire = CliRunner().invoke(reconcile, ["lancashire"])
    assert of_lancashire.exit_code == 0, of_lancashire.output
    (line,) = of_lancashire.output.splitlines()
    assert line.startswith("lancashire social-care-annual 2018-19: cells 207, equal 201")
    of_all = CliRunner().invoke(reconcile, ["--all"])
    assert of_all.output == CliRunner().invoke(reconcile, []).output
    assert line in of_all.output.splitlines()
    assert "coventry childrens-annual 2018-19: no records of it are here" in of_all.output
    assert of_all.exit_code == 1


@pytest.mark.parametrize("asked", [["lancashire", "social-care-annual"], ["lancashire", "--all"], ["nowhere"]])
def test_what_cannot_be_reconciled_as_asked_is_refused(asked: list[str]) -> None:
    outcome = CliRunner().invoke(reconcile, asked)
    assert outcome.exit_code == 2, outcome.output


def test_a_decision_that_is_counted_elsewhere_is_a_fault(imported: ImportSummary) -> None:
    OmbudsmanRow.objects.filter(decision="early_resolution").update(decision="not_upheld")
    outcome = CliRunner().invoke(reconcile, REPORT)
    assert outcome.exit_code == 1
    assert "fault: graph-9 [Ongoing/Early resolution] 2017/18: published 2, reproduced 0" in outcome.output


@pytest.mark.parametrize(("table", "procedures"), [("graph-7", ADULTS), ("graph-13", ("Children's social care",))])
@pytest.mark.parametrize("year", ["2017", "2018"])
def test_service_types_are_a_plain_count_of_the_file(
    report: BuiltReport, table: str, procedures: tuple[str, ...], year: str
) -> None:
    counted = Counter(row["ServiceType"] or "(blank)" for row in feedback(year, *procedures))
    rows = column(report, table, f"{year}/{int(year) % 100 + 1}")
    if table == "graph-13":
        assert counted.pop("(blank)") == {"2017": 16, "2018": 11}[year]
    assert {label: value for label, value in rows.items() if value} == counted


def test_the_actual_uphold_rate_leaves_out_what_the_council_had_upheld(report: BuiltReport) -> None:
    decided = OmbudsmanRow.objects.filter(service="adult_social_care", decided_month__range=(201804, 201903))
    upheld = decided.filter(decision__contains="upheld").exclude(decision="not_upheld")
    found = upheld.exclude(outcome__in=["upheld", "partly_upheld"]).count()
    assert (decided.count(), upheld.count(), found) == (31, 15, 8)
    assert (report.figure["s96"].value, report.figure["s97"].value) == (26, Decimal("24484.83"))


def test_an_early_resolution_runs_against_the_laws_clock(imported: ImportSummary) -> None:
    early = StageRow.objects.filter(type="early_resolution", category="statutory", stage="local_resolution")
    assert early.filter(timeliness="missed", received_month__gte=201804).exists()


def test_each_graph_is_a_chart_with_its_table(report: BuiltReport) -> None:
    assert {chart.table for chart in report.charts} == {table.id for table in report.tables if "graph" in table.id}
    assert report.document.placed("table") == [table.id for table in report.tables]
    (services,) = [chart for chart in report.charts if chart.table == "graph-7"]
    assert services.along == "rows"
    assert "Care Provision: 128 in 2017/18, 116 in 2018/19" in services.alt


@pytest.mark.parametrize("year", ["2018-19", "2016-17"])
def test_what_is_checked_within_it_holds(imported: ImportSummary, year: str) -> None:
    built = live_report("lancashire", "social-care-annual", read_period(year), connection)
    assert [check.message for check in built.checks if not check.ok] == []


def test_the_report_on_the_ombudsman_that_every_council_has_gives_the_actual_uphold_rate(
    imported: ImportSummary,
) -> None:
    """As published: 8 of 31 decisions on adults and 11 of 33 on children upheld what the council had not."""
    rates = live_report("lancashire", "ombudsman", read_period("2018-19"), connection).table["rates"].rows[0]
    assert [cell.value for cell in rates.cells[:4]] == [46, 29, 0, 10]
    assert rates.cells[-1].value == round(100 * Decimal(8 + 11) / (31 + 33)) == 30
