"""Printed dates: what each form means, and why some mean nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.legacy_exports import AS_OF, MAPPING

from putright.authorities.mapping import DateForms
from putright.intake.dates import read_date


@pytest.mark.parametrize(
    ("printed", "day", "forms"),
    [
        ("31/12/2017", date(2017, 12, 31), ()),
        ("1/2/2017", date(2017, 2, 1), ()),
        (" 31/12/2017 ", date(2017, 12, 31), ("spaces",)),
        ("2017-11-22", date(2017, 11, 22), ("iso_date",)),
        ("29-Jun-2017", date(2017, 6, 29), ("month_name_date",)),
        ("29 September 2017", date(2017, 9, 29), ("month_name_date",)),
        ("08/05/2017 00:00:00", date(2017, 5, 8), ("midnight_time",)),
        ("2017-11-22T00:00", date(2017, 11, 22), ("midnight_time", "iso_date")),
        ("29/11/17", date(2017, 11, 29), ("two_digit_year",)),
        ("29/11/71", date(1971, 11, 29), None),
        ("42921", date(2017, 7, 5), ("excel_serial_date",)),
        ("29/02/2016", date(2016, 2, 29), ()),
    ],
)
def test_forms_of_a_date(printed: str, day: date, forms: tuple[str, ...] | None) -> None:
    read = read_date(printed, MAPPING.dates, AS_OF)
    if forms is None:
        assert read.day is None
        assert "in the year 1971" in read.why
    else:
        assert (read.day, read.forms) == (day, forms)


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("31/02/2018", "there is no day 31 in month 2 of 2018"),
        ("29/02/2017", "there is no day 29 in month 2 of 2017"),
        ("12/31/2017", "there is no month 31; the month seems to stand first"),
        ("13/14/2017", "there is no month 14"),
        ("last Tuesday", "it is not written as a date"),
        ("03/05/0217", "it would be in the year 217"),
        ("05/12/2017 14:30", "it has a time of day"),
        ("١٢/٠٣/٢٠١٧", "it is not written as a date"),
        ("12 Brumaire 2017", "it is not written as a date"),
    ],
)
def test_what_is_no_date(printed: str, why: str) -> None:
    read = read_date(printed, MAPPING.dates, AS_OF)
    assert read.day is None
    assert why in read.why


def test_the_day_with_day_and_month_exchanged() -> None:
    assert read_date("05/12/2017", MAPPING.dates, AS_OF).swapped == date(2017, 5, 12)
    assert read_date("05/05/2017", MAPPING.dates, AS_OF).swapped is None
    assert read_date("28/12/2017", MAPPING.dates, AS_OF).swapped is None
    assert read_date("2017-12-05", MAPPING.dates, AS_OF).swapped is None


def test_a_form_the_layout_does_not_know_is_refused() -> None:
    forms = DateForms("day_month_year", {"iso_date": "refuse"}, date(1990, 1, 1))
    for printed in ("2017-12-05", "5-Dec-2017", "42921"):
        assert "not read from this layout" in read_date(printed, forms, AS_OF).why


def test_a_layout_may_write_the_year_first() -> None:
    forms = DateForms("year_month_day", {}, date(1990, 1, 1))
    assert read_date("2017-12-05", forms, AS_OF).day == date(2017, 12, 5)
    assert read_date("05/12/2017", forms, AS_OF).day is None
