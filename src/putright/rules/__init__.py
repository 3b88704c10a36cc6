"""The rule book and pure functions over it: procedures, time limits, working days, self-explaining due dates."""

from putright.rules.agreements import NotAgreed, lengthened
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
from putright.rules.local import with_sign_offs
from putright.rules.pauses import NoPause, StillPaused, Stop, with_pauses
from putright.rules.procedures import NotInBook, Procedure, WorkingDayRule
from putright.rules.questions import Answer, NotAnAnswer, Question, Refusal, Standing
from putright.rules.scopes import COMPLAINANTS, PROVIDERS, SUBJECTS, Matter, Scope
from putright.rules.stages import AgreedPeriod, EarlyReferral, Escalation, Ground, Longest, Pause, Post, Stage
from putright.rules.time_limits import (
    START_EVENTS,
    UNITS,
    Counting,
    Discretion,
    Duty,
    Extension,
    LimitValue,
    LongerIfAgreed,
    NotYetInForce,
    TimeLimit,
    Unit,
    counted,
    months_on,
)
from putright.rules.timeliness import Timeliness, timeliness
from putright.rules.triage import NothingProposed, Proposal, propose

__all__ = [
    "CHECKED_IN_WORDS",
    "CHECKED_MARKS",
    "COMPLAINANTS",
    "KIND_IN_WORDS",
    "PROVIDERS",
    "RULE_KINDS",
    "START_EVENTS",
    "SUBJECTS",
    "UNITS",
    "AgreedPeriod",
    "Answer",
    "BankHoliday",
    "Book",
    "BookFaults",
    "Checked",
    "Citation",
    "Counting",
    "Discretion",
    "DueDate",
    "Duty",
    "EarlyReferral",
    "Escalation",
    "Extension",
    "Fault",
    "Ground",
    "LimitValue",
    "LongerIfAgreed",
    "Longest",
    "Matter",
    "NoExtension",
    "NoPause",
    "NotAgreed",
    "NotAnAnswer",
    "NotInBook",
    "NotYetInForce",
    "NothingProposed",
    "OutsideCalendar",
    "Pause",
    "Post",
    "Procedure",
    "Proposal",
    "Question",
    "Refusal",
    "RuleKind",
    "Scope",
    "SkippedDay",
    "Stage",
    "Standing",
    "StillPaused",
    "Stop",
    "TimeLimit",
    "Timeliness",
    "Unit",
    "WorkingDayCalendar",
    "WorkingDayRule",
    "counted",
    "due_date",
    "in_words",
    "lengthened",
    "load_book",
    "months_on",
    "propose",
    "timeliness",
    "with_pauses",
    "with_sign_offs",
]
