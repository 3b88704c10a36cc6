"""`putright issued`: the list, a report byte for byte, and the proof that every part is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from tests.integration.permission_scene import issued as an_issued_report

from putright.commands.issued import issued

pytestmark = pytest.mark.django_db


def test_the_list_says_what_stands_and_the_check_that_it_is_whole() -> None:
    number = an_issued_report().id
    assert CliRunner().invoke(issued, ["hampshire"]).output == (
        f"{number}: A report, edition 1, issued 2018-04-16, stands\n"
    )
    assert CliRunner().invoke(issued, ["hampshire", "--check"]).output.endswith("stands, 1 parts whole\n")
    assert CliRunner().invoke(issued, ["coventry"]).output == ""


def test_a_report_is_written_byte_for_byte(tmp_path: Path) -> None:
    number, out = str(an_issued_report().id), tmp_path / "report.html"
    made = CliRunner().invoke(issued, ["hampshire", number, "--form", "html", "--out", str(out)])
    assert made.exit_code == 0, made.output
    assert out.read_bytes() == CliRunner().invoke(issued, ["hampshire", number]).stdout_bytes
    assert out.read_bytes().startswith(b"<!doctype html>")


def test_a_part_that_was_changed_is_found_out() -> None:
    an_issued_report()
    for file in Path(settings.MEDIA_ROOT).rglob("*"):
        if file.is_file() and file.read_bytes().startswith(b"<!doctype"):
            file.chmod(0o600)
            file.write_bytes(b"<!doctype html><title>B report</title>")
    outcome = CliRunner().invoke(issued, ["hampshire", "--check"])
    assert outcome.exit_code == 2
    assert "was changed after it was kept. Restore it from a backup." in outcome.output


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["nowhere"], "councils known here"),
        (["hampshire", "77"], "There is no issued report 77"),
        (["hampshire", "{number}", "--form", "papyrus"], "was not issued as papyrus"),
        (["hampshire", "{number}", "--out", "/nowhere/at/all"], "cannot be written"),
    ],
)
def test_what_cannot_be_had_is_said_in_one_line(asked: list[str], says: str) -> None:
    number = str(an_issued_report().id)
    outcome = CliRunner().invoke(issued, [word.replace("{number}", number) for word in asked])
    assert outcome.exit_code == 2
    assert says in outcome.output
    assert len(outcome.output.strip().splitlines()) == 1
