"""What a row or a column of a council's table measures, read from its file with its faults noted."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from putright.authorities.entries import Entries
from putright.reporting.measures import (
    DISTINCT,
    NUMBER,
    Measure,
    Population,
    Quantity,
)
from putright.reporting.notes import DAYS
from putright.reporting.reading_conditions import read_base, read_where
from putright.reporting.reading_frame import Frame, read_decimals, read_rounding

KINDS = ("share_of", "average", "sum", "rate", "activity")
_FIELDS = {"value", "above", "below"}


def read_measure(entries: Entries, frame: Frame) -> Measure | None:
    """The measure that a row or a column names; None where it names none and counts what its table counts."""
    named = [kind for kind in KINDS if entries.has(kind)]
    if len(named) > 1:
        entries.fault(f"measures {' and '.join(named)} at once", "write one of them", named[1])
    counted = DISTINCT if entries.truth("once_each", default=frame.counted == DISTINCT) else frame.counted
    if not named:
        return Measure(NUMBER, counted, frame.unit) if entries.has("once_each") else None
    read: dict[str, Callable[[], Measure]] = {
        "share_of": lambda: _share(entries, frame, counted),
        "average": lambda: _average(entries, frame),
        "sum": lambda: _sum(entries, frame),
        "rate": lambda: _rate(entries, frame, counted),
        "activity": lambda: _activity(entries, frame),
    }
    return read[named[0]]()


def _share(entries: Entries, frame: Frame, counted: Quantity) -> Measure:
    return Measure(
        name="share",
        numerator=counted,
        unit="percent",
        decimals=read_decimals(entries),
        rounding=read_rounding(entries, frame.rounding),
        denominator=counted,
        share_of=_share_of(entries, frame),
        scale=Fraction(100),
        shown=_shown(entries),
    )


def _share_of(entries: Entries, frame: Frame) -> str | Population:
    if isinstance(entries.raw("share_of"), dict):
        asked = entries.part("share_of")
        base = read_base(asked, frame.facts) if asked.has("base") else None
        population = Population(read_where(asked, frame.facts, frame.authority), base)
        asked.finish()
        return population
    share_of = entries.text("share_of")
    if share_of in ("row", "block", "table"):
        return share_of
    if share_of not in frame.before:
        entries.fault(
            f"is {share_of!r}",
            "write row, block or table, the id of a table above this one, or { where = { … } }",
            "share_of",
        )
        return "table"
    other = frame.before[share_of]
    if missing := [year for year in frame.years if year not in other.years]:
        entries.fault(f"{share_of} does not show the years {missing}", "show them there too", "share_of")
    if not any(row.is_total and not row.without for row in other.rows):
        entries.fault(f"{share_of} has no total", "give it a row that is a total", "share_of")
    return share_of


def _average(entries: Entries, frame: Frame) -> Measure:
    column = _number_column(entries, frame, "average")
    if frame.counted == DISTINCT:
        entries.fault("is of facts, but the table counts each representation once", "remove once_each", "average")
    without = entries.whole("without_cases") if entries.has("without_cases") else None
    return Measure(
        name=f"average {column.replace('_', ' ')}",
        numerator=Quantity("sum", column),
        denominator=Quantity("known", column),
        unit=_unit(entries, column),
        decimals=read_decimals(entries, default=1),
        rounding=read_rounding(entries, frame.rounding),
        scale=_scale(column),
        without_cases=None if without is None else Decimal(without),
        shown=_shown(entries),
    )


def _sum(entries: Entries, frame: Frame) -> Measure:
    column = _number_column(entries, frame, "sum")
    return Measure(
        name=f"sum of {column.replace('_', ' ')}",
        numerator=Quantity("sum", column),
        denominator=Quantity("known", column),
        unit=_unit(entries, column),
        decimals=read_decimals(entries),
        rounding=read_rounding(entries, frame.rounding),
        scale=_scale(column),
        divides=False,
    )


def _number_column(entries: Entries, frame: Frame, key: str) -> str:
    column = entries.text(key)
    numbers = [c.name for c in frame.facts.columns if c.kind == "count"]
    if column not in numbers:
        entries.fault(f"{column!r} is not a column of numbers", f"write one of: {', '.join(numbers)}", key)
    return column


def _unit(entries: Entries, column: str) -> str:
    """The unit of a column of numbers: which days, or pounds; of others, what the file says."""
    own = DAYS.get(column) or ("pounds" if _scale(column) != 1 else None)
    unit = entries.text("unit", default=own)
    if own and unit != own:
        entries.fault(f"is {unit!r}, but {column} is in {own}", f"remove it, or write {own}", "unit")
    return unit


def _scale(column: str) -> Fraction:
    """Money is counted in pence and printed in pounds."""
    return Fraction(1, 100) if column.endswith("pence") else Fraction(1)


def _rate(entries: Entries, frame: Frame, counted: Quantity) -> Measure:
    asked = entries.part("rate")
    per, of = asked.whole("per", least=1), _imported(asked, frame, "of")
    asked.finish()
    return Measure(
        name="rate",
        numerator=counted,
        unit="percent" if per == 100 else f"per {per:,}",
        decimals=read_decimals(entries, default=1),
        rounding=read_rounding(entries, frame.rounding),
        denominator=Quantity("imported", of),
        scale=Fraction(per),
        shown=_shown(entries),
    )


def _activity(entries: Entries, frame: Frame) -> Measure:
    measure = _imported(entries, frame, "activity")
    return Measure("activity", Quantity("imported", measure), frame.imported.title(measure))


def _imported(entries: Entries, frame: Frame, key: str) -> str:
    measure, known = entries.text(key), frame.imported.measures
    if measure not in known:
        there = f"write one of: {', '.join(known)}" if known else "enter it in a file of the folder activity"
        entries.fault(f"there is no activity {measure!r}", there, key)
    return measure


def _shown(entries: Entries) -> str:
    if not entries.has("shown"):
        return ""
    shown = entries.text("shown")
    fields = set(re.findall(r"\{([^{}]*)\}", shown))
    if not fields or not fields <= _FIELDS:
        entries.fault(
            f"is {shown!r}", "write it of {value}, {above} and {below}, such as {value} ({above}/{below})", "shown"
        )
        return ""
    return shown
