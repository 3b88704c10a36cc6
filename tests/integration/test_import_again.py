"""Importing again: what is the same, what changed, what people worked on, and rows mended and brought back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from tests.legacy_exports import NOW, broken_file, commission, good, import_, text_of, write

from putright.accounts.permissions import verbs_of
from putright.casework.actions.base import Writing
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.models import LogEntry, OmbudsmanRow, Register, RepresentationRow, Words
from putright.intake.held_rows import held_rows_csv, mend, settle, sheets_of
from putright.intake.holding import laid_out, open_rows
from putright.intake.models import HeldRow, ImportRun
from putright.intake.rows import UnusableFile
from putright.record.actor import Actor

pytestmark = pytest.mark.django_db

OFFICER = Actor("Officer", "hampshire", verbs_of(["complaints_officer"]))
OMBUDSMAN_HEADINGS = (
    "Ref No", "LGSCO Ref", "Referral Rec'd", "Referral Type", "Decision Date", "Outcome", "Remedy GBP",
)  # fmt: skip
REFERRAL = {
    "Ref No": "CSC17-90001",
    "LGSCO Ref": "17 001 001",
    "Referral Rec'd": "01/02/2018",
    "Referral Type": "Social Care (LGSCO Complaint)",
    "Decision Date": "01/03/2018",
    "Outcome": "Upheld – Other Remedy",
    "Remedy GBP": "250.00",
}


def referral(path: Path, **changed: str) -> Path:
    by_name = {heading.replace("'", "").replace(" ", "_"): heading for heading in OMBUDSMAN_HEADINGS}
    row = REFERRAL | {by_name[name]: value for name, value in changed.items()}
    path.write_text(text_of([row], OMBUDSMAN_HEADINGS), encoding="utf-8", newline="")
    return path


def test_a_changed_row_takes_the_place_of_what_was_imported(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good()))
    before = LogEntry.objects.count()
    again = import_(write(tmp_path / "b.csv", good(Method="Letter", Summary="Another text.")))
    assert (again.changed, again.unchanged) == (1, 0)
    row = RepresentationRow.objects.get()
    assert row.method == "letter"
    assert LogEntry.objects.count() > before
    assert Register.objects.count() == 1


def test_another_spelling_of_the_same_changes_nothing(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good()))
    again = import_(write(tmp_path / "b.csv", good(Method=" email", Date_Recd="2017-12-28")))
    assert (again.changed, again.unchanged) == (0, 1)


def test_a_changed_row_is_refused_once_people_worked_on_it(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good(Status="Open", Date_Closed="")))
    row = RepresentationRow.objects.get()
    record_outcome(Writing(OFFICER, row.id, None, date(2018, 7, 2), NOW), on=date(2018, 7, 2), outcome="apology")
    again = import_(write(tmp_path / "b.csv", good(Method="Letter"), good(Ref_No="CSC17-90002")))
    assert (again.rows, again.accepted, again.created) == (2, 1, 1)
    assert [line["code"] for line in again.rejected] == ["worked_on_since"]
    assert RepresentationRow.objects.get(id=row.id).method == "e_mail"


def test_the_same_reference_in_two_files_is_taken_once(tmp_path: Path) -> None:
    summary = import_(write(tmp_path / "a.csv", good()), write(tmp_path / "b.csv", good()))
    assert (summary.rows, summary.accepted) == (2, 1)
    assert "a.csv, line 2" in summary.rejected[0]["reason"]


def test_a_record_of_the_ombudsman_needs_its_case(tmp_path: Path) -> None:
    summary = import_(referral(tmp_path / "o.csv"))
    assert [(line["code"], line["column"]) for line in summary.rejected] == [("no_such_case", "Ref No")]
    case = write(tmp_path / "c.csv", good())
    assert import_(case, referral(tmp_path / "o.csv")).accepted == 2
    assert OmbudsmanRow.objects.get().remedy_pence == 25_000
    assert not open_rows("hampshire").exists()


def test_a_faulty_record_of_the_ombudsman_does_not_undo_the_one_that_is_here(tmp_path: Path) -> None:
    case = write(tmp_path / "c.csv", good())
    import_(case, referral(tmp_path / "o.csv"))
    again = import_(case, referral(tmp_path / "o.csv", Remedy_GBP="a lot"))
    assert [line["code"] for line in again.rejected] == ["bad_amount"]
    assert (again.unchanged, OmbudsmanRow.objects.get().remedy_pence) == (1, 25_000)


def mended_download(tmp_path: Path, changes: dict[int, dict[str, str]]) -> Path:
    """The download of the last run, with cells changed by line of the source, saved as a spreadsheet would."""
    run = ImportRun.objects.latest("id")
    rows = list(csv.reader(io.StringIO("".join(held_rows_csv(run, "cases")).removeprefix("\ufeff"))))
    header = rows[0]
    lines = {str(row.id): row.line for row in run.held_rows.all()}
    for row in rows[1:]:
        for heading, value in changes.get(lines[row[header.index("Putright row")]], {}).items():
            row[header.index(heading)] = value
    path = tmp_path / "mended.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_download_can_be_mended_and_imported_again(tmp_path: Path) -> None:
    import_(broken_file(tmp_path))
    assert open_rows("hampshire").count() == 52
    mended = mended_download(tmp_path, {4: {"Date Rec'd": "10/10/2017"}, 41: {"Ref No": "CSC17-90101"}})
    again = import_(mended)
    assert again.created == 2
    assert {"CSC17-90003", "CSC17-90101"} <= set(Register.objects.values_list("reference", flat=True))
    assert open_rows("hampshire").count() == 52 - 2
    first = ImportRun.objects.earliest("id")
    assert not first.held_rows.filter(mended_by=None).exists()


def test_second_records_of_a_reference_do_not_overwrite_the_first(tmp_path: Path) -> None:
    import_(broken_file(tmp_path))
    before = RepresentationRow.objects.get(reference="CSC17-90001")
    import_(mended_download(tmp_path, {}))
    after = RepresentationRow.objects.get(reference="CSC17-90001")
    assert (after.received_on, after.position) == (before.received_on, before.position)
    still = open_rows("hampshire").filter(reference="CSC17-90001").values_list("code", flat=True)
    assert sorted(still) == ["duplicate_reference", "duplicate_reference", "reference_here_already"]


def test_a_row_that_only_looks_mended_is_refused_again(tmp_path: Path) -> None:
    import_(broken_file(tmp_path))
    again = import_(mended_download(tmp_path, {48: {"Summary": "Parent E says nothing followed."}}))
    assert Register.objects.filter(reference="CSC17-90046").exists()
    unmended = [line for line in again.rejected if line["code"] == "not_mended"]
    assert len(unmended) == 5
    assert not Register.objects.filter(reference__in=["CSC17-90045", "CSC17-90047", "CSC17-90070"]).exists()


def test_no_cell_of_a_download_can_be_a_formula(tmp_path: Path) -> None:
    import_(broken_file(tmp_path))
    run = ImportRun.objects.get()
    assert sheets_of(run) == ["cases"]
    rows = list(csv.reader(io.StringIO("".join(held_rows_csv(run, "cases")))))
    assert len(rows) == 53
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=cmd") for row in rows for cell in row)


def test_the_guard_against_formulas_leaves_no_trace(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good(Summary="=1+1", Method="Pigeon")))
    import_(mended_download(tmp_path, {2: {"Method": "Letter"}}))
    assert Words.objects.get().text == "=1+1"


def test_a_row_can_be_mended_by_itself(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good(Method="Pigeon")))
    held = HeldRow.objects.get()
    still = mend(held, held.cells, commission())
    assert [line["code"] for line in still.rejected] == ["unknown_value"]
    held = open_rows("hampshire").get()
    cells = ["Letter" if cell == "Pigeon" else cell for cell in held.cells]
    assert mend(held, cells, commission()).created == 1
    assert not open_rows("hampshire").exists()
    held.refresh_from_db()
    with pytest.raises(UnusableFile, match="settled already"):
        mend(held, cells, commission())


def test_what_a_person_saves_is_taken_as_looked_at(tmp_path: Path) -> None:
    import_(broken_file(tmp_path))
    held = HeldRow.objects.get(line=53)
    assert mend(held, laid_out(held), commission()).created == 1
    assert Words.objects.filter(text="Parent A says the worker’s letter was late.").exists()


def test_a_second_record_of_a_reference_is_not_taken_for_a_change(tmp_path: Path) -> None:
    import_(broken_file(tmp_path))
    held = HeldRow.objects.get(line=41)
    assert [line["code"] for line in mend(held, laid_out(held), commission()).rejected] == ["reference_here_already"]


def test_a_row_of_another_council_is_not_mended(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good(Method="Pigeon")))
    held = HeldRow.objects.get()
    held.authority = "elsewhere"
    with pytest.raises(UnusableFile, match="another council's"):
        mend(held, held.cells, commission())


def test_a_flagged_row_can_be_settled_by_a_person(tmp_path: Path) -> None:
    import_(write(tmp_path / "a.csv", good(Summary="=1+1")))
    settle(open_rows("hampshire").get(), by="Officer", at=NOW)
    assert not open_rows("hampshire").exists()
    assert HeldRow.objects.get().settled_by == "Officer"
