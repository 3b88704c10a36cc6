"""From a bank-holiday file to a working-day calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal, get_args

from putright.rules.calendars import BankHoliday, WorkingDayCalendar
from putright.rules.faults import FaultList
from putright.rules.reading import Table

Standing = Literal["announced", "expected"]

_STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)
_SATURDAY = 5


def calendar_from(content: dict[str, Any], file: str, name: str, faults: FaultList) -> WorkingDayCalendar | None:
    """The calendar a file describes; None if anything is wrong with it."""
    before = len(faults.all)
    table = Table(content, file, "", faults)
    title = table.text("title")
    years: dict[int, Standing] = {}
    holidays: dict[date, BankHoliday] = {}
    for entry in table.listed_tables("years"):
        year = entry.whole_number("year", "Bank holidays are complete or not year by year.")
        if year in years:
            entry.fault(
                f"{year} is listed twice.", "Only one list could be the whole.", "Put its days in one list.", "year"
            )
        years[year] = entry.choice("standing", _STANDINGS, "A date that rests on days not yet announced says so.")
        for day in entry.listed_tables("days"):
            _read_day(day, year, years[year] == "expected", holidays)
        entry.no_other_keys()
    table.no_other_keys()
    _check_years(table, years)
    if len(faults.all) > before:
        return None
    expected = [year for year, standing in years.items() if standing == "expected"]
    return WorkingDayCalendar(name, title, years, holidays.values(), expected)


def _read_day(day: Table, year: int, expected: bool, holidays: dict[date, BankHoliday]) -> None:
    on = day.day("on", "A bank holiday is a date.")
    holiday = BankHoliday(on, day.text("name"), expected)
    day.no_other_keys()
    if on == date.min or not year:
        return
    if on.year != year:
        day.fault(
            f"{on.isoformat()} is listed under {year}.",
            "A year is only complete with the days that belong to it.",
            f"Move it to the list of {on.year}.",
            "on",
        )
    elif on.weekday() >= _SATURDAY:
        day.fault(
            f"{on.isoformat()} is a {on:%A}.",
            "A weekend is never a working day; what counts is the substitute day.",
            "List the substitute day instead.",
            "on",
        )
    elif on in holidays:
        day.fault(f"{on.isoformat()} is listed twice.", "A day counts once.", "Take one of them out.", "on")
    holidays[on] = holiday


def _check_years(table: Table, years: dict[int, Standing]) -> None:
    known = sorted(year for year in years if year)
    if not years:
        table.fault("no year is listed.", "Without years no date can be worked out.", "Write [[years]].", "years")
        return
    missing = sorted(set(range(known[0], known[-1] + 1)) - set(known)) if known else []
    for year in missing:
        table.fault(
            f"{year} is missing.",
            f"Counting from {known[0]} to {known[-1]} would take its bank holidays for working days.",
            f"Add [[years]] with year = {year} and its days.",
            "years",
        )


def check_calendar(table: Table, name: str, calendars: Mapping[str, object]) -> None:
    """Note a fault if `name` is no calendar of the book."""
    if name and name not in calendars:
        table.fault(
            f"there is no calendar {name!r}.",
            "Without its bank holidays no working day can be counted.",
            f"Write one of: {', '.join(calendars) or 'none loaded'}.",
            "calendar",
        )
