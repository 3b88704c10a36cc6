"""A clock that stood still, for a reason that the rule book names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from putright.rules.calendars import SkippedDay, WorkingDayCalendar
from putright.rules.citations import CHECKED_IN_WORDS
from putright.rules.due_dates import DueDate, in_words
from putright.rules.stages import Pause


class NoPause(ValueError):
    """A pause that does not stop the clock; the message says why."""


class StillPaused(LookupError):
    """The clock stands still and the rule has no longest time, so no day can be told until it runs again."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The clock stood still after `paused_on` up to and including `resumed_on`, or still does if that is None.

    Both days are the event of the day: the day of the pause still counts, the day of the resumption does not, and the
    next working day after it is counted on.
    """

    rule: Pause
    paused_on: date
    resumed_on: date | None = None


def with_pauses(due: DueDate, stops: Sequence[Stop], *, calendar: WorkingDayCalendar) -> DueDate:
    """`due` with the working days of each stop left out, never beyond the longest time the rule allows.

    Raises NoPause for a limit not counted in working days, a stop outside the time it would stop, or stops that
    overlap; StillPaused where the last has no end and the rule no longest time.
    """
    in_order = sorted(stops, key=lambda stop: stop.paused_on)
    for earlier, later in pairwise(in_order):
        if earlier.resumed_on is None or later.paused_on < earlier.resumed_on:
            raise NoPause(f"The clock already stood still on {in_words(later.paused_on)}. Check the days.")
    for stop in in_order:
        due = _stopped(due, stop, calendar)
    return due


def _stopped(due: DueDate, stop: Stop, calendar: WorkingDayCalendar) -> DueDate:
    _check(due, stop)
    longest = stop.rule.longest
    latest = max(due.on, calendar.add(due.start_on, longest.count)) if longest else None
    if stop.resumed_on is None:
        if latest is None:
            raise StillPaused(
                f"“{due.title}” stands still since {in_words(stop.paused_on)}: no last day until it runs again."
            )
        until = on = latest
    else:
        until = stop.resumed_on
        resumed = calendar.add(until, calendar.between(stop.paused_on, due.on))
        on = min(resumed, latest) if latest else resumed
    skipped = {day.on: day for day in (*calendar.skipped(due.start_on, on), *due.skipped)}
    skipped |= {day.on: day for day in _stood_still(stop, min(until, on), calendar)}
    in_order = tuple(skipped[day] for day in sorted(skipped))
    return replace(due, on=on, skipped=in_order, pauses=(*due.pauses, *_in_words(stop, reached=on == latest)))


def _check(due: DueDate, stop: Stop) -> None:
    if due.unit != "working_day":
        raise NoPause(f"“{due.title}” is not counted in working days: its clock cannot be paused.")
    if not due.start_on <= stop.paused_on < due.on:
        raise NoPause(
            f"{in_words(stop.paused_on)} is not within “{due.title}”, from {in_words(due.start_on)} to "
            f"{in_words(due.on)}. A clock that does not run cannot be paused: check the day."
        )
    if stop.resumed_on is not None and stop.resumed_on < stop.paused_on:
        raise NoPause(f"{in_words(stop.resumed_on)} is before the pause of {in_words(stop.paused_on)}. Check the days.")


def _stood_still(stop: Stop, until: date, calendar: WorkingDayCalendar) -> list[SkippedDay]:
    days = (stop.paused_on + timedelta(days=n) for n in range(1, (until - stop.paused_on).days + 1))
    return [SkippedDay(day, f"paused: {stop.rule.title}") for day in days if calendar.is_working_day(day)]


def _in_words(stop: Stop, *, reached: bool) -> list[str]:
    until = f"to {in_words(stop.resumed_on)}" if stop.resumed_on else "and has not started again"
    sentence = f"The clock stood still after {in_words(stop.paused_on)} {until}: {stop.rule.title}."
    rule = f"Rule for the pause: {stop.rule.citation}; {CHECKED_IN_WORDS[stop.rule.checked]}."
    if reached and stop.rule.longest:
        return [sentence, f"It ends after {stop.rule.longest.in_words} in all, the pause included.", rule]
    return [sentence, rule]
