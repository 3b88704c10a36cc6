"""Time limits: how long there is, counted in what, from which event, since when, and by whose authority."""

from __future__ import annotations

import calendar as months
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal, get_args

from putright.rules.citations import Checked, Citation, RuleKind

Unit = Literal["working_day", "calendar_day", "month"]
Counting = Literal["day_after_start", "commencing_on"]

UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
COUNTING_RULES: Final[tuple[Counting, ...]] = get_args(Counting)

UNIT_IN_WORDS: Final[dict[Unit, tuple[str, str]]] = {
    "working_day": ("working day", "working days"),
    "calendar_day": ("calendar day", "calendar days"),
    "month": ("month", "months"),
}

START_EVENTS: Final[dict[str, str]] = {
    "representation_received": "the council received the representation",
    "representation_acknowledged": "the council acknowledged the complaint",
    "previous_stage_responded": "the answer at the stage before was given",
    "stage_requested": "the council received the request for this stage",
    "stage_request_acknowledged": "the council acknowledged the request for this stage",
    "statement_finalised": "the written statement of the complaint was settled with the complainant",
    "stage_started": "the stage was started",
    "panel_met": "the panel met",
    "recommendations_received": "the council received the panel's recommendations",
    "grounds_arose": "the grounds for the representation arose",
    "matter_arose_or_known": "the matter occurred, or the person became aware of it",
    "plan_agreed": "the plan for handling the complaint was agreed with the complainant",
    "oral_complaint_made": "the complaint was made by word of mouth",
    "conference_held": "the child protection conference was held",
    "proceedings_ended": "the proceedings it was withheld for came to an end",
    "ombudsman_enquiry_received": "the council received the Ombudsman's enquiry",
    "ombudsman_investigation_received": "the council received the Ombudsman's questions",
    "draft_decision_received": "the council received the Ombudsman's draft decision",
    "final_decision_received": "the council received the Ombudsman's final decision",
    "public_report_received": "the council received the Ombudsman's report",
}
"""The events a clock may start from: code name, and the words that follow "the day on which"."""


class NotYetInForce(LookupError):
    """A date before the first value of a time limit: there was no such rule, so nothing is due by it."""


def counted(count: int, unit: Unit) -> str:
    """`count` with its unit in words: "1 working day", "12 months"."""
    return f"{count} {UNIT_IN_WORDS[unit][count != 1]}"


def months_on(start: date, count: int, counting: Counting) -> date:
    """The last day of a period of `count` months.

    Under `day_after_start` it is the same date `count` months on, or the last day of that month if it has no such
    date. A period `commencing_on` the start includes it, and so ends a day sooner.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    length = months.monthrange(year, month + 1)[1]
    if start.day > length:
        return date(year, month + 1, length)
    same_date = date(year, month + 1, start.day)
    return same_date if counting == "day_after_start" else same_date - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Extension:
    """The longest a limit may become. `count` is the whole length, not what is added, in the unit of its limit."""

    count: int
    authorised_by: str
    complainant_told: bool
    complainant_agrees: bool
    reasons: tuple[str, ...]
    citation: Citation
    checked: Checked
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discretion:
    """When the limit may be set aside although it has passed: every one of `limbs` must hold, case by case."""

    limbs: tuple[str, ...]
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class LongerIfAgreed:
    """The limit may become any longer period that `agreed_by` agrees to, and nothing says how long at most.

    `before_expiry`: whether an agreement counts only if it was given before the limit had passed.
    """

    agreed_by: str
    before_expiry: bool
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class Duty:
    """What must be done, in words that follow "the council must"."""

    must: str
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class LimitValue:
    """What a time limit was from `in_force_from` until its next value. `when_missed` is the duty once it has passed.

    Where whoever asks names the day, `count` is the longest that they give and `shortest` the least.
    """

    in_force_from: date
    count: int
    unit: Unit
    counting: Counting
    starts_from: str
    calendar: str
    citation: Citation
    checked: Checked
    extended: Extension | None = None
    discretion: Discretion | None = None
    notes: tuple[str, ...] = ()
    longer_if_agreed: LongerIfAgreed | None = None
    when_missed: Duty | None = None
    shortest: int | None = None

    @property
    def in_words(self) -> str:
        """The length in words: "10 working days"."""
        return counted(self.count, self.unit)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One limit through time. `kind` says whether it is law, guidance, a code or a council's own policy.

    `parts` names the limits of the same stage that this one is the sum of; empty if it stands by itself.
    """

    name: str
    title: str
    kind: RuleKind
    values: tuple[LimitValue, ...]
    parts: tuple[str, ...] = ()
    _from: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_from", tuple(value.in_force_from for value in self.values))

    def value_on(self, day: date) -> LimitValue:
        """The value in force on `day`; NotYetInForce if `day` is before the first."""
        index = bisect_right(self._from, day)
        if index == 0:
            raise NotYetInForce(
                f"“{self.title}” is in force from {self._from[0].isoformat()}: nothing is due by it for "
                f"{day.isoformat()}. Check the date, or use the procedure that applied then."
            )
        return self.values[index - 1]
