"""Every way in which a letter's file can be wrong has a file here, and each file says which words its fault must have.

The lines `# says: …` of a broken file are the wording that must appear. `right/` is what they were all made from, and
it loads.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from putright.authorities import Authority, AuthorityFaults, load_authority
from putright.correspondence.letters_reading import read_letters

HERE = Path(__file__).parent
BROKEN_LETTERS = sorted((HERE / "letters").glob("*.md"))
BROKEN_SENDERS = sorted((HERE / "senders").glob("*.toml"))
FAULTS = {"several_faults": 4, "unknown_key": 1, "sender/unknown_key": 2, "sender/address_not_a_list": 1}


@pytest.fixture
def council(tmp_path: Path) -> Authority:
    """A council whose letters are those of `right/`."""
    shutil.copytree(HERE / "right", tmp_path / "letters")
    return replace(load_authority("hampshire"), slug="council", folder=tmp_path)


def wording(path: Path) -> list[str]:
    return re.findall(r"^# says: (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def faults_of(council: Authority) -> AuthorityFaults:
    with pytest.raises(AuthorityFaults) as refused:
        read_letters(council)
    return refused.value


def test_the_letter_they_were_made_from_is_right(council: Authority) -> None:
    letter = read_letters(council).templates["answer"]
    assert (letter.title, letter.moment, letter.stage) == ("Our answer", "response", "local_resolution")
    assert letter.to_be_vetted
    assert letter.body.startswith("Dear {{ complainant }}\n\n[[")


@pytest.mark.parametrize("broken", BROKEN_LETTERS, ids=lambda path: path.stem)
def test_a_fault_of_a_letter_is_named(council: Authority, broken: Path) -> None:
    shutil.copy(broken, council.folder / "letters" / "answer.md")
    refused = faults_of(council)
    assert wording(broken)
    for words in wording(broken):
        assert words in str(refused)
    assert len(refused.faults) == FAULTS.get(broken.stem, 1), str(refused)
    assert {fault.file for fault in refused.faults} == {"council/letters/answer.md"}
    assert all(fault.place and fault.what and fault.remedy for fault in refused.faults)


@pytest.mark.parametrize("broken", BROKEN_SENDERS, ids=lambda path: path.stem)
def test_a_fault_of_the_sender_is_named(council: Authority, broken: Path) -> None:
    shutil.copy(broken, council.folder / "letters" / "sender.toml")
    refused = faults_of(council)
    for words in wording(broken):
        assert words in str(refused)
    assert len(refused.faults) == FAULTS.get(f"sender/{broken.stem}", 1), str(refused)


def test_the_faults_of_all_files_are_named_at_once(council: Authority) -> None:
    for name in ("code_missing", "field_not_known"):
        shutil.copy(HERE / "letters" / f"{name}.md", council.folder / "letters" / f"{name}.md")
    (council.folder / "letters" / "sender.toml").unlink()
    named = [fault.file for fault in faults_of(council).faults]
    assert named[0] == "council/letters/sender.toml"
    assert {"council/letters/code_missing.md", "council/letters/field_not_known.md"} <= set(named)


def test_a_council_without_letters_has_none(council: Authority) -> None:
    shutil.rmtree(council.folder / "letters")
    assert read_letters(council).templates == {}


def test_a_letter_that_is_not_utf_8_is_named(council: Authority) -> None:
    (council.folder / "letters" / "answer.md").write_bytes('title = "Réponse"'.encode("cp1252"))
    assert "is not UTF-8" in str(faults_of(council))


def test_a_field_may_not_be_left_out_where_the_law_wants_it_said(council: Authority) -> None:
    path = council.folder / "letters" / "answer.md"
    path.write_text(path.read_text().replace('"response"', '"refusal"'))
    refused = str(faults_of(council))
    assert "does not say {{ refusal_reason }}" in refused
    assert "does not say {{ ombudsman }}" in refused
