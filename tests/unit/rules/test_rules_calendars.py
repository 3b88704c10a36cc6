"""Working-day calendars: the bank holidays of England and Wales, and the edges of counting."""

from __future__ import annotations

from datetime import date

import holidays
import numpy as np
import pytest

from putright.rules import BankHoliday, OutsideCalendar, SkippedDay, WorkingDayCalendar, load_book

# Day and month, weekdays only. 2016 to 2018 were held against the data the government publishes; the other years follow
# from the rule, and the days of one year only in 2020, 2022 and 2023 are from memory. The maintained library of the
# next test is the second opinion on all of them.
DAYS_OF_A_YEAR = {
    2012: "02-01 06-04 09-04 07-05 04-06 05-06 27-08 25-12 26-12",
    2013: "01-01 29-03 01-04 06-05 27-05 26-08 25-12 26-12",
    2014: "01-01 18-04 21-04 05-05 26-05 25-08 25-12 26-12",
    2015: "01-01 03-04 06-04 04-05 25-05 31-08 25-12 28-12",
    2016: "01-01 25-03 28-03 02-05 30-05 29-08 26-12 27-12",
    2017: "02-01 14-04 17-04 01-05 29-05 28-08 25-12 26-12",
    2018: "01-01 30-03 02-04 07-05 28-05 27-08 25-12 26-12",
    2019: "01-01 19-04 22-04 06-05 27-05 26-08 25-12 26-12",
    2020: "01-01 10-04 13-04 08-05 25-05 31-08 25-12 28-12",
    2021: "01-01 02-04 05-04 03-05 31-05 30-08 27-12 28-12",
    2022: "03-01 15-04 18-04 02-05 02-06 03-06 29-08 19-09 26-12 27-12",
    2023: "02-01 07-04 10-04 01-05 08-05 29-05 28-08 25-12 26-12",
    2024: "01-01 29-03 01-04 06-05 27-05 26-08 25-12 26-12",
    2025: "01-01 18-04 21-04 05-05 26-05 25-08 25-12 26-12",
    2026: "01-01 03-04 06-04 04-05 25-05 31-08 25-12 28-12",
    2027: "01-01 26-03 29-03 03-05 31-05 30-08 27-12 28-12",
    2028: "03-01 14-04 17-04 01-05 29-05 28-08 25-12 26-12",
}


@pytest.fixture(scope="module")
def calendar() -> WorkingDayCalendar:
    return load_book().calendar("england_and_wales")


@pytest.mark.parametrize("year", DAYS_OF_A_YEAR)
def test_the_bank_holidays_are_those_written_down_here(calendar: WorkingDayCalendar, year: int) -> None:
    ours = [f"{holiday.on:%d-%m}" for holiday in calendar.holidays if holiday.on.year == year]
    assert ours == DAYS_OF_A_YEAR[year].split()


@pytest.mark.parametrize("region", ["ENG", "WLS"])
def test_the_bank_holidays_are_those_of_a_maintained_library(calendar: WorkingDayCalendar, region: str) -> None:
    theirs = holidays.country_holidays("GB", subdiv=region, years=calendar.years)
    assert [holiday.on for holiday in calendar.holidays] == sorted(day for day in theirs if day.weekday() < 5)


def test_the_years_are_2005_to_2030_and_the_last_two_are_expected(calendar: WorkingDayCalendar) -> None:
    assert calendar.years == tuple(range(2005, 2031))
    assert {holiday.on.year for holiday in calendar.holidays if holiday.expected} == {2029, 2030}
    assert calendar.expected_years == {2029, 2030}


def test_monday_to_tuesday_is_one(calendar: WorkingDayCalendar) -> None:
    monday, tuesday = date(2017, 10, 9), date(2017, 10, 10)
    assert calendar.between(monday, tuesday) == 1
    assert calendar.between(monday, monday) == 0


def test_a_weekend_may_start_and_end_a_count(calendar: WorkingDayCalendar) -> None:
    saturday, sunday, monday = date(2017, 10, 7), date(2017, 10, 8), date(2017, 10, 9)
    assert calendar.between(saturday, monday) == 1
    assert calendar.between(saturday, sunday) == 0
    assert calendar.between(date(2017, 10, 6), sunday) == 0


def test_counting_backwards_is_refused(calendar: WorkingDayCalendar) -> None:
    later, earlier = date(2017, 10, 10), date(2017, 10, 9)
    with pytest.raises(ValueError, match="give the earlier date first"):
        calendar.between(later, earlier)
    with pytest.raises(ValueError, match="give the earlier date first"):
        calendar.skipped(later, earlier)
    with pytest.raises(ValueError, match="count forwards"):
        calendar.add(later, -1)
    with pytest.raises(ValueError, match="count forwards"):
        calendar.vector_add(np.array([later], "datetime64[D]"), -1)


def test_nothing_added_is_the_start_itself(calendar: WorkingDayCalendar) -> None:
    sunday = date(2017, 10, 8)
    assert calendar.add(sunday, 0) == sunday
    assert calendar.vector_add(np.array([sunday], "datetime64[D]"), 0).tolist() == [sunday]


def test_the_first_and_the_last_day_are_inside(calendar: WorkingDayCalendar) -> None:
    assert not calendar.is_working_day(date(2005, 1, 1))
    assert calendar.is_working_day(date(2030, 12, 31))
    assert calendar.add(date(2030, 12, 30), 1) == date(2030, 12, 31)
    assert calendar.skipped(date(2005, 1, 1), date(2005, 1, 3)) == (
        SkippedDay(date(2005, 1, 2), "weekend"),
        SkippedDay(date(2005, 1, 3), "New Year's Day (substitute day)"),
    )


@pytest.mark.parametrize("day", [date(2004, 12, 31), date(2031, 1, 1), date.min, date.max])
def test_a_day_outside_is_refused_with_the_years_and_the_remedy(calendar: WorkingDayCalendar, day: date) -> None:
    inside = date(2017, 10, 9)
    for ask in (
        lambda: calendar.is_working_day(day),
        lambda: calendar.add(day, 1),
        lambda: calendar.between(min(day, inside), max(day, inside)),
        lambda: calendar.skipped(min(day, inside), max(day, inside)),
        lambda: calendar.vector_add(np.array([day, inside], "datetime64[D]"), 1),
    ):
        with pytest.raises(OutsideCalendar, match=r"2005 to 2030.*england_and_wales\.toml"):
            ask()


def test_an_end_outside_is_refused_although_the_start_is_inside(calendar: WorkingDayCalendar) -> None:
    start = date(2030, 12, 31)
    with pytest.raises(OutsideCalendar, match="The day 1 working days after 2030-12-31"):
        calendar.add(start, 1)
    with pytest.raises(OutsideCalendar, match="The day 1 working days after a date"):
        calendar.vector_add(np.array([start], "datetime64[D]"), 1)


def test_a_missing_date_in_an_array_stays_missing(calendar: WorkingDayCalendar) -> None:
    starts = np.array(["2017-10-06", "NaT"], "datetime64[D]")
    ends = calendar.vector_add(starts, 10)
    assert ends[0] == np.datetime64("2017-10-20")
    assert np.isnat(ends[1])
    assert np.isnat(calendar.vector_add(np.array(["NaT"], "datetime64[D]"), 10)).all()
    assert calendar.vector_add(np.array([], "datetime64[D]"), 10).size == 0


def test_a_missing_date_does_not_hide_one_outside(calendar: WorkingDayCalendar) -> None:
    with pytest.raises(OutsideCalendar, match="1999-01-01"):
        calendar.vector_add(np.array(["NaT", "1999-01-01", "2017-10-06"], "datetime64[D]"), 10)


def test_an_array_of_instants_counts_from_their_days(calendar: WorkingDayCalendar) -> None:
    instants = np.array(["2017-10-06T23:59"], "datetime64[m]")
    assert calendar.vector_add(instants, 10).tolist() == [date(2017, 10, 20)]


def test_a_calendar_with_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks a year between 2017 and 2019"):
        WorkingDayCalendar("gap", "With a gap", [2017, 2019], [BankHoliday(date(2017, 12, 25), "Christmas Day")])
