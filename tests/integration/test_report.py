"""The live report from an imported export: the same cells from the database and from a snapshot, and the commands."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from tests.legacy_exports import CASES, OMBUDSMAN, import_

from putright.casework.models import RepresentationRow
from putright.commands.check import rebuild
from putright.commands.reconcile import reconcile
from putright.commands.report import report
from putright.oversight import reports
from putright.oversight.reports import cases_behind, live_report
from putright.reporting.period import read_period
from putright.reporting.render.json import as_data

pytestmark = pytest.mark.django_db(transaction=True)
EXPECTED = json.loads((Path(__file__).parents[1] / "data/hampshire-expected-2017-18.json").read_text(encoding="utf-8"))
PERIOD = read_period("2017-18")


@pytest.fixture
def imported() -> None:
    import_(CASES, OMBUDSMAN)


@pytest.mark.usefixtures("imported")
def test_database_and_snapshot_give_the_cells_counted_independently(
    monkeypatch: pytest.MonkeyPatch, data_folder: Path
) -> None:
    from_database = live_report("hampshire", "childrens-annual", PERIOD, connection)
    assert not (data_folder / "snapshots").exists()
    monkeypatch.setattr(reports, "LARGE", 1_000)
    from_snapshot = live_report("hampshire", "childrens_annual", PERIOD, connection)
    assert len(list((data_folder / "snapshots").iterdir())) == 1
    assert from_snapshot == from_database
    made = [[row["values"] for row in table["rows"]] for table in as_data(from_database)["tables"]]
    assert made == [[row["values"] for row in table["rows"]] for table in EXPECTED]


@pytest.mark.usefixtures("imported")
def test_making_the_projections_anew_forgets_the_snapshots(monkeypatch: pytest.MonkeyPatch, data_folder: Path) -> None:
    right = live_report("hampshire", "childrens-annual", PERIOD, connection)
    RepresentationRow.objects.update(method="letter")
    monkeypatch.setattr(reports, "LARGE", 1_000)
    assert live_report("hampshire", "childrens-annual", PERIOD, connection).table["table-3a"] != right.table["table-3a"]
    assert CliRunner().invoke(rebuild, ["hampshire"]).exit_code == 0
    assert list((data_folder / "snapshots").iterdir()) == []
    assert live_report("hampshire", "childrens-annual", PERIOD, connection) == right


@pytest.mark.usefixtures("imported")
def test_a_cell_opens_the_cases_behind_it() -> None:
    cell = live_report("hampshire", "childrens-annual", PERIOD, connection).table["table-1b"].rows[1].cells[0]
    assert cell.cases
    cases = cases_behind(cell.cases, connection)
    assert len(cases) == cell.value == 22
    opened = RepresentationRow.objects.filter(id__in=[case.representation for case in cases])
    assert {row.refusal_reason for row in opened} == {"no_pr"}
    assert {row.reference for row in opened} == {case.reference for case in cases}
    assert cases_behind(cell.cases, connection, limit=5, after=cases[4].key) == cases[5:10]


@pytest.mark.usefixtures("imported")
def test_the_commands(tmp_path: Path) -> None:
    asked = ["hampshire", "childrens-annual", "--period", "2017-18"]
    reconciled = CliRunner().invoke(reconcile, asked)
    assert reconciled.exit_code == 0, reconciled.output
    assert reconciled.output.splitlines()[-1] == (
        "cells 1027, equal 1001, errata 26; figures 106, equal 68, errata 23, not in the records 15; faults 0"
    )
    made = CliRunner().invoke(report, asked)
    assert made.exit_code == 0, repr(made.exception) + made.output
    assert json.loads(made.stdout)["tables"][0]["rows"][0]["values"] == [131, 173]
    for kind in ("json", "html", "csv", "docx", "odt", "pdf", "xlsx"):
        out = tmp_path / f"report.{kind}"
        assert CliRunner().invoke(report, [*asked, "--format", kind, "--out", str(out)]).exit_code == 0
        assert out.stat().st_size > 50_000
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO((tmp_path / "report.docx").read_bytes())).namelist()


@pytest.mark.usefixtures("imported")
def test_a_fault_ends_reconcile_with_1() -> None:
    RepresentationRow.objects.filter(type="compliment").update(type="ad_hoc")
    outcome = CliRunner().invoke(reconcile, ["hampshire", "childrens-annual", "--period", "2017-18"])
    assert outcome.exit_code == 1
    assert (
        "fault: table-1a [Other / Compliment] 2017/18: published 6, reproduced 0, and no erratum says why."
        in outcome.output
    )


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["nowhere", "childrens-annual", "--period", "2017-18"], "councils known here: "),
        (["hampshire", "adults", "--period", "2017-18"], "Its reports: childrens-annual"),
        (["hampshire", "childrens-annual", "--period", "2017"], "write it like 2017-18"),
        (["hampshire", "childrens-annual", "--period", "2017-18", "--out", "/nowhere/at/all"], "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line(asked: list[str], says: str) -> None:
    outcome = CliRunner().invoke(report, asked)
    assert outcome.exit_code == 2
    assert says in outcome.output
    assert len(outcome.output.strip().splitlines()) == 1
