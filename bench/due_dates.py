"""Due dates: one with its explanation, and a million at once against numpy.busday_offset, in one run.

Run it by itself: PYTHONPATH=src .venv/bin/python bench/due_dates.py
"""

from __future__ import annotations

from datetime import date
from statistics import median
from time import perf_counter_ns
from typing import Any

import holidays
import numpy as np

from putright.rules import due_date, load_book

SINGLES = 20_000
MANY = 1_000_000
ROUNDS = 9
FIRST, LAST = date(2006, 9, 1), date(2028, 12, 31)
TARGET_MICROSECONDS = 50


def run() -> list[dict[str, Any]]:
    """One row a measurement: what was measured, the figure, its unit and the target."""
    return [*_single(), *_vectorised()]


def _starts(count: int) -> np.ndarray[Any, np.dtype[np.datetime64]]:
    span = (LAST - FIRST).days + 1
    days = np.random.default_rng(2006).integers(0, span, count).astype("timedelta64[D]")
    return np.datetime64(FIRST) + days


def _single() -> list[dict[str, Any]]:
    """The shortest and the longest reckoning, as a value, and with its explanation written out."""
    book = load_book()
    procedure = book.procedure("children_act_1989")
    calendar = book.calendar(procedure.calendar)
    starts: list[date] = _starts(SINGLES).tolist()
    rows = []
    for stage, extended, what in (
        ("local_resolution", False, "10 working days"),
        ("investigation", True, "65 working days"),
    ):
        limit = procedure.limit(stage, "response")
        values, explained = [], []
        for start in starts:
            before = perf_counter_ns()
            due = due_date(limit, start, calendar=calendar, extended=extended)
            reckoned = perf_counter_ns()
            due.explanation()
            values.append(reckoned - before)
            explained.append(perf_counter_ns() - before)
        for name, times in (("due date with its skipped days", values), ("the same, put into words", explained)):
            rows.append(
                {
                    "measured": f"single {name}, {what}",
                    "figure": median(times) / 1_000,
                    "unit": "µs, median",
                    "target": f"under {TARGET_MICROSECONDS}",
                }
            )
    return rows


def _vectorised() -> list[dict[str, Any]]:
    """A million due dates, turn and turn about with numpy on the bank holidays of another source."""
    calendar = load_book().calendar("england_and_wales")
    closed = sorted(holidays.country_holidays("GB", subdiv="ENG", years=calendar.years))
    other = np.busdaycalendar(holidays=np.array(closed, "datetime64[D]"))
    starts = _starts(MANY)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        before = perf_counter_ns()
        mine = calendar.vector_add(starts, 20)
        between = perf_counter_ns()
        reference = np.busday_offset(starts, 20, roll="backward", busdaycal=other)
        ours.append(between - before)
        theirs.append(perf_counter_ns() - between)
        if not np.array_equal(mine, reference):
            raise AssertionError("The two reckonings differ: compare the bank holidays.")
    return [
        {"measured": "1,000,000 due dates", "figure": median(ours) / 1e6, "unit": "ms, median", "target": ""},
        {"measured": "numpy.busday_offset", "figure": median(theirs) / 1e6, "unit": "ms, median", "target": ""},
        {
            "measured": "1,000,000 due dates to numpy.busday_offset",
            "figure": median(ours) / median(theirs),
            "unit": "ratio",
            "target": "near 1",
        },
    ]


def main() -> None:
    """Print the rows as a small table."""
    print(f"{'measured':<58}{'figure':>10}  {'unit':<12}target")
    for row in run():
        print(f"{row['measured']:<58}{row['figure']:>10.2f}  {row['unit']:<12}{row['target']}")


if __name__ == "__main__":
    main()
