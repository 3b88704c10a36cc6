"""A council's own targets and signing off: every fault named, and put beside the rule book, never in its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from putright.authorities import AuthorityFaults, load_authority
from putright.rules import load_book

ROOT = Path(__file__).resolve().parents[3]
MARK = '[[procedure]]\nname = "children_act_1989"'
OWN = """
[[procedure.sign_off]]
stage = "local_resolution"
post = "District Manager"
source = "annual report 2017/18"
"""


@pytest.fixture
def councils(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "councils" / "hampshire", tmp_path / "hampshire", ignore=shutil.ignore_patterns("example", "published")
    )
    return tmp_path


def written(councils: Path, *, standing: str = "", of_procedure: str = "") -> Path:
    """Hampshire's profile with more in it: tables of no procedure, and tables of the children's."""
    profile = councils / "hampshire" / "authority.toml"
    before, after = profile.read_text(encoding="utf-8").split(MARK)
    head, rest = after.split("[[procedure]]", 1)
    profile.write_text(f"{before}{standing}\n{MARK}{head}{of_procedure}\n[[procedure]]{rest}", encoding="utf-8")
    return councils


def faults(councils: Path) -> list[str]:
    with pytest.raises(AuthorityFaults) as raised:
        load_authority("hampshire", councils)
    return [str(fault) for fault in raised.value.faults]


def test_a_signing_off_is_added_to_a_stage_that_has_none(councils: Path) -> None:
    council = load_authority("hampshire", written(councils, of_procedure=OWN))
    rule = council.book.procedure("children_act_1989").stage("local_resolution").sign_off
    assert rule is not None
    assert (rule.name, rule.kind, str(rule.citation)) == (
        "District Manager", "local_policy", "Hampshire County Council, annual report 2017/18"
    )  # fmt: skip
    assert load_book().procedure("children_act_1989").stage("local_resolution").sign_off is None


def test_one_that_the_rule_book_has_is_not_changed_and_every_fault_is_named(councils: Path) -> None:
    changed = OWN.replace("local_resolution", "investigation").replace('post = "District Manager"\n', "")
    found = faults(written(councils, of_procedure=f"{OWN}{OWN}{changed}"))
    assert len(found) == 3
    assert any("is signed off twice" in fault for fault in found)
    assert any("the rule book has it signed off by adjudicating officer" in fault for fault in found)
    assert any("post" in fault and "is missing" in fault for fault in found)


TARGET = '[[procedure.target]]\nstage = "{}"\nstep = "{}"\nvalue = {}\nunit = "working_day"\n'


def test_a_target_is_for_a_step_that_a_clock_runs_on(councils: Path) -> None:
    right = TARGET.format("review_panel", "panel_meets", 25)
    council = load_authority("hampshire", written(councils, of_procedure=right))
    assert council.procedures["children_act_1989"].targets[0].step == "panel_meets"


def test_a_target_for_any_other_step_is_a_fault(councils: Path) -> None:
    found = faults(written(councils, of_procedure=TARGET.format("local_resolution", "panel_meets", 0)))
    assert any("is 'panel_meets', which no clock runs on. write one of: acknowledgement, response" in f for f in found)
    assert any("is 0. write a whole number of at least 1" in fault for fault in found)


def test_a_standing_target_names_types_and_services_that_there_are(councils: Path) -> None:
    wrong = '[[target]]\ntypes = ["case_cnocern"]\nservices = ["sin"]\nstep = "sing"\nvalue = 3\nunit = "day"\n'
    found = faults(written(councils, standing=wrong))
    assert len(found) == 4
    assert any("has 'case_cnocern'" in fault and "case_concern" in fault for fault in found)
    assert any("has 'sin'" in fault for fault in found)
    assert any("write one of: acknowledgement, contact, answer, letter_acknowledgement" in fault for fault in found)
