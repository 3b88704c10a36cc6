"""Every way in which a rule file can be wrong has a file here, and each file says which words its fault must have.

The lines `# says: …` at the head of a broken file are the wording that must appear. `right/` is the book they were
all made from, and it loads.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from putright.rules import BookFaults, load_book

HERE = Path(__file__).parent
RIGHT = HERE / "right"
BROKEN_PROCEDURES = sorted((HERE / "procedures").glob("*.toml"))
BROKEN_CALENDARS = sorted((HERE / "calendars").glob("*.toml"))
# Files whose one mistake is two faults at once, or which are there to have several.
FAULTS = {"several_faults": 5, "values_not_a_list": 2, "stages_not_tables": 2, "year_left_out": 2}


def wording(path: Path) -> list[str]:
    return re.findall(r"^# says: (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def faults_of(folder: Path) -> BookFaults:
    with pytest.raises(BookFaults) as refused:
        load_book(folder)
    return refused.value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RIGHT, tmp_path / "book"))


def test_the_book_they_were_made_from_is_right(folder: Path) -> None:
    book = load_book(folder)
    assert list(book.procedures) == ["law", "procedure", "whole_language"]
    assert book.calendar("england_and_wales").years == (2017, 2018)


@pytest.mark.parametrize("broken", BROKEN_PROCEDURES, ids=lambda path: path.stem)
def test_a_fault_of_a_procedure_is_named(folder: Path, broken: Path) -> None:
    shutil.copy(broken, folder / "procedure.toml")
    refused = faults_of(folder)
    assert wording(broken)
    for words in wording(broken):
        assert words in str(refused)
    assert len(refused.faults) == FAULTS.get(broken.stem, 1), str(refused)
    assert {fault.file for fault in refused.faults} == {"procedure.toml"}


@pytest.mark.parametrize("broken", BROKEN_CALENDARS, ids=lambda path: path.stem)
def test_a_fault_of_a_calendar_is_named(folder: Path, broken: Path) -> None:
    shutil.copy(broken, folder / "calendars" / "england_and_wales.toml")
    refused = faults_of(folder)
    assert wording(broken)
    for words in wording(broken):
        assert words in str(refused)
    assert len(refused.faults) == FAULTS.get(broken.stem, 1), str(refused)
    assert {fault.file for fault in refused.faults} == {"england_and_wales.toml"}


@pytest.mark.parametrize("broken", BROKEN_PROCEDURES + BROKEN_CALENDARS, ids=lambda path: path.stem)
def test_every_fault_says_where_what_why_and_what_to_do(folder: Path, broken: Path) -> None:
    place = (
        folder / "procedure.toml" if broken in BROKEN_PROCEDURES else folder / "calendars" / "england_and_wales.toml"
    )
    shutil.copy(broken, place)
    for fault in faults_of(folder).faults:
        assert all([fault.file, fault.place, fault.what, fault.why, fault.remedy])
        assert fault.what.endswith(".")
        assert fault.remedy[0].isupper()


def test_the_faults_of_all_files_are_named_at_once(folder: Path) -> None:
    shutil.copy(HERE / "procedures" / "unit_missing.toml", folder / "one.toml")
    shutil.copy(HERE / "procedures" / "key_written_twice.toml", folder / "two.toml")
    shutil.copy(HERE / "calendars" / "day_on_a_weekend.toml", folder / "calendars" / "three.toml")
    refused = faults_of(folder)
    assert [fault.file for fault in refused.faults] == ["three.toml", "one.toml", "two.toml"]
    assert str(refused).startswith("The rule book has 3 faults and was not loaded:")


def test_a_file_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "procedure.toml").write_bytes('title = "Représentations"'.encode("cp1252"))
    assert "the file is not UTF-8" in str(faults_of(folder))


def test_an_empty_folder_is_not_a_book(tmp_path: Path) -> None:
    assert "it holds no procedure" in str(faults_of(tmp_path))
