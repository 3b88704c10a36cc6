"""The rule book and pure functions over it: procedures, time limits, working days, self-explaining due dates."""

from putright.rules.calendars import BankHoliday, OutsideCalendar, SkippedDay, WorkingDayCalendar
from putright.rules.citations import (
    CHECKED_IN_WORDS,
    CHECKED_MARKS,
    KIND_IN_WORDS,
    RULE_KINDS,
    Checked,
    Citation,
    RuleKind,
)
from putright.rules.due_dates import DueDate, NoExtension, due_date, in_words
from putright.rules.faults import BookFaults, Fault
from putright.rules.loading import Book, load_book
from putright.rules.procedures import Escalation, NotInBook, Post, Procedure, Stage, WorkingDayRule
from putright.rules.time_limits import (
    START_EVENTS,
    UNITS,
    Counting,
    Discretion,
    Extension,
    LimitValue,
    NotYetInForce,
    TimeLimit,
    Unit,
    counted,
    months_on,
)
from putright.rules.timeliness import Timeliness, timeliness

__all__ = [
    "CHECKED_IN_WORDS",
    "CHECKED_MARKS",
    "KIND_IN_WORDS",
    "RULE_KINDS",
    "START_EVENTS",
    "UNITS",
    "BankHoliday",
    "Book",
    "BookFaults",
    "Checked",
    "Citation",
    "Counting",
    "Discretion",
    "DueDate",
    "Escalation",
    "Extension",
    "Fault",
    "LimitValue",
    "NoExtension",
    "NotInBook",
    "NotYetInForce",
    "OutsideCalendar",
    "Post",
    "Procedure",
    "RuleKind",
    "SkippedDay",
    "Stage",
    "TimeLimit",
    "Timeliness",
    "Unit",
    "WorkingDayCalendar",
    "WorkingDayRule",
    "counted",
    "due_date",
    "in_words",
    "load_book",
    "months_on",
    "timeliness",
]
