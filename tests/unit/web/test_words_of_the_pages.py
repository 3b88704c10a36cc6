"""Whatever the rule book and the record can say, the pages have words for."""

from __future__ import annotations

import pytest

from putright.record.steps import VERBS
from putright.rules.citations import RULE_KINDS
from putright.web.exports import csv_lines
from putright.web.presenters.clocks import LIMIT_HEADS
from putright.web.presenters.rule_book import KINDS
from putright.web.presenters.steps import COURSE, ELSEWHERE, PAPERS, verb_words


def test_every_kind_of_rule_has_words() -> None:
    assert set(LIMIT_HEADS) == set(KINDS) == set(RULE_KINDS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_step_has_words(verb: str) -> None:
    words = verb_words(verb)
    assert words[0].isupper()
    assert "_" not in words


def test_no_words_are_kept_for_steps_there_are_not() -> None:
    assert {*COURSE, *ELSEWHERE, *PAPERS} <= set(VERBS)


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_of_a_file_is_a_formula(cell: str) -> None:
    _, line = csv_lines(["Head"], [[cell]])
    assert line.lstrip('"').startswith("'")
