"""Councils rebuilt from their reports: the same files each time, all taken, giving the report that was published."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from examples.__main__ import BUILDERS

from putright.authorities import load_authority
from putright.casework.check import prove
from putright.casework.models import RepresentationRow, StageRow
from putright.commands.reconcile import reconcile
from putright.intake.importing import Commission, import_files
from putright.intake.summary import ImportSummary
from putright.oversight.reports import live_report
from putright.record.actor import Actor
from putright.reporting.period import read_period

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]

REPORTS = {
    "harrow": (
        "adults-annual",
        "2019-20",
        "cells 242, equal 236, errata 6; figures 66, equal 57, errata 8, not in the records 1; faults 0",
    ),
    "stockport": (
        "resourcing-review",
        "2019-20",
        "cells 16, equal 16, errata 0; figures 12, equal 11, errata 0, not in the records 1; faults 0",
    ),
    "thornmere": (
        "annual",
        "2024-25",
        "cells 147, equal 147, errata 0; figures 18, equal 16, errata 2, not in the records 0; faults 0",
    ),
}


def example_of(council: str) -> list[Path]:
    return sorted((load_authority(council).folder / "example").glob("*.csv"))


def import_(council: str) -> ImportSummary:
    authority = load_authority(council)
    assert authority.example
    (mapping,) = authority.mappings.values()
    actor = Actor("Import", council, frozenset({"import_records"}))
    at = datetime.combine(authority.example.as_of + timedelta(days=1), time(9), UTC)
    return import_files(example_of(council), Commission(authority, mapping, authority.example.as_of, actor, at))


def rows_of(council: str, name: str) -> list[dict[str, str]]:
    with (load_authority(council).folder / "example" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("council", REPORTS)
def test_the_builder_makes_the_files_that_are_there(council: str) -> None:
    made = BUILDERS[council]()
    assert {path.name: path.read_text(encoding="utf-8") for path in example_of(council)} == made


@pytest.mark.parametrize("council", REPORTS)
def test_it_is_what_was_published_but_for_known_errata(council: str) -> None:
    summary = import_(council).as_words()
    assert (summary["accepted"], summary["rejected"], summary["flagged"]) == (summary["rows"], [], [])
    assert prove(council).faults == []
    report, period, last = REPORTS[council]
    outcome = CliRunner().invoke(reconcile, [council, report, "--period", period])
    assert outcome.output.splitlines()[-1] == last
    assert outcome.exit_code == 0
    built = live_report(council, report, read_period(period), connection)
    assert [check.message for check in built.checks if not check.ok] == []
    assert import_(council).created == 0


def test_a_case_that_is_moved_makes_faults_in_every_table_it_is_in() -> None:
    import_("harrow")
    StageRow.objects.filter(stage="adult_formal_investigation", started_month__gte=201904).first().delete()
    outcome = CliRunner().invoke(reconcile, ["harrow", "adults-annual", "--period", "2019-20"])
    assert outcome.exit_code == 1
    for place in ("transactions [Total] Stage 2", "escalation [2019/20] Stage 2", "stage-2-times [2019/20] Total"):
        assert f"fault: {place}: published 4, reproduced 3" in outcome.output


def test_harrows_tables_of_another_year_are_a_plain_count_of_the_files() -> None:
    import_("harrow")
    built = live_report("harrow", "adults-annual", read_period("2018-19"), connection)
    cases = [
        row for row in rows_of("harrow", "harrow-complaints") if row["Complaint"].startswith(("ASC-2018", "ASC-2019"))
    ]
    cases = [row for row in cases if "201804" <= month(row["Received"]) <= "201903"]
    (ethnicity, made_by) = (built.table[name] for name in ("stage-1-ethnicity", "stage-1-made-by"))
    for table, heading in ((ethnicity, "Ethnic origin of service user"), (made_by, "Made by")):
        printed = {row.label: row.cells[1].value for row in table.rows if row.cells[1].value}
        assert printed == {label: count for label, count in Counter(row[heading] for row in cases).items() if label}
    assert RepresentationRow.objects.filter(type="member_enquiry", received_month__range=(201804, 201903)).count() == 52


def test_stockports_procedures_stand_side_by_side() -> None:
    import_("stockport")
    built = live_report("stockport", "dashboard", read_period("2019-20"), connection)
    assert [check.message for check in built.checks if not check.ok] == []
    side_by_side = [[cell.value or cell.mark for cell in row.cells] for row in built.table["procedures"].rows[:2]]
    assert side_by_side == [[45, 12, "N/A"], [62, "N/A", "N/A"]]
    cases = rows_of("stockport", "stockport-complaints")
    again = [row for row in cases if row["Reference"].startswith("COR2019") and row["Stage 2 started"]]
    assert built.figure["upheld-twice"].value == sum(row["Stage 1 outcome"] == "Upheld" for row in again) == 5
    due = [row for row in rows_of("stockport", "stockport-monitoring") if "201904" <= month(row["By"]) <= "202003"]
    (whole,) = [row for row in built.table["monitoring"].rows if row.is_total]
    counts = [
        len(due),
        sum(bool(row["Done"]) for row in due),
        sum(row["Made a difference"] in ("Yes", "Partly") for row in due),
    ]
    assert [cell.value for cell in whole.cells[:3]] == counts
    assert counts[0] > 10


def month(printed: str) -> str:
    """The month of a day printed 31/12/2019, as 201912."""
    return printed[6:] + printed[3:5]


def import_cases(rows: list[dict[str, str]], folder: Path) -> ImportSummary:
    """These rows of Thornmere's cases alone, imported."""
    copy = folder / "cases.csv"
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    authority = load_authority("thornmere")
    actor = Actor("Import", "thornmere", frozenset({"import_records"}))
    at = datetime(2025, 8, 1, 9, tzinfo=UTC)
    return import_files([copy], Commission(authority, authority.mapping("casebook"), date(2025, 7, 31), actor, at))


def of_two_findings() -> list[dict[str, str]]:
    cases = rows_of("thornmere", "thornmere-cases")
    return [row for row in cases if row["s2_outcome"] not in ("", row["s1_outcome"])]


def test_what_was_found_at_each_stage_is_kept_apart(tmp_path: Path) -> None:
    row = of_two_findings()[0]
    assert import_cases([row], tmp_path).created == 1
    code = {"Upheld": "upheld", "Partially upheld": "partially_upheld", "Not upheld": "not_upheld"}
    stages = StageRow.objects.order_by("id")
    assert [stage.finding for stage in stages] == [code[row["s1_outcome"]], code[row["s2_outcome"]]]
    assert import_cases([row], tmp_path).unchanged == 1


def test_a_finding_without_an_answer_is_refused(tmp_path: Path) -> None:
    row = of_two_findings()[0]
    (refused,) = import_cases([row | {"s2_answered": ""}], tmp_path).as_words()["rejected"]
    assert "finding_without_answer" in str(refused)
