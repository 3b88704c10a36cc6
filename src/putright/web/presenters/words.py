"""How dates, times, counts and money are said on every page (the style of the government's content guide)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localtime


def long_date(day: date | None, absent: str = "Not recorded") -> str:
    """A day in words.

    >>> long_date(date(2017, 4, 6))
    '6 April 2017'
    >>> long_date(None)
    'Not recorded'
    """
    return f"{day.day} {day:%B %Y}" if day else absent


def short_date(day: date | None, absent: str = "–") -> str:
    """A day for a column of a table.

    >>> short_date(date(2017, 9, 6))
    '6 Sep 2017'
    """
    return f"{day.day} {day:%b %Y}" if day else absent


def moment(at: datetime) -> str:
    """An instant in local time.

    >>> from datetime import UTC
    >>> moment(datetime(2017, 1, 6, 15, 4, tzinfo=UTC))
    '6 January 2017 at 3:04pm'
    """
    local = localtime(at)
    return f"{long_date(local.date())} at {local.hour % 12 or 12}:{local:%M}{local:%p}".replace("AM", "am").replace(
        "PM", "pm"
    )


def number(count: int) -> str:
    """A whole number with its thousands parted.

    >>> number(2299)
    '2,299'
    """
    return f"{count:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> plural(1, "representation")
    '1 representation'
    >>> plural(1200, "entry", "entries")
    '1,200 entries'
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def pounds(pence: int) -> str:
    """An amount of money.

    >>> pounds(25000)
    '£250'
    >>> pounds(123456)
    '£1,234.56'
    """
    return f"£{pence // 100:,}" if pence % 100 == 0 else f"£{pence / 100:,.2f}"


def days(count: int) -> str:
    """A number of working days, -1 where there is none.

    >>> days(10)
    '10 working days'
    >>> days(-1)
    '–'
    """
    return "–" if count < 0 else plural(count, "working day")


def sentence(words: str) -> str:
    """Words with a capital and a full stop.

    >>> sentence("the stage is closed")
    'The stage is closed.'
    """
    return words[:1].upper() + words[1:].rstrip(".") + "."
