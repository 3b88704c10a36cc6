"""Files to sheets: encodings, headings, workbooks, and line breaks that were never quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.legacy_exports import HEADINGS, MAPPING, good, text_of, write

from putright.intake.encodings import encoding_of
from putright.intake.reading import read_files
from putright.intake.rows import UnusableFile


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"plain\n", "utf-8"),
        ("café\n".encode(), "utf-8"),
        ("café\n".encode("windows-1252"), "windows-1252"),
        ("café\ncaf\u00e9s\n".encode() + b"worker\x92s\n", "utf-8"),
        (b"\xef\xbb\xbfworker\x92s\n", "utf-8"),
        ("café £\n".encode() + b"\xa340\nworker\x92s\n", "windows-1252"),
    ],
)
def test_the_lines_of_a_file_decide_its_encoding(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert encoding_of(path, ["utf-8", "windows-1252"]).name == name


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Ref No,Method\r\n".encode("utf-16"), "is in UTF-16. Save it as CSV UTF-8"),
        (b"", "is empty. Its first line must hold the headings"),
        (b"\r\n\r\n", "is empty"),
        (b"x" * 2**24, "Line 1 of file.csv is longer than 16,777,216 bytes"),
        (b"%PDF-1.7\n", "unknown columns: '%PDF-1.7'; missing columns: 'Ref No'"),
        (b"Ref No;Method\n", "unknown columns: 'Ref No;Method'"),
        (text_of([], (*HEADINGS, "Officer")).encode(), "unknown columns: 'Officer'"),
        (text_of([], HEADINGS[:-1]).encode(), "missing columns: 'Summary'"),
        (text_of([], (*HEADINGS, "method ")).encode(), "columns there twice: 'Method', 'method '"),
    ],
)
def test_a_file_without_the_headings_is_refused_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(UnusableFile) as refused:
        read_files([path], MAPPING)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="is not a file"):
        read_files([tmp_path / "gone.csv"], MAPPING)


def test_what_is_called_a_workbook_and_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(UnusableFile, match="is not a workbook that can be read"):
        read_files([path], MAPPING)


def test_columns_may_stand_in_any_order_and_spelling(tmp_path: Path) -> None:
    turned = tuple(reversed(HEADINGS))
    text = text_of([good()], turned).replace("Ref No", " ref no").replace("Date Rec'd", "Date Rec’d")
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8", newline="")
    sheet = read_files([path], MAPPING).sheets[0]
    assert sheet.headings == turned
    assert dict(zip(sheet.headings, next(sheet.rows).cells, strict=True))["Ref No"] == "CSC17-90001"


def test_a_line_break_that_was_not_quoted_is_put_back(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text_of([good()]) + "the second is here.\r\n" + text_of([good()]).split("\r\n")[1], newline="")
    first, second = read_files([path], MAPPING).sheets[0].rows
    assert first.cells[-1] == "Parent M is unhappy with the standard of service.\nthe second is here."
    assert (first.line, second.line) == (2, 4)


@pytest.mark.parametrize("line", ["Total", "CSC17-90002", "the second, is here.", '"the second'])
def test_a_line_that_may_be_a_row_stays_one(tmp_path: Path, line: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text_of([good()]) + line + "\r\n", newline="")
    assert [row.line for row in read_files([path], MAPPING).sheets[0].rows] == [2, 3]


def test_a_workbook_is_read_by_its_headings_and_its_blank_end_left_out(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["Notes"])
    sheet = workbook.create_sheet("Cases")
    sheet.append(HEADINGS)
    sheet.append([good().get(heading) for heading in HEADINGS])
    sheet.append([])
    sheet.append([good(Ref_No="CSC17-90002").get(heading) for heading in HEADINGS])
    for number in range(6, 40):
        sheet.cell(number, 3).value = ""
    workbook.save(tmp_path / "export.xlsx")
    reading = read_files([tmp_path / "export.xlsx"], MAPPING)
    assert reading.sheets[0].file == "export.xlsx [Cases]"
    assert [(row.line, len(row.cells)) for row in reading.sheets[0].rows] == [(2, 32), (3, 32), (4, 32)]


def test_our_own_columns_are_passed_over_and_the_guard_taken_off(tmp_path: Path) -> None:
    row = good(Summary="'=1+1") | {"Putright row": "7", "Putright fault": "bad_date"}
    path = tmp_path / "file.csv"
    path.write_text(text_of([row], (*HEADINGS, "Putright row", "Putright fault")), newline="")
    read = next(read_files([path], MAPPING).sheets[0].rows)
    assert (read.cells[-1], read.held, read.held_for) == ("=1+1", 7, "bad_date")
    assert len(read.cells) == len(HEADINGS)


def test_a_file_written_by_hand_reads_as_it_was_written(tmp_path: Path) -> None:
    row = next(read_files([write(tmp_path / "a.csv", good())], MAPPING).sheets[0].rows)
    assert dict(zip(HEADINGS, row.cells, strict=True)) == {heading: good().get(heading, "") for heading in HEADINGS}
