"""A number typed in the prose is shown beside the figures it may mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.reporting.hampshire import report

from putright.reporting.claims import MOST, Claim, claims
from putright.reporting.document import parse_document

NAMES = ("Children Act 1989",)


def claims_in(prose: str) -> tuple[Claim, ...]:
    return claims(replace(report(), document=parse_document(prose)), NAMES)


def test_a_typed_number_is_shown_beside_the_figure_with_its_value_and_where_it_stands() -> None:
    (claim,) = claims_in("## Summary\n\nThe department recorded 982 representations.")
    assert (claim.typed.chapter, claim.typed.word) == ("Summary", "982")
    assert claim.typed.passage == "The department recorded 982 representations."
    assert claim.meant[0].write == "{{figure s1}}"
    assert claim.meant[0].is_equal
    assert claim.meant[0].printed == "982 representations"


def test_a_number_that_is_nearly_a_figure_is_shown_beside_it_too() -> None:
    (claim,) = claims_in("The department recorded 990 representations.")
    assert ("{{figure s1}}", False) in [(meant.write, meant.is_equal) for meant in claim.meant]


@pytest.mark.parametrize("words", ["54% of them", "54 per cent of them"])
def test_a_share_is_rather_a_share(words: str) -> None:
    (claim,) = claims_in(f"E-mail was used for {words}.")
    assert claim.meant[0].printed == "54%"


def test_a_change_is_meant_by_its_size() -> None:
    fell = next(figure for figure in report().figures if figure.value is not None and figure.value < -5)
    assert fell.value
    (claim,) = claims_in(f"They fell by {-fell.value}.")
    assert any(meant.write.startswith("{{size ") for meant in claim.meant)


def test_a_cell_that_no_figure_states_is_named_as_the_expression_of_one() -> None:
    found = [meant for claim in claims_in("There were 131 statutory complaints.") for meant in claim.meant]
    assert any(meant.write.startswith("[table-1a | ") for meant in found)


def test_the_year_is_a_word_of_the_period() -> None:
    assert claims_in("In 2017 it began.")[0].meant[0].write == "{{year}}"


def test_what_is_explained_or_a_name_is_no_claim() -> None:
    assert claims_in("Under the Children Act 1989 there were {{figure s1}} in {{year}}.") == ()


def test_a_number_far_from_any_figure_means_nothing_known() -> None:
    (claim,) = claims_in("It cost 123,456,789 pounds.")
    assert claim.meant == ()


def test_no_more_are_shown_than_can_be_read() -> None:
    (claim,) = claims_in("There were 3 of them.")
    assert len(claim.meant) == MOST


def test_a_figure_with_several_ids_is_shown_once() -> None:
    (claim,) = claims_in("There were 54% of them.")
    told = [(meant.says, meant.printed) for meant in claim.meant]
    assert len(told) == len(set(told)) > 1
