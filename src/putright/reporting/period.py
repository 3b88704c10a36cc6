"""The period a report is about: whole months, from one day to another, both included."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date


class PeriodNotUnderstood(ValueError):
    """A period written in a way that cannot be read; the message says how to write it."""


@dataclass(frozen=True)
class Period:
    """Whole months from `first` to `last`, both included, each an integer yyyymm."""

    first: int
    last: int

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.first // 100, self.first % 100, 1)

    @property
    def end(self) -> date:
        """The last day."""
        year, month = divmod(self.last, 100)
        return date(year, month, monthrange(year, month)[1])

    def years_on(self, years: int) -> Period:
        """The same months `years` later; earlier when negative."""
        return Period(self.first + 100 * years, self.last + 100 * years)

    def quarter(self, number: int) -> Period:
        """The months of its quarter 1, 2, 3 or 4; the whole period for 0."""
        if number == 0:
            return self
        months = [self.first // 100 * 12 + self.first % 100 - 1 + 3 * (number - 1) + further for further in (0, 2)]
        return Period(*(month // 12 * 100 + month % 12 + 1 for month in months))

    def label(self, template: str) -> str:
        """`template` with {start} and {end} replaced by their years and {yy} by the last two digits of the end's."""
        start, end = str(self.first // 100), str(self.last // 100)
        return template.replace("{start}", start).replace("{end}", end).replace("{yy}", end[-2:])


def year_beginning(year: int, month: int = 4) -> Period:
    """The twelve months that begin in `month` of `year`; April for a financial year."""
    return Period(year * 100 + month, year * 100 + 12 if month == 1 else (year + 1) * 100 + month - 1)


def read_period(text: str, first_month: int = 4) -> Period:
    """The year written `2017-18` or `2017/18`, beginning in `first_month`; PeriodNotUnderstood otherwise."""
    written = re.fullmatch(r"(\d{4})[-/](\d{2}|\d{4})", text.strip())
    if written and int(written[2][-2:]) == (int(written[1]) + 1) % 100:
        return year_beginning(int(written[1]), first_month)
    raise PeriodNotUnderstood(f"The period {text!r} is not two years that follow each other; write it like 2017-18.")
