"""What an example of the rules is made of. A date is written with its weekday; nothing here computes a due date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day(text: str) -> date:
    """The date of "Fri 6 Oct 2017"."""
    _, number, month, year = text.split()
    return date(int(year), _MONTHS.index(month) + 1, int(number))


@dataclass(frozen=True)
class Example:
    """One reckoning: under the limit `of` (procedure/stage/limit), started on `start`, the last day is `due`.

    `holidays` are the days other than weekends that are passed over, in order.
    """

    says: str
    of: str
    start: str
    due: str
    extended: bool = False
    holidays: tuple[str, ...] = ()


@dataclass(frozen=True)
class MonthsExample:
    """The last day of a period of months, which starts the day after `start` or commences on it."""

    says: str
    months: int
    counting: str
    start: str
    end: str


@dataclass(frozen=True)
class Section:
    """A heading of the page, its prose, and the examples beneath it."""

    title: str
    prose: str
    examples: tuple[Example, ...]
