"""What a council says of small numbers in what it publishes."""

from __future__ import annotations

from typing import Any

import pytest

from putright.authorities.entries import Entries
from putright.authorities.faults import AuthorityFault
from putright.authorities.publishing import DisclosureRules, read_disclosure


def read(table: dict[str, Any]) -> tuple[DisclosureRules, list[AuthorityFault]]:
    faults: list[AuthorityFault] = []
    return read_disclosure(Entries(table, "authority.toml", "disclosure", faults)), faults


def test_a_council_that_says_nothing_withholds_what_is_below_5() -> None:
    assert read({}) == (DisclosureRules("withhold", 5, 5), [])


def test_a_council_may_say_otherwise() -> None:
    assert read({"method": "round", "threshold": 10, "base": 3}) == (DisclosureRules("round", 10, 3), [])


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"threshold": 2}, "write a whole number of at least 3"),
        ({"threshold": 11}, "write a number from 3 to 10"),
        ({"method": "hide"}, "write one of: withhold, round, none"),
        ({"base": 1}, "write a whole number of at least 3"),
        ({"treshold": 5}, "correct its spelling to one of: base, method, threshold"),
    ],
)
def test_what_cannot_be_is_a_fault(table: dict[str, Any], says: str) -> None:
    (fault,) = read(table)[1]
    assert says in fault.remedy
