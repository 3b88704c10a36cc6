"""`./run import`: what it prints, what it exits with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.legacy_exports import CASES, OMBUDSMAN, ROOT, broken_file, good, write

from putright.casework.models import Register
from putright.commands.import_ import import_

pytestmark = pytest.mark.django_db


def run(*words: object) -> Result:
    return CliRunner().invoke(import_, [str(word) for word in words])


def test_the_summary_as_json(tmp_path: Path) -> None:
    result = run(broken_file(tmp_path), "--authority", "hampshire", "--as-of", "2018-06-30", "--json")
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)
    assert summary["rows"] == summary["accepted"] + summary["skipped"] + len(summary["rejected"]) == 75
    assert {"file", "line", "column", "value", "reason"} <= set(summary["rejected"][0])
    assert len(summary["flagged"]) == 12


def test_the_summary_in_words(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", good(), good(Ref_No="CSC17-90002", Method="Pigeon"))
    result = run(path, "--authority", "hampshire", "--as-of", "2018-06-30")
    assert result.exit_code == 0
    assert "2 rows: 1 accepted, 0 blank and skipped, 1 REJECTED." in result.stdout
    assert "unknown_value (1): a.csv, line 3" in result.stdout
    assert "Write one of: E-mail, Letter" in result.stdout


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    result = run(write(tmp_path / "a.csv", good()), "--authority", "hampshire", "--as-of", "2018-06-30", "--dry-run")
    assert "Nothing was written" in result.stdout
    assert not Register.objects.exists()


def test_without_a_day_it_is_today_that_judges(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", good(Date_Closed="01/07/2018"))
    assert "1 REJECTED" in run(path, "--authority", "hampshire", "--as-of", "2018-06-30").stdout
    assert "none rejected" in run(path, "--authority", "hampshire").stdout


def test_a_mapping_may_be_named() -> None:
    mapping = ROOT / "councils" / "hampshire" / "imports" / "csc_respond.toml"
    words = ("--authority", "hampshire", "--mapping", mapping, "--as-of", "2018-06-30", "--dry-run", "--json")
    assert json.loads(run(CASES, OMBUDSMAN, *words).stdout)["accepted"] == 2_341


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gone.csv", "--authority", "hampshire"], "gone.csv is not a file. Check the name."),
        ([CASES, "--authority", "atlantis"], "councils known here:"),
        ([ROOT / "README.md", "--authority", "hampshire"], "does not have the headings of the sheet"),
        ([CASES, "--authority", "hampshire", "--mapping", "gone.toml"], "gone.toml, the whole file: is not there"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(words: list[object], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.rstrip().split("\n")[-1].startswith("Error: ")
    assert not Register.objects.exists()
