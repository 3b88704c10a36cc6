"""The reports that every council has: read and built for each, every check held; a council's words over them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from tests.legacy_exports import CASES, OMBUDSMAN, import_
from tests.system import records

from putright.authorities import known_authorities, load_authority
from putright.authorities.report_folders import SHARED, report_folders
from putright.oversight.reports import live_report, report_definition
from putright.reporting.period import read_period
from putright.reporting.render.words import figure_words

REPORTS = sorted(path.name for path in SHARED.iterdir())
PERIOD = read_period("2017-18")


@pytest.mark.parametrize("report", REPORTS)
def test_every_council_has_it_without_a_fault(report: str) -> None:
    for council in known_authorities():
        assert report_definition(load_authority(council), report).title


@pytest.mark.django_db
def test_of_nothing_every_check_holds() -> None:
    for report in REPORTS:
        built = live_report("coventry", report, PERIOD, connection)
        assert [check.message for check in built.checks if not check.ok] == [], report


@pytest.mark.django_db
def test_the_numbers_of_the_code_are_those_of_the_rule_book_and_none_before_it() -> None:
    for period, numbers in (("2024-25", [5, 10, 20, 20]), ("2017-18", [None] * 4)):
        built = live_report("coventry", "code-self-assessment", read_period(period), connection)
        assert [row.cells[1].value for row in built.table["at-a-glance"].rows] == numbers


@pytest.mark.django_db(transaction=True)
def test_of_a_year_every_check_holds_and_figures_agree_with_the_annual_report() -> None:
    import_(CASES, OMBUDSMAN)
    built = {report: live_report("hampshire", report, PERIOD, connection) for report in REPORTS}
    for report, one in built.items():
        assert [check.message for check in one.checks if not check.ok] == [], report
    annual = live_report("hampshire", "childrens-annual", PERIOD, connection)
    received = built["quarterly"].figure["received"]
    assert received.value == 982
    assert 982 in {figure.value for figure in annual.figures}
    quarters = built["quarterly"].table["services"].total
    assert sum(int(cell.value or 0) for cell in quarters.cells[1:]) == quarters.cells[0].value == 982
    ombudsman = built["ombudsman"]
    assert [figure_words(ombudsman.figure[name]) for name in ("decisions", "upheld", "rate", "actual")] == [
        "8 decisions", "5 decisions", "71%", "71%",
    ]  # fmt: skip
    client = Client()
    client.force_login(records.account("complaints_manager"))
    cell = "/reports/ombudsman/2017-18/tables/decisions/0/0/"
    assert "5 cases behind this figure" in client.get(cell).content.decode()


def test_a_council_changes_a_file_and_keeps_the_others(tmp_path: Path) -> None:
    own = tmp_path / "reports" / "quarterly"
    own.mkdir(parents=True)
    (tmp_path / "reports" / "annual").mkdir()
    (tmp_path / "reports" / "annual" / "tables.toml").touch()
    shutil.copy(SHARED / "quarterly" / "document.md", own)
    folders = report_folders(tmp_path)
    assert [folder.name for folder in folders] == ["annual", *REPORTS]
    assert own in folders
    assert SHARED / "ombudsman" in folders


@pytest.mark.django_db
def test_a_councils_own_words_stand_in_a_shared_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(records.ROOT / "councils" / "hampshire", tmp_path / "hampshire")
    own = tmp_path / "hampshire" / "reports" / "code_self_assessment"
    own.mkdir()
    told = (SHARED / "code_self_assessment" / "document.md").read_text()
    own.joinpath("document.md").write_text(told.replace("not written yet", "We train all who answer", 1))
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(tmp_path))
    built = live_report("hampshire", "code-self-assessment", PERIOD, connection)
    assert sum("We train all who answer" in span.text for span in built.document.spans()) == 1
