"""From published tables to rows that satisfy them: what the builders of all councils share.

A row is a plain dict of column to value. A builder makes as many as there were representations, then gives them one
column after another: `allot` spreads the numbers of a published table over the rows, so that the table comes out again
when they are counted. A table about some of the rows (joint complaints by service, say) is allotted to those before
the table about all of them, which then fills up what is left. Which of the rows get which value is settled by a
digest of the column's name and the row's place: it looks like chance, and is the same each time.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import TypeVar

from putright.rules import load_book

Row = dict[str, object]
"""One row: values by column; a column that has none yet is absent, a date is a `datetime.date`."""

CALENDAR = load_book().calendar("england_and_wales")
YEAR_BEGINS = 4
Thing = TypeVar("Thing")
Value = TypeVar("Value", bound=Hashable)


class DoesNotFit(ValueError):
    """Numbers that no rows can satisfy; the message says which and by how many."""


def rows_of(count: int, **same: object) -> list[Row]:
    """`count` new rows that have the values `same` in common."""
    return [dict(same) for _ in range(count)]


def those(rows: Iterable[Row], **values: object) -> list[Row]:
    """The rows that have these values; None asks for those that have no such column yet."""
    return [row for row in rows if all(row.get(column) == value for column, value in values.items())]


def allot(rows: Sequence[Row], column: str, counts: Mapping[Value, int], *, rest: object = None) -> None:
    """Give `column` to those of `rows` that have it not, so that each value then stands `counts` times in `rows`.

    Values given before are counted in. Rows that are left over get `rest`; where `rest` is None, none may be left.
    Raises DoesNotFit if a value stands too often already, or if rows are left or lacking.
    """
    there = Counter(row[column] for row in rows if column in row)
    wanted = {value: count - there[value] for value, count in counts.items()}
    for value, count in wanted.items():
        if count < 0:
            raise DoesNotFit(f"{column}: {value!r} is to stand {counts[value]} times and does {there[value]} times.")
    free = [row for row in rows if column not in row]
    left = len(free) - sum(wanted.values())
    if left < 0 or (left > 0 and rest is None):
        raise DoesNotFit(f"{column}: {sum(wanted.values())} values for {len(free)} rows.")
    values = [value for value, count in wanted.items() for _ in range(count)] + [rest] * left
    for row, value in zip(mixed(free, column), values, strict=True):
        row[column] = value


def scaled(shares: Mapping[Value, int], total: int) -> dict[Value, int]:
    """Whole numbers in the proportions of `shares` that add up to `total`: the largest remainders are rounded up."""
    whole = sum(shares.values())
    counts = {value: total * share // whole for value, share in shares.items()}
    by_remainder = sorted(shares, key=lambda value: -(total * shares[value] % whole))
    for value in by_remainder[: total - sum(counts.values())]:
        counts[value] += 1
    return counts


def mixed(things: Sequence[Thing], name: str) -> list[Thing]:
    """The things in an order that looks like chance and depends on `name` alone: the same each time."""
    order = sorted(range(len(things)), key=lambda place: _digest(name, place))
    return [things[place] for place in order]


def spread(rows: Sequence[Row], column: str, first: date, last: date) -> None:
    """Give `rows`, in their order, working days in `column`, spread evenly from `first` to `last`."""
    days = [day for day in _days(first, last) if CALENDAR.is_working_day(day)]
    for place, row in enumerate(rows):
        row[column] = days[place * len(days) // len(rows)]


def year(begins: int) -> tuple[date, date]:
    """The first and the last day of the reporting year that begins in April of a year."""
    return date(begins, YEAR_BEGINS, 1), date(begins + 1, YEAR_BEGINS, 1) - timedelta(days=1)


def years_label(begins: int) -> str:
    """The reporting year that begins in April of a year, as reports print it: 2018/19."""
    return f"{begins}/{(begins + 1) % 100:02}"


def later(start: date, working_days: int) -> date:
    """The day so many working days after `start`."""
    return CALENDAR.add(start, working_days)


def between(least: int, most: int, name: str, place: int) -> int:
    """A number from `least` to `most`, both included, that looks like chance and is the same each time."""
    return least + _digest(name, place) % (most - least + 1)


def parts(total: int, count: int, name: str) -> list[int]:
    """`count` different-looking whole numbers, each at least 1, that add up to `total`: amounts in pence, say."""
    weights = [between(50, 150, name, place) for place in range(count)]
    whole = [max(1, total * weight // sum(weights)) for weight in weights]
    whole[0] += total - sum(whole)
    if whole[0] < 1:
        raise DoesNotFit(f"{name}: {total} cannot be {count} amounts.")
    return whole


def number(rows: Iterable[Row], column: str, pattern: str, by: Callable[[Row], object]) -> None:
    """Give each row a number in `column`, in the order of `by`; `pattern` has {n} for the number, from 1."""
    for n, row in enumerate(sorted(rows, key=by), start=1):  # type: ignore[arg-type]
        row[column] = pattern.format(n=n)


def csv_text(rows: Iterable[Row], columns: Mapping[str, str]) -> str:
    """The rows as a CSV file; `columns` gives the column of the rows for each heading. What a row has not is blank."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow("" if row.get(column) is None else row[column] for column in columns.values())
    return file.getvalue()


def _days(first: date, last: date) -> Iterator[date]:
    for further in range((last - first).days + 1):
        yield first + timedelta(days=further)


def _digest(name: str, place: int) -> int:
    return int.from_bytes(blake2b(f"{name}\x1f{place}".encode(), digest_size=8).digest())
