"""A due date is a value that explains itself: what started it, which days were passed over, and by whose authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from putright.rules.calendars import OutsideCalendar, SkippedDay, WorkingDayCalendar
from putright.rules.citations import CHECKED_IN_WORDS, KIND_IN_WORDS, Checked, Citation, RuleKind
from putright.rules.time_limits import (
    START_EVENTS,
    Counting,
    Duty,
    Extension,
    LimitValue,
    LongerIfAgreed,
    TimeLimit,
    Unit,
    counted,
    months_on,
)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


class NoExtension(ValueError):
    """An extension was asked for where the rule allows none."""


def in_words(day: date) -> str:
    """A date as an English letter says it, whatever the machine's language: "Friday 6 October 2017"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last day of a time limit and everything it was worked out from.

    `count` is the length that was applied, in `unit`: the extended length where `extension` is given, else the
    standard one, which `standard_count` always holds. `skipped` is empty unless working days were counted.
    `agreed_on` is the day of the agreement that moved it to `on` from `before_agreement`; None where there was none.
    `pauses` says in words when and why the clock stood still.
    """

    on: date
    title: str
    start_event: str
    start_on: date
    count: int
    standard_count: int
    unit: Unit
    counting: Counting
    skipped: tuple[SkippedDay, ...]
    extension: Extension | None
    may_extend: Extension | None
    citation: Citation
    kind: RuleKind
    checked: Checked
    calendar: str
    notes: tuple[str, ...]
    longer_if_agreed: LongerIfAgreed | None = None
    when_missed: Duty | None = None
    agreed_on: date | None = None
    before_agreement: date | None = None
    pauses: tuple[str, ...] = ()

    def explanation(self) -> list[str]:
        """The reckoning in plain English, one sentence or two a line, the answer first."""
        return [
            f"{self.title}: by {in_words(self.on)}.",
            f"The clock starts on the day on which {START_EVENTS[self.start_event]}: {in_words(self.start_on)}.",
            self._how_counted(),
            *(f"Not counted: {in_words(day.on)} ({day.reason})." for day in self.skipped),
            *self.pauses,
            *self._about_extension(),
            *self._about_agreement(),
            f"Rule: {self.citation} ({KIND_IN_WORDS[self.kind]}); {CHECKED_IN_WORDS[self.checked]}.",
            *([f"If it is missed the council must {self.when_missed.must}."] if self.when_missed else []),
            *self.notes,
        ]

    def _how_counted(self) -> str:
        length = counted(self.count, self.unit)
        if self.counting == "commencing_on":
            return f"The period is {length} commencing on that day, so that day is part of it."
        if self.unit == "month":
            return f"The period is {length} from that day and ends on the same date of the month."
        first = f"the next {counted(1, self.unit)[2:]} is day 1"
        return f"The limit is {length}. That day is day 0; {first}, and the last day counts."

    def _about_extension(self) -> list[str]:
        standard = counted(self.standard_count, self.unit)
        if self.extension:
            rule = self.extension
            told = "the complainant must be told" if rule.complainant_told else "the complainant need not be told"
            agree = "must agree" if rule.complainant_agrees else "need not agree"
            return [
                f"Extended from {standard} to {counted(rule.count, self.unit)} in all by {rule.authorised_by}; "
                f"{told} and {agree}.",
                f"An extension is for: {'; '.join(rule.reasons)}.",
                f"Rule for the extension: {rule.citation}; {CHECKED_IN_WORDS[rule.checked]}.",
                *rule.notes,
            ]
        if self.may_extend:
            return [f"It may be extended to {counted(self.may_extend.count, self.unit)} in all."]
        return []

    def _about_agreement(self) -> list[str]:
        rule = self.longer_if_agreed
        if rule is None:
            return []
        if self.agreed_on and self.before_agreement:
            return [
                f"It would have ended on {in_words(self.before_agreement)}; on {in_words(self.agreed_on)} "
                f"{rule.agreed_by} agreed to the longer period.",
                f"Rule for the agreement: {rule.citation}; {CHECKED_IN_WORDS[rule.checked]}.",
            ]
        in_time = " before it has passed" if rule.before_expiry else ""
        return [f"It may become any longer period that {rule.agreed_by} agrees to{in_time}."]


def due_date(
    limit: TimeLimit,
    start_on: date,
    *,
    calendar: WorkingDayCalendar,
    extended: bool = False,
    in_force_on: date | None = None,
) -> DueDate:
    """The last day on which `limit`, started on `start_on`, is kept.

    The value applied is the one in force on `in_force_on`, by default the start. Raises NotYetInForce before the
    first value, NoExtension where `extended` is asked and the rule has none, OutsideCalendar beyond the calendar.
    """
    value = limit.value_on(in_force_on or start_on)
    extension = value.extended if extended else None
    if extended and extension is None:
        raise NoExtension(_why_no_extension(limit, value))
    count = extension.count if extension else value.count
    on = _last_day(value, count, start_on, calendar)
    working_days = value.unit == "working_day"
    notes = value.notes
    if working_days and calendar.rests_on_expected(on):
        notes += (f"This date rests on bank holidays of {on.year} that have not been announced yet.",)
    return DueDate(
        on=on,
        title=limit.title,
        start_event=value.starts_from,
        start_on=start_on,
        count=count,
        standard_count=value.count,
        unit=value.unit,
        counting=value.counting,
        skipped=calendar.skipped(start_on, on) if working_days else (),
        extension=extension,
        may_extend=None if extended else value.extended,
        citation=value.citation,
        kind=limit.kind,
        checked=value.checked,
        calendar=calendar.name,
        notes=notes,
        longer_if_agreed=value.longer_if_agreed,
        when_missed=value.when_missed,
    )


def _why_no_extension(limit: TimeLimit, value: LimitValue) -> str:
    if rule := value.longer_if_agreed:
        return (
            f"“{limit.title}” has no extension of its own: it becomes longer if {rule.agreed_by} agrees. Leave it out."
        )
    return f"“{limit.title}” cannot be extended: {value.citation} allows no extension. Leave it out."


def _last_day(value: LimitValue, count: int, start_on: date, calendar: WorkingDayCalendar) -> date:
    if value.unit == "working_day":
        return calendar.add(start_on, count)
    try:
        if value.unit == "month":
            return months_on(start_on, count, value.counting)
        return start_on + timedelta(days=count - (value.counting == "commencing_on"))
    except (ValueError, OverflowError) as cause:
        length = counted(count, value.unit)
        raise OutsideCalendar(f"{length} from {start_on.isoformat()} is past the last year. Check the date.") from cause
