"""Coventry's example: five files, of which two belong to the cases and two tell of representations of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from putright.authorities import load_authority, mapping_from
from putright.casework.check import prove
from putright.casework.models import ConcernRow, LogEntry, OmbudsmanRow, RemedyRow, RepresentationRow, StageRow
from putright.intake.holding import open_rows
from putright.intake.importing import Commission, import_files
from putright.intake.summary import ImportSummary
from putright.record.actor import Actor

pytestmark = pytest.mark.django_db

AUTHORITY = load_authority("coventry")
EXAMPLE = sorted((AUTHORITY.folder / "example").glob("*.csv"))
COMMISSION = Commission(
    AUTHORITY,
    AUTHORITY.mapping("dash"),
    date(2019, 7, 31),
    Actor("Import", "coventry", frozenset({"import_records"})),
    datetime(2019, 8, 1, 9, tzinfo=UTC),
)

CASES = (
    "CaseID,ReceivedDate,AcknowledgedDate,Route,ReceivedVia,Team,ComplainantRelation,AdvocateUsed,CurrentStage,S1Opened,"
    "S1Due,S1Extended,S1ResponseDate,S2Opened,S2Due,S2ResponseDate,S3Opened,S3Due,S3ResponseDate,UpheldStatus,"
    "CaseStatus,ClosedDate,Summary"
)
ANSWERED = (
    "DASH-50001,2018-04-03,2018-04-04,Statutory,Email,Team West,Child or young person,Y,1,2018-04-03,2018-04-17,N,"
    "2018-04-12,,,,,,,Partly upheld,Closed,2018-04-12,A meeting was moved."
)
OPEN = (
    "DASH-50001,2018-04-03,2018-04-04,Statutory,Email,Team West,Parent,N,1,2018-04-03,2018-04-17,N,"
    ",,,,,,,,Open,,A meeting was moved."
)
CONCERNS = "CaseID,ConcernNo,ConcernCategory,ConcernText"
FOUND = f"{CONCERNS},Finding"
PAYMENTS = "PaymentID,CaseID,PaidDate,PaymentFor,Amount"
COMPLIMENTS = "ComplimentID,DateReceived,Team,ComplimentFrom,Category,Extract"
PRAISE = "CMP90001,2018-05-01,Team West,Adopters"


def import_(*paths: Path, commission: Commission = COMMISSION) -> ImportSummary:
    return import_files(paths, commission)


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def codes(summary: ImportSummary) -> list[str]:
    return [line["code"] for line in summary.rejected]


def concerns() -> list[tuple[str, str]]:
    return list(ConcernRow.objects.order_by("id").values_list("concern", "finding"))


@pytest.fixture
def with_findings(tmp_path: Path) -> Commission:
    """The import under a mapping whose concerns have a finding each."""
    text = (AUTHORITY.folder / "imports" / "dash.toml").read_text(encoding="utf-8")
    says = '{ "Yes" = "upheld", "Partly" = "partially_upheld", "No" = "not_upheld" }'
    column = f'  {{ heading = "Finding", holds = "finding", says = {says} }},\n'
    heading = '  { heading = "ConcernText", holds = "summary" },\n'
    assert heading in text
    file = tmp_path / "dash_with_findings.toml"
    file.write_text(text.replace(heading, heading + column), encoding="utf-8")
    return replace(COMMISSION, mapping=mapping_from(file, AUTHORITY))


def test_every_row_is_accepted_and_the_record_proves_itself() -> None:
    summary = import_(*EXAMPLE)
    assert (summary.rows, summary.accepted, summary.rejected, summary.flagged) == (1_865, 1_865, [], [])
    assert (RepresentationRow.objects.count(), StageRow.objects.count()) == (391 + 233 + 4, 383 + 16 + 1)
    assert (ConcernRow.objects.count(), RemedyRow.objects.count(), OmbudsmanRow.objects.count()) == (1_232 + 233, 5, 4)
    assert prove("coventry").faults == []


def test_in_whatever_parts_it_comes_it_is_the_same() -> None:
    import_(*EXAMPLE)
    before = LogEntry.objects.count()
    for files in (EXAMPLE, EXAMPLE[::-1], *([file] for file in EXAMPLE)):
        again = import_(*files)
        assert (again.rejected, again.created, again.changed) == ([], 0, 0)
    assert LogEntry.objects.count() == before


def test_what_belongs_to_a_case_may_come_later() -> None:
    cases, others = EXAMPLE[0], EXAMPLE[1:]
    import_(cases)
    assert not ConcernRow.objects.exists()
    for file in others:
        import_(file)
    assert (ConcernRow.objects.count(), RemedyRow.objects.count()) == (1_232 + 233, 5)
    assert import_(*EXAMPLE).changed == 0


def test_a_payment_is_a_remedy_agreed_and_made(tmp_path: Path) -> None:
    import_(
        write(tmp_path / "c.csv", CASES, ANSWERED),
        write(
            tmp_path / "p.csv",
            PAYMENTS,
            "P2,DASH-50001,2018-06-01,Allowances,5",
            "P1,DASH-50001,2018-05-02,Cost of passport,58.50",
        ),
    )
    rows = RemedyRow.objects.order_by("id").values_list("remedy", "pence", "agreed_month", "done_on")
    assert list(rows) == [
        ("cost_of_passport", 5_850, 201805, date(2018, 5, 2)),
        ("allowances", 500, 201806, date(2018, 6, 1)),
    ]


def test_one_concern_changes_alone_and_a_faulty_one_undoes_nothing(tmp_path: Path) -> None:
    two = "DASH-50001,1,Communication,One.", "DASH-50001,2,Finance,Two."
    case = write(tmp_path / "c.csv", CASES, ANSWERED)
    import_(case, write(tmp_path / "k.csv", CONCERNS, *two))
    again = import_(write(tmp_path / "k.csv", CONCERNS, "DASH-50001,2,Staff conduct,Two."))
    assert again.changed == 1
    assert concerns() == [("communication", "not_recorded"), ("staff_conduct", "not_recorded")]
    faulty = "DASH-50001,1,Weather,One.", "DASH-50001,0,Finance,None.", "DASH-50001,2,Finance,Two."
    again = import_(case, write(tmp_path / "k.csv", CONCERNS, *faulty))
    assert codes(again) == ["unknown_value", "bad_number"]
    assert [concern for concern, _ in concerns()] == ["communication", "finance"]


def test_the_same_concern_twice_is_taken_once(tmp_path: Path) -> None:
    rows = "DASH-50001,1,Communication,One.", "DASH-50001,1,Finance,Other.", "DASH-50001,1,Communication,One."
    summary = import_(write(tmp_path / "c.csv", CASES, ANSWERED), write(tmp_path / "k.csv", CONCERNS, *rows))
    assert codes(summary) == ["duplicate_reference", "duplicate_row"]
    assert summary.rejected[0]["column"] == "ConcernNo"


def test_a_mended_row_leaves_the_other_faulty_rows_of_its_case_open(tmp_path: Path) -> None:
    case = write(tmp_path / "c.csv", CASES, ANSWERED)
    import_(case, write(tmp_path / "k.csv", CONCERNS, "DASH-50001,1,Weather,One.", "DASH-50001,2,Wind,Two."))
    import_(write(tmp_path / "k.csv", CONCERNS, "DASH-50001,1,Finance,One."))
    assert "Wind" in [cells[2] for cells in open_rows("coventry").values_list("cells", flat=True)]


def test_findings_stand_in_the_last_answer(tmp_path: Path, with_findings: Commission) -> None:
    rows = "DASH-50001,1,Communication,One.,Yes", "DASH-50001,2,Finance,Two.,no", "DASH-50001,3,Finance,Three.,"
    files = write(tmp_path / "c.csv", CASES, ANSWERED), write(tmp_path / "k.csv", FOUND, *rows)
    import_(*files, commission=with_findings)
    assert concerns() == [("communication", "upheld"), ("finance", "not_upheld"), ("finance", "not_recorded")]
    assert StageRow.objects.get().finding == "mixed"
    assert import_(files[0], commission=with_findings).unchanged == 1
    assert import_(files[1], commission=with_findings).unchanged == 1
    later = write(tmp_path / "k.csv", FOUND, "DASH-50001,2,Finance,Two.,Partly")
    assert import_(later, commission=with_findings).changed == 1
    assert [finding for _, finding in concerns()] == ["upheld", "partially_upheld", "not_recorded"]


def test_a_finding_needs_an_answer(tmp_path: Path, with_findings: Commission) -> None:
    rows = "DASH-50001,1,Communication,One.,Yes", "DASH-50001,2,Finance,Two.,", "DASH-50001,3,Finance,Two.,Maybe"
    files = write(tmp_path / "c.csv", CASES, OPEN), write(tmp_path / "k.csv", FOUND, *rows)
    summary = import_(*files, commission=with_findings)
    assert codes(summary) == ["unknown_choice", "finding_without_answer"]
    assert concerns() == [("finance", "not_recorded")]


def test_a_compliment_may_fall_under_several_categories(tmp_path: Path) -> None:
    import_(write(tmp_path / "m.csv", COMPLIMENTS, f"{PRAISE},Good child focus; Standard of Service,Thank you."))
    row = RepresentationRow.objects.get()
    assert (row.type, row.category, row.status, row.closed_on) == ("compliment", "other", "closed", date(2018, 5, 1))
    assert concerns() == [("good_child_focus", "not_recorded"), ("standard_of_service", "not_recorded")]
    import_(write(tmp_path / "m.csv", COMPLIMENTS, f"{PRAISE},Good child focus,Thank you."))
    assert [concern for concern, _ in concerns()] == ["good_child_focus"]
    refused = import_(write(tmp_path / "m.csv", COMPLIMENTS, f"{PRAISE},Good child focus; Weather,Thank you."))
    assert codes(refused) == ["unknown_value"]


def test_two_sheets_cannot_give_one_reference(tmp_path: Path) -> None:
    case = write(tmp_path / "c.csv", CASES, ANSWERED.replace("DASH-50001", "CMP90001"))
    summary = import_(case, write(tmp_path / "m.csv", COMPLIMENTS, f"{PRAISE},Good child focus,Thank you."))
    assert codes(summary) == ["duplicate_reference"]
    assert RepresentationRow.objects.get().type == "complaint"


def test_the_ombudsmans_investigations_belong_to_no_case() -> None:
    import_(EXAMPLE[3])
    rows = RepresentationRow.objects.values_list("reference", "service", "type", "status").order_by("reference")
    assert rows[0] == ("18 000 110", "childrens_services", "ombudsmans_investigation", "closed")
    decided = OmbudsmanRow.objects.order_by("ombudsman_reference").values_list("decision", "decided_month")
    assert list(decided) == [("upheld", 201811), ("upheld", 201807), ("not_upheld", 201812), ("not_upheld", 201902)]


def test_an_advocate_and_the_furthest_stage_are_facts() -> None:
    import_(EXAMPLE[0])
    advocates = RepresentationRow.objects.filter(advocate="yes")
    assert advocates.count() == 18
    assert set(advocates.values_list("received_from", flat=True)) == {"child_or_young_person"}
    reviewed = StageRow.objects.get(stage="review_panel").representation_id
    stages = StageRow.objects.filter(representation_id=reviewed).order_by("id").values_list("stage", "furthest")
    assert list(stages) == [("local_resolution", "no"), ("investigation", "no"), ("review_panel", "yes")]
