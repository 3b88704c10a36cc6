"""Working days: which days count, which do not, and why each one does not.

Counting is the ordinary rule: the start day is day 0 and the next working day is day 1, so a start on a Saturday,
a Sunday or a bank holiday is allowed and costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

DateArray = npt.NDArray[np.datetime64]

_SATURDAY = 5


class OutsideCalendar(ValueError):
    """A date that a calendar has no bank holidays for: no answer is better than a wrong one."""


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A day, Monday to Friday, that is not a working day; `expected` while no announcement confirms it."""

    on: date
    name: str
    expected: bool = False


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day passed over in a count, and the reason in words."""

    on: date
    reason: str


class WorkingDayCalendar:
    """The working days of whole, consecutive years, worked out once so that every question is a look-up.

    `years` lists the years the bank holidays are complete for, `expected_years` those of them not yet announced.
    """

    def __init__(
        self,
        name: str,
        title: str,
        years: Iterable[int],
        holidays: Iterable[BankHoliday],
        expected_years: Iterable[int] = (),
    ) -> None:
        self.name = name
        self.title = title
        self.years = tuple(sorted(years))
        if self.years != tuple(range(self.years[0], self.years[-1] + 1)):
            raise ValueError(f"The calendar {name} lacks a year between {self.years[0]} and {self.years[-1]}.")
        self.holidays = tuple(sorted(holidays, key=lambda holiday: holiday.on))
        self.expected_years = frozenset(expected_years)
        self.first_day = date(self.years[0], 1, 1)
        self.last_day = date(self.years[-1], 12, 31)
        self._first = self.first_day.toordinal()
        self._last = self.last_day.toordinal()
        self._lay_out()
        self._numpy = np.busdaycalendar(holidays=np.array([h.on for h in self.holidays], dtype="datetime64[D]"))

    def _lay_out(self) -> None:
        """Fill the three tables: working days, skipped days, and how many working days there are up to each day."""
        names = {holiday.on: holiday.name for holiday in self.holidays}
        self._working: list[date] = []
        self._skipped: list[SkippedDay] = []
        self._count: list[int] = []
        day = self.first_day
        for _ in range(self._last - self._first + 1):
            if day in names:
                self._skipped.append(SkippedDay(day, names[day]))
            elif day.weekday() >= _SATURDAY:
                self._skipped.append(SkippedDay(day, "weekend"))
            else:
                self._working.append(day)
            self._count.append(len(self._working))
            day += timedelta(days=1)

    def __repr__(self) -> str:
        return f"WorkingDayCalendar({self.name}, {self.years[0]} to {self.years[-1]})"

    def _place(self, day: date) -> int:
        """Days from the first day of the calendar; refuses a day outside it."""
        ordinal = day.toordinal()
        if not self._first <= ordinal <= self._last:
            raise self._outside(day.isoformat())
        return ordinal - self._first

    def _outside(self, what: str) -> OutsideCalendar:
        return OutsideCalendar(
            f"{what} is outside the calendar {self.name}, which has the bank holidays of {self.years[0]} to "
            f"{self.years[-1]}. Check the date; if it is right, add the bank holidays of its year to the calendar's "
            f"file {self.name}.toml in the rule book."
        )

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is neither a Saturday, a Sunday nor a bank holiday."""
        place = self._place(day)
        return self._count[place] > (self._count[place - 1] if place else 0)

    def add(self, start: date, n: int) -> date:
        """The `n`th working day after `start` (0 gives `start` itself); ValueError if `n` is negative."""
        if n < 0:
            raise ValueError(f"{n} working days cannot be added: count forwards from a start.")
        place = self._place(start)
        if n == 0:
            return start
        index = self._count[place] + n - 1
        if index >= len(self._working):
            raise self._outside(f"The day {n} working days after {start.isoformat()}")
        return self._working[index]

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`: Monday to Tuesday is 1, the same day is 0."""
        if end < start:
            raise ValueError(f"{end.isoformat()} is before {start.isoformat()}: give the earlier date first.")
        return self._count[self._place(end)] - self._count[self._place(start)]

    def skipped(self, start: date, end: date) -> tuple[SkippedDay, ...]:
        """The days after `start` up to and including `end` that are not working days, in order."""
        if end < start:
            raise ValueError(f"{end.isoformat()} is before {start.isoformat()}: give the earlier date first.")
        first, last = self._place(start), self._place(end)
        return tuple(self._skipped[first + 1 - self._count[first] : last + 1 - self._count[last]])

    def rests_on_expected(self, end: date) -> bool:
        """Whether the bank holidays up to `end` include ones that nobody has announced yet."""
        return end.year in self.expected_years

    def vector_add(self, starts: DateArray, n: int) -> DateArray:
        """`add` for an array of dates (datetime64[D]); a missing date (NaT) stays missing."""
        if n < 0:
            raise ValueError(f"{n} working days cannot be added: count forwards from a start.")
        days = starts.astype("datetime64[D]", copy=False)
        self._refuse_outside(days, "A date")
        if n == 0:
            return days.copy()
        ends: DateArray = np.busday_offset(days, n, roll="backward", busdaycal=self._numpy)
        self._refuse_outside(ends, f"The day {n} working days after a date")
        return ends

    def _refuse_outside(self, days: DateArray, what: str) -> None:
        if days.size == 0:
            return
        for extreme in (np.fmin.reduce(days, axis=None), np.fmax.reduce(days, axis=None)):
            if extreme < np.datetime64(self.first_day) or extreme > np.datetime64(self.last_day):
                raise self._outside(f"{what} in the array, {extreme},")
