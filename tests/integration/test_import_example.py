"""Hampshire's example: every row is taken, in whatever form it comes, and a second time changes nothing."""

from __future__ import annotations

import csv
import hashlib
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.legacy_exports import CASES, OMBUDSMAN, import_

from putright.casework.check import prove
from putright.casework.models import LogEntry, OmbudsmanRow, RepresentationRow, StageRow

pytestmark = pytest.mark.django_db


def facts() -> str:
    """The fact rows in short: their numbers are given anew in each database, so they are left out."""
    made = hashlib.sha256()
    for rows, leave in (
        (RepresentationRow, {"id"}),
        (StageRow, {"id", "representation_id"}),
        (OmbudsmanRow, {"id", "representation_id"}),
    ):
        lines = [repr({k: v for k, v in row.items() if k not in leave}) for row in rows.objects.order_by("id").values()]
        made.update("\n".join(lines).encode())
    return made.hexdigest()


def as_workbook(path: Path) -> Path:
    """Both sheets of the example in one workbook, with real dates and numbers where a person would have them."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for source in (OMBUDSMAN, CASES):
        sheet = workbook.create_sheet(source.stem)
        with source.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append([in_excel(cell) for cell in row])
    workbook.create_sheet("Notes").append(["made by hand"])
    workbook.save(path)
    return path


def in_excel(cell: str) -> object:
    try:
        return datetime.strptime(cell, "%d/%m/%Y")  # noqa: DTZ007  (a spreadsheet's dates have no zone)
    except ValueError:
        return float(cell) if cell.endswith(".00") else cell or None


def test_every_row_is_accepted_and_the_record_proves_itself() -> None:
    summary = import_(CASES, OMBUDSMAN).as_words()
    assert (summary["rows"], summary["accepted"], summary["skipped"]) == (2_341, 2_341, 0)
    assert summary["rejected"] == summary["flagged"] == []
    assert summary["normalised"] == 0
    assert (RepresentationRow.objects.count(), OmbudsmanRow.objects.count()) == (2_299, 42)
    assert prove("hampshire").faults == []


def test_a_second_time_changes_nothing() -> None:
    import_(CASES, OMBUDSMAN)
    before = LogEntry.objects.count(), facts()
    again = import_(OMBUDSMAN, CASES)
    assert (again.accepted, again.created, again.changed, again.unchanged) == (2_341, 0, 0, 2_299)
    assert (LogEntry.objects.count(), facts()) == before


def test_the_cases_alone_leave_the_ombudsmans_records_as_they_are() -> None:
    import_(CASES, OMBUDSMAN)
    again = import_(CASES)
    assert (again.changed, again.unchanged) == (0, 2_299)
    assert OmbudsmanRow.objects.count() == 42


def test_the_ombudsmans_records_may_come_later() -> None:
    import_(CASES)
    assert OmbudsmanRow.objects.count() == 0
    later = import_(OMBUDSMAN)
    assert (later.accepted, later.changed) == (42, 42)
    assert OmbudsmanRow.objects.count() == 42
    assert import_(CASES, OMBUDSMAN).unchanged == 2_299


def test_windows_1252_means_the_same(tmp_path: Path) -> None:
    import_(CASES, OMBUDSMAN)
    before = facts()
    copies = []
    for source in (CASES, OMBUDSMAN):
        copy = tmp_path / source.name
        copy.write_bytes(source.read_text(encoding="utf-8").encode("windows-1252"))
        copies.append(copy)
    assert OMBUDSMAN.read_bytes() != copies[1].read_bytes()
    again = import_(*copies)
    assert (again.unchanged, again.rejected) == (2_299, [])
    assert facts() == before


def test_a_workbook_means_the_same(tmp_path: Path) -> None:
    import_(CASES, OMBUDSMAN)
    before = facts()
    again = import_(as_workbook(tmp_path / "export.xlsx"))
    assert again.rejected == []
    assert (again.rows, again.unchanged, again.changed) == (2_341, 2_299, 0)
    assert again.passed_over == ("The worksheet 'Notes' of export.xlsx was passed over: its headings are not known.",)
    assert facts() == before


def test_a_dry_run_writes_nothing() -> None:
    summary = import_(CASES, OMBUDSMAN, dry_run=True)
    assert summary.accepted == 2_341
    assert summary.run is None
    assert RepresentationRow.objects.count() == 0
