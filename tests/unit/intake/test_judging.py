"""Rows judged one by one: every fault, its column, and what becomes of the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.legacy_exports import AS_OF, AUTHORITY, MAPPING, ROOT, good, write

from putright.authorities.mapping import DATE_FORMS, ORDER_FAULTS
from putright.intake.fault_kinds import KINDS
from putright.intake.judging import Bench, Judged, SheetJudge
from putright.intake.legacy import LegacyCase
from putright.intake.order import Reckoner
from putright.intake.reading import read_files
from putright.rules import load_book

BENCH = Bench(AUTHORITY, MAPPING, load_book(), AS_OF)
CORPORATE = {
    "Category": "Non-Statutory", "Service": "SEN", "S1_Due": "", "S1_Resp_Date": "", "S2_Reqd": "28/12/2017",
    "S2_Start": "28/12/2017", "S2_Due": "12/01/2018", "S2_Resp_Date": "11/01/2018",
}  # fmt: skip
REFUSED = {"Type": "Refused", "S1_Due": "", "S1_Resp_Date": "", "Refusal_Reason": "No PR"}


def judge(tmp_path: Path, encoding: str = "utf-8", **changed: str) -> Judged:
    sheet = read_files([write(tmp_path / "file.csv", good(**changed), encoding=encoding)], MAPPING).sheets[0]
    return SheetJudge(BENCH, sheet, Reckoner(BENCH.book)).judge(next(sheet.rows))


def faults(judged: Judged) -> list[tuple[str, str | None]]:
    return [(fault.code, fault.column) for fault in judged.faults]


def test_a_good_row_is_accepted_as_typed_values(tmp_path: Path) -> None:
    judged = judge(tmp_path)
    assert (judged.verdict, judged.faults, judged.forgiven) == ("accepted", (), ())
    case = judged.legacy
    assert isinstance(case, LegacyCase)
    assert (case.reference, case.received_on, case.procedure) == (
        "CSC17-90001",
        date(2017, 12, 28),
        "children_act_1989",
    )
    assert case.terms["method"] == "e_mail"
    assert case.terms["gender"] == "not_recorded"
    assert [(stage.name, stage.responded_on) for stage in case.stages] == [("local_resolution", date(2018, 1, 11))]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"Method": "Carrier Pigeon"}, ("unknown_value", "Method")),
        ({"Status": "Pending"}, ("unknown_status", "Status")),
        ({"Handler": "x" * 121}, ("cell_too_long", "Handler")),
        ({"Ack_Date": "27/12/2017"}, ("acknowledged_before_receipt", "Ack Date")),
        ({**CORPORATE, "S2_Start": "27/12/2017"}, ("start_before_receipt", "S2 Start")),
        ({**CORPORATE, "S2_Reqd": "02/01/2018"}, ("start_before_request", "S2 Start")),
        ({**CORPORATE, "Category": "Other", "Type": "Ad Hoc"}, ("stage_without_procedure", "S2 Start")),
        ({**CORPORATE, "S3_Start": "15/01/2018", "S2_Resp_Date": ""}, ("stage3_without_stage2", "S3 Start")),
        ({**REFUSED, "Refusal_Reason": ""}, ("refused_without_reason", "Refusal Reason")),
        ({"Summary": "a\ud800b".encode("utf-8", "surrogatepass").decode("latin-1")}, None),
    ],
)  # fmt: skip
def test_rows_refused(tmp_path: Path, changed: dict[str, str], expected: tuple[str, str] | None) -> None:
    judged = judge(tmp_path, **changed)
    if expected is None:
        assert judged.verdict == "accepted"
        return
    assert judged.verdict == "refused"
    assert faults(judged)[0] == expected
    assert judged.legacy is None


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"Service": "SEN"}, [("value_not_in_category", "Service")]),
        ({"Status": "Open"}, [("status_contradicts_date", "Status")]),
        ({"Date_Closed": ""}, [("status_contradicts_date", "Status")]),
        ({"S1_Ext_To": "26/02/2018"}, [("extension_inconsistent", "S1 Ext To")]),
        ({"S1_Ext_To": "11/01/2018"}, [("extension_inconsistent", "S1 Ext To")]),
        ({"Summary": "lost \ufffd sign"}, [("damaged_character", "Summary")]),
        ({"Refusal_Reason": "No PR"}, [("reason_without_refusal", "Refusal Reason")]),
        ({"Handler": "+44 1962"}, [("formula_injection", "Handler")]),
    ],
)
def test_rows_flagged(tmp_path: Path, changed: dict[str, str], expected: list[tuple[str, str]]) -> None:
    judged = judge(tmp_path, **changed)
    assert judged.is_flagged
    assert faults(judged) == expected


@pytest.mark.parametrize(
    "changed",
    [
        {},
        CORPORATE,
        REFUSED,
        {"S1_Ext_To": "26/01/2018"},
        {"Category": "Other", "Type": "Compliment", "S1_Due": "", "S1_Resp_Date": "", "Nature": "", "Service": ""},
        {"S1_Due": "06/08/2018", "Date_Recd": "29/06/2018", "Ack_Date": "", "S1_Resp_Date": "", "Date_Closed": "",
         "Status": "Open"},
    ],
)  # fmt: skip
def test_rows_accepted(tmp_path: Path, changed: dict[str, str]) -> None:
    judged = judge(tmp_path, **changed)
    assert judged.verdict == "accepted"
    assert [code for code, _ in faults(judged)] in ([], ["due_date_inconsistent"])


def test_every_fault_of_a_row_is_reported(tmp_path: Path) -> None:
    judged = judge(tmp_path, Method="Pigeon", Nature="Weather", Date_Recd="31/02/2018", Summary="=1+1")
    assert faults(judged) == [
        ("bad_date", "Date Rec'd"),
        ("unknown_value", "Method"),
        ("unknown_value", "Nature"),
        ("formula_injection", "Summary"),
    ]


def test_exchanged_day_and_month_are_refused_only_where_other_dates_contradict_them(tmp_path: Path) -> None:
    refused = judge(
        tmp_path, Date_Recd="05/12/2017", Ack_Date="16/05/2017", S1_Due="26/05/2017", S1_Resp_Date="25/05/2017"
    )
    assert (refused.verdict, faults(refused)[0]) == ("refused", ("swapped_day_month", "Date Rec'd"))
    flagged = judge(
        tmp_path, Date_Recd="07/06/2017", Ack_Date="10/07/2017", S1_Due="20/07/2017", S1_Resp_Date="19/07/2017",
        Date_Closed="19/07/2017",
    )  # fmt: skip
    assert (flagged.is_flagged, faults(flagged)) == (True, [("swapped_day_month", "Date Rec'd")])


def test_a_byte_that_windows_1252_does_not_have(tmp_path: Path) -> None:
    path = write(tmp_path / "file.csv", good(Summary="£40 x"), encoding="windows-1252")
    path.write_bytes(path.read_bytes().replace(b" x", b"\x81x"))
    sheet = read_files([path], MAPPING).sheets[0]
    judged = SheetJudge(BENCH, sheet, Reckoner(BENCH.book)).judge(next(sheet.rows))
    assert faults(judged) == [("not_windows_1252", "Summary")]


def test_each_code_that_a_mapping_may_name_is_a_fault() -> None:
    assert set(ORDER_FAULTS) <= set(KINDS)
    assert {"two_digit_year", "excel_serial_date"} <= set(DATE_FORMS) & set(KINDS)


def test_each_fault_of_the_book_of_faults_is_used() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for room in ("intake", "authorities")
        for path in (ROOT / "src" / "putright" / room).glob("*.py")
        if path.name != "fault_kinds.py"
    )
    made = {"stage2_without_stage1", "stage3_without_stage2"}
    unused = [code for code in KINDS if f'"{code}"' not in source and code not in made]
    assert unused == []


def test_a_value_that_was_not_in_use_is_flagged(tmp_path: Path) -> None:
    services = AUTHORITY.vocabulary("service")
    closed = tuple(
        replace(term, in_use_to=date(2017, 3, 31)) if term.code == "child_in_need" else term for term in services.terms
    )
    authority = replace(AUTHORITY, vocabularies={**AUTHORITY.vocabularies, "service": replace(services, terms=closed)})
    sheet = read_files([write(tmp_path / "file.csv", good())], MAPPING).sheets[0]
    judged = SheetJudge(replace(BENCH, authority=authority), sheet, Reckoner(BENCH.book)).judge(next(sheet.rows))
    assert judged.is_flagged
    assert faults(judged) == [("value_not_in_use", "Service")]
