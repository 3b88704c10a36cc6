"""Reading one printed date: the day it means, or why it means none, and what was forgiven."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from putright.authorities.mapping import DATE_FORMS, DateForms
from putright.authorities.spelling import plain

_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_YEAR_MONTH_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_TWO_DIGIT_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", re.ASCII)
_MONTH_NAME = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?", re.ASCII)
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$", re.ASCII)
_SERIAL_DAY_0 = date(1899, 12, 30)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What a printed date means. Without a `day` it is faulty, and `why` says in what way.

    `forms` are the codes of the departures from the written form that were forgiven. `swapped` is the day it would be
    with day and month exchanged, None where that is no other day.
    """

    day: date | None
    forms: tuple[str, ...] = ()
    why: str = ""
    swapped: date | None = None


def read_date(printed: str, forms: DateForms, as_of: date) -> PrintedDate:
    """The day `printed` means under a mapping's date forms; `as_of` decides the century of a two-digit year."""
    made = plain(printed)
    found = list(made.changes)
    text = _MIDNIGHT.sub("", made.text)
    if text != made.text:
        found.append("midnight_time")
    form, parts = _form_and_parts(text, forms, as_of)
    if parts is None:
        return PrintedDate(None, (), _why_unreadable(text))
    if form:
        found.append(form)
    for name in found:
        if name in DATE_FORMS and forms.others.get(name, "refuse") == "refuse":
            return PrintedDate(None, (), f"this form of date ({name.replace('_', ' ')}) is not read from this layout")
    day = _day(*parts)
    if day is None:
        return PrintedDate(None, (), _why_no_day(*parts))
    if day < forms.earliest:
        return PrintedDate(None, (), f"it would be in the year {day.year}, before any record of this layout")
    swapped = _day(parts[0], parts[2], parts[1]) if form in ("", "two_digit_year") else None
    return PrintedDate(day, tuple(found), swapped=swapped if swapped != day else None)


def _form_and_parts(text: str, forms: DateForms, as_of: date) -> tuple[str, tuple[int, int, int] | None]:
    """The code of the form, empty for the written one, and year, month and day."""
    if forms.written == "day_month_year" and (match := _DAY_MONTH_YEAR.fullmatch(text)):
        day, month, year = map(int, match.groups())
        return "", (year, month, day)
    if match := _YEAR_MONTH_DAY.fullmatch(text):
        year, month, day = map(int, match.groups())
        return ("" if forms.written == "year_month_day" else "iso_date"), (year, month, day)
    if match := _TWO_DIGIT_YEAR.fullmatch(text):
        day, month, year = map(int, match.groups())
        century = as_of.year - as_of.year % 100
        return "two_digit_year", (century + year - (100 if century + year > as_of.year else 0), month, day)
    if match := _MONTH_NAME.fullmatch(text):
        name = match[2].casefold()
        for number, full in enumerate(_MONTHS, start=1):
            if full == name or full[:3] == name or (full == "september" and name == "sept"):
                return "month_name_date", (int(match[3]), number, int(match[1]))
    if match := _SERIAL.fullmatch(text):
        on = _SERIAL_DAY_0 + timedelta(days=int(match[1]))
        return "excel_serial_date", (on.year, on.month, on.day)
    return "", None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _why_no_day(year: int, month: int, day: int) -> str:
    if month > 12 and day <= 12:
        return f"there is no month {month}; the month seems to stand first"
    if month > 12:
        return f"there is no month {month}"
    return f"there is no day {day} in month {month} of {year}"


def _why_unreadable(text: str) -> str:
    if re.search(r"\d{1,2}:\d{2}", text):
        return "it has a time of day"
    return "it is not written as a date"
