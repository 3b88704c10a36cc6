"""The pattern of a council's references."""

from __future__ import annotations

from datetime import date

import pytest

from putright.authorities import load_authority
from putright.authorities.references import UNLESS_SAID, NotAPattern, ReferencePattern


@pytest.mark.parametrize(
    ("pattern", "year", "number", "reference"),
    [
        ("CSC{yy}-{n:05}", 2017, 182, "CSC17-00182"),
        ("CSC{yy}-{n:05}", 2017, 123456, "CSC17-123456"),
        ("C/{yyyy}/{n}", 2025, 7, "C/2025/7"),
        (UNLESS_SAID.text, 2025, 1, "2025-00001"),
    ],
)
def test_a_reference_is_written_and_read_back(pattern: str, year: int, number: int, reference: str) -> None:
    made = ReferencePattern(pattern)
    assert made.reference(year, number) == reference
    assert made.number(year, reference) == number


@pytest.mark.parametrize("reference", ["CSC16-00182", "CSC17-", "CSC17-00182b", "CSC17-0018²", "X"])
def test_what_is_not_of_the_year_has_no_number(reference: str) -> None:
    assert ReferencePattern("CSC{yy}-{n:05}").number(2017, reference) is None


@pytest.mark.parametrize("pattern", ["CSC-{n:05}", "CSC{yy}", "{n:05}-{yy}", "CSC{yy}-{n:05}x", "{yy}{n:five}", ""])
def test_what_is_no_pattern_says_what_to_write(pattern: str) -> None:
    with pytest.raises(NotAPattern, match="such as C"):
        ReferencePattern(pattern)


def test_the_reporting_year_gives_the_digits() -> None:
    hampshire = load_authority("hampshire")
    assert [hampshire.year_of(day) for day in (date(2018, 3, 31), date(2018, 4, 1))] == [2017, 2018]
    assert hampshire.references.reference(2018, 19) == "CSC18-00019"
