"""Red, amber and green: which of a council's rules a clock meets on a day, in Python and in the database alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import F, Func, IntegerField, Q, Value
from django.db.models.lookups import GreaterThanOrEqual, LessThan

from putright.authorities import WorkRules
from putright.rules import WorkingDayCalendar


class Rag(Enum):
    """The colours, in order of urgency. NONE is for what has no last day."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    NONE = "none"


class RagRule(Enum):
    """The rule that gave a clock its colour."""

    OVERDUE = "overdue"
    FEW_DAYS_LEFT = "few_days_left"
    SHARE_GONE = "share_gone"
    IN_TIME = "in_time"
    NOTHING_DUE = "nothing_due"

    @property
    def colour(self) -> Rag:
        """The colour this rule gives."""
        return _COLOURS[self]


_COLOURS = {
    RagRule.OVERDUE: Rag.RED,
    RagRule.FEW_DAYS_LEFT: Rag.AMBER,
    RagRule.SHARE_GONE: Rag.AMBER,
    RagRule.IN_TIME: Rag.GREEN,
    RagRule.NOTHING_DUE: Rag.NONE,
}


@dataclass(frozen=True)
class RagDay:
    """A council's rules on one day: what is due by `soon_on` has few working days left; `share` is per cent."""

    today: date
    soon_on: date
    share: int

    @classmethod
    def of(cls, rules: WorkRules, calendar: WorkingDayCalendar, today: date) -> RagDay:
        """The rules of a council on `today`. Raises OutsideCalendar for a day the calendar does not reach."""
        return cls(today, calendar.add(today, rules.amber_days), rules.amber_share)

    def rule(self, started_on: date | None, due_on: date | None) -> RagRule:
        """The rule that a clock meets; one whose start is not known is judged by its last day alone."""
        if due_on is None:
            return RagRule.NOTHING_DUE
        if due_on < self.today:
            return RagRule.OVERDUE
        if due_on <= self.soon_on:
            return RagRule.FEW_DAYS_LEFT
        if started_on and (self.today - started_on).days * 100 >= (due_on - started_on).days * self.share:
            return RagRule.SHARE_GONE
        return RagRule.IN_TIME

    def condition(self, colour: Rag) -> Q:
        """The rows of this colour, by their columns `due` and `begun`; nothing is due on `NOTHING_DUE_ON`."""
        later = Q(due__gt=self.soon_on, due__lt=NOTHING_DUE_ON)
        gone: Any = DaysBetween(Value(self.today), F("begun")) * 100
        whole: Any = DaysBetween(F("due"), F("begun")) * self.share
        return {
            Rag.RED: Q(due__lt=self.today),
            Rag.AMBER: Q(due__gte=self.today, due__lte=self.soon_on) | (later & Q(GreaterThanOrEqual(gone, whole))),
            Rag.GREEN: later & (Q(begun=None) | Q(LessThan(gone, whole))),
            Rag.NONE: Q(due=NOTHING_DUE_ON),
        }[colour]


NOTHING_DUE_ON = date(9999, 12, 31)
"""Stands in the database for no last day, so that what has none comes last in every order."""


class DaysBetween(Func):
    """Calendar days from the second date to the first."""

    arity = 2
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite's dates are text: their day numbers are subtracted."""
        template = "CAST(julianday(%(expressions)s) AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, arg_joiner=") - julianday(", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """PostgreSQL's dates subtract to days."""
        return self.as_sql(compiler, connection, template="(%(expressions)s)", arg_joiner="::date - ", **extra)
