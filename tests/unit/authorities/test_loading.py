"""Councils as folders: what Hampshire's says, and how a folder with faults is refused, every fault at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from putright.authorities import AuthorityFaults, known_authorities, load_authority, mapping_from
from putright.rules import load_book

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def councils(tmp_path: Path) -> Path:
    folder = tmp_path / "councils"
    shutil.copytree(ROOT / "councils" / "hampshire", folder / "hampshire", ignore=shutil.ignore_patterns("example"))
    return folder


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(councils: Path) -> list[str]:
    with pytest.raises(AuthorityFaults) as raised:
        load_authority("hampshire", councils)
    return [str(fault) for fault in raised.value.faults]


def test_hampshire_is_known_and_loaded_once() -> None:
    assert "hampshire" in known_authorities()
    assert load_authority("hampshire") is load_authority("hampshire")


def test_the_folder_may_be_elsewhere(councils: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (councils / "hampshire").rename(councils / "elsewhere")
    edit(councils / "elsewhere" / "authority.toml", 'slug = "hampshire"', 'slug = "elsewhere"')
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(councils))
    assert known_authorities() == ["elsewhere"]
    assert load_authority("elsewhere").name == "Hampshire County Council"


def test_procedures_and_categories_answer_to_each_other() -> None:
    hampshire = load_authority("hampshire")
    assert hampshire.category_of("children_act_1989") == "statutory"
    assert hampshire.procedure_of("statutory") == "children_act_1989"
    assert hampshire.category_of("not_applicable") == "other"
    assert hampshire.procedure_of("other") == "not_applicable"
    assert hampshire.procedures["children_act_1989"].stage_labels["review_panel"] == "Stage 3"


def test_stages_adopted_are_those_of_the_rule_book() -> None:
    for name, adopted in load_authority("hampshire").procedures.items():
        assert list(adopted.stage_labels) == [stage.name for stage in load_book().procedure(name).stages]


def test_an_unknown_council_is_refused_with_those_there_are(councils: Path) -> None:
    with pytest.raises(AuthorityFaults, match="councils known here: hampshire"):
        load_authority("nowhere", councils)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("authority.toml", "year_starts_month = 4", "year_starts_month = 14", "write the number of a month"),
        ("authority.toml", "year_starts_month = 4", "year_start = 4", "year_start: is not a known entry"),
        ("authority.toml", 'name = "children_act_1989"', 'name = "children_act"', "procedure of the rule book"),
        ("authority.toml", 'investigation = "Stage 2"', "", "lacks 'investigation'"),
        ("authority.toml", 'category = "statutory"', 'category = "legal"', "one of: statutory, non_statutory, other"),
        ("authority.toml", 'slug = "hampshire"', 'slug = "hants"', "write the name of the folder, hampshire"),
        ("vocabularies.toml", '{ label = "Letter" }', '{ label = "Letter", synonym = "Post" }', "is not a known entry"),
        ("vocabularies.toml", '{ label = "Letter" }', '{ label = "e-MAIL", code = "b" }', "means both e_mail and b"),
        ("vocabularies.toml", '{ label = "Letter" }', '{ label = "Post", code = "e_mail" }', "the code 'e_mail' twice"),
        ("vocabularies.toml", '{ label = "Letter" }', '{ label = "Letter", code = "A B" }', "joined by underscores"),
        ("vocabularies.toml", '{ label = "LSCB", categories = ["other"] }', '{ label = "LSCB", categories = ["x"] }',
         "use codes of the categories"),
        ("vocabularies.toml", '{ label = "North" }',
         '{ label = "North", in_use_from = 2018-01-01, in_use_to = 2017-01-01 }', "is before in_use_from"),
        ("vocabularies.toml", "[district]", "[districts]", "district: is missing"),
        ("vocabularies.toml", 'matter = "parent"', 'matter = "father"', "is 'father'. write one of: child, parent"),
        ("vocabularies.toml", '{ label = "North" }', '{ label = "North", matter = "corporate" }',
         "matter: is not a known entry"),
        ("authority.toml", 'reference = "CSC{yy}-{n:05}"', 'reference = "CSC-{n}"', "reference: is not a pattern"),
        ("imports/csc_respond.toml", 'holds = "handler"', 'holds = "officer"', "is 'officer'. write one of: reference"),
        ("imports/csc_respond.toml", 'heading = "Handler"', 'heading = "Method"', "the column 'Method' twice"),
        ("imports/csc_respond.toml", 'later = "Ack Date"', 'later = "Ack"', "heading of a date column"),
        ("imports/csc_respond.toml", '"investigation"', '"inquiry"', "children_act_1989 has no stage 'inquiry'"),
        ("imports/csc_respond.toml", 'two_digit_year = "flag"', 'two_digit_year = "maybe"', "normalise, flag, refuse"),
        ("imports/csc_respond.toml", r"'CSC\d{2}-\d{5}'", "'CSC('", "is not a regular expression"),
        ("imports/csc_respond.toml", '"utf-8", "windows-1252"', '"utf-16"', "one or both of"),
        ("imports/csc_respond.toml", 'belongs_to = "cases"\n', "", "gives ombudsman and belongs to no sheet"),
        ("imports/csc_respond.toml", 'gives = "ombudsman"\n', "", "does not say what it gives it"),
        ("imports/csc_respond.toml", 'gives = "ombudsman"', 'gives = "referrals"', "write one of: representations"),
        ("imports/csc_respond.toml", 'holds = "referred_on"', 'holds = "received_on"', "0 columns that hold referred"),
        ("imports/csc_respond.toml", 'holds = "handler"', 'holds = "remedy"', "write the vocabulary [remedy]"),
        ("imports/csc_respond.toml", 'holds = "handler"', 'holds = "handler", also = ["summary"]', "another reference"),
        ("imports/csc_respond.toml", 'name = "cases"', 'name = "cases"\nalways = { type = "x" }', "type is 'x'"),
        ("imports/csc_respond.toml", 'said = "Stage 3"', 'said = "Stage 3"\nlimit = "reply"', "has no limit 'reply'"),
        ("imports/csc_respond.toml", 'started = "on receipt"', 'started = "on receipt"\nfound = "S1 Found"',
         "found and finds belong together"),
        ("imports/csc_respond.toml", 'started = "on receipt"',
         'started = "on receipt"\nfound = "S1 Found"\nfinds = { "Yes" = "yes" }',
         "write one of: upheld, partially_upheld, not_upheld, no_finding"),
        ("imports/csc_respond.toml", 'follows = { children_act_1989 = "Stage 1" }',
         'follows = { children_act_1989 = "Stage 3" }', "name a stage that stands before it"),
        ("imports/csc_respond.toml", "longest_cell = 32767", "longest_cell = many", "is not TOML"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place_and_remedy(councils: Path, file: str, old: str, new: str, said: str) -> None:
    edit(councils / "hampshire" / file, old, new)
    faults = refused(councils)
    assert any(said in fault for fault in faults), faults
    assert all(fault.startswith("hampshire/") for fault in faults)


def test_every_fault_is_named_at_once(councils: Path) -> None:
    edit(councils / "hampshire" / "authority.toml", 'name = "Hampshire County Council"', "")
    edit(councils / "hampshire" / "vocabularies.toml", '{ label = "Letter" }', '{ label = "" }')
    edit(councils / "hampshire" / "imports" / "csc_respond.toml", "longest_cell = 32767", "longest_cell = 0")
    assert {fault.split(",")[0] for fault in refused(councils)} == {
        "hampshire/authority.toml",
        "hampshire/vocabularies.toml",
        "hampshire/imports/csc_respond.toml",
    }


def test_a_mapping_may_lie_elsewhere(councils: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    file.write_bytes((councils / "hampshire" / "imports" / "csc_respond.toml").read_bytes())
    assert mapping_from(file, load_authority("hampshire")).layout == "other"
    with pytest.raises(AuthorityFaults, match=r"gone\.toml, the whole file: is not there"):
        mapping_from(tmp_path / "gone.toml", load_authority("hampshire"))
