"""The faults of imported rows: each has its words, and their page is current."""

from __future__ import annotations

import pytest
from tests.unit.intake.fault_page import PAGE, page

from putright.intake.fault_kinds import KINDS
from putright.intake.faults import fault


@pytest.mark.parametrize("code", KINDS)
def test_a_fault_says_what_is_wrong_and_what_to_do(code: str) -> None:
    kind = KINDS[code]
    for words in (kind.reason, kind.remedy):
        assert words[0].isupper() or words.startswith(("“", "{"))
        assert words.endswith(".")


def test_what_a_fault_shows_can_be_stored_and_printed() -> None:
    shown = fault("unknown_value", "Method", "a\x00b\x1b[31m\udc92" + "x" * 500, known="E-mail").value
    assert shown.startswith("a␀b␛[31m’xxx")
    assert len(shown) == 201
    assert shown.encode("utf-8")


def test_the_page_of_the_faults_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m tests.unit.intake.fault_page"
