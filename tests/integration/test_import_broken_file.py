"""The broken file, record by record: 40 refused, 12 flagged, 21 accepted, 2 skipped."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.legacy_exports import ROOT, broken_file, import_

from putright.casework.models import Register
from putright.intake.models import HeldRow, ImportRun

pytestmark = pytest.mark.django_db

with (ROOT / "tests" / "data" / "hampshire-broken-verdicts.csv").open(encoding="utf-8", newline="") as _file:
    VERDICTS = list(csv.DictReader(_file))
REJECTED = [row for row in VERDICTS if row["verdict"] == "reject"]
FLAGGED = [row for row in VERDICTS if row["verdict"] == "flag"]


@pytest.fixture
def summary(tmp_path: Path) -> dict[str, Any]:
    return import_(broken_file(tmp_path)).as_words()


def fault(row: dict[str, str]) -> tuple[int, str, str | None]:
    return int(row["line"]), row["fault"], row["column"] or None


def faults(lines: list[dict[str, Any]]) -> list[tuple[int, str, str | None]]:
    return [(line["line"], line["code"], line["column"]) for line in lines]


def test_every_record_is_counted_once(summary: dict[str, Any]) -> None:
    assert (summary["rows"], summary["accepted"], summary["skipped"]) == (75, 33, 2)
    assert summary["rows"] == summary["accepted"] + summary["skipped"] + len(summary["rejected"])
    assert summary["normalised"] == Counter(row["verdict"] for row in VERDICTS)["accept_normalised"]


def test_each_refused_record_is_refused_for_its_fault(summary: dict[str, Any]) -> None:
    assert faults(summary["rejected"]) == [fault(row) for row in REJECTED]


def test_each_flagged_record_is_flagged_for_its_fault(summary: dict[str, Any]) -> None:
    assert faults(summary["flagged"]) == [fault(row) for row in FLAGGED]


def test_each_fault_names_place_reason_and_remedy(summary: dict[str, Any]) -> None:
    for line in [*summary["rejected"], *summary["flagged"]]:
        assert line["file"] == "hampshire-broken.csv"
        assert line["reason"].endswith(".")
        assert line["remedy"].endswith(".")


def test_only_accepted_records_are_in_the_register(summary: dict[str, Any]) -> None:
    assert Register.objects.count() == 33
    assert Register.objects.filter(reference="CSC17-90001").count() == 1
    assert not Register.objects.filter(reference="CSC17-90003").exists()


def test_rows_are_kept_as_they_came(summary: dict[str, Any], tmp_path: Path) -> None:
    run = ImportRun.objects.get()
    assert (run.rows, run.accepted, run.skipped, run.rejected, run.flagged) == (75, 33, 2, 40, 12)
    assert run.finished_at is not None
    assert Counter(run.held_rows.values_list("verdict", flat=True)) == {"rejected": 40, "flagged": 12}
    file = (tmp_path / "hampshire-broken.csv").read_bytes()
    for row in HeldRow.objects.all():
        assert bytes(row.raw) in file
    assert b"worker\x92s" in bytes(HeldRow.objects.get(line=53).raw)
    assert HeldRow.objects.get(line=53).cells[-1] == "Parent A says the worker’s letter was late."
    assert len(HeldRow.objects.get(line=60).raw) > 1_048_576
