"""Which notices are due on a day: a pure function of the clocks that run and of what was sent before.

Of the notices that a clock has come to only the last is due, so nobody is told of half of the time on the day after
the last. Each is sent once for each last day a clock has had: a clock that was extended is told of anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from putright.authorities import Authority, Rung
from putright.authorities.working import DIRECTOR, HANDLER
from putright.rules import WorkingDayCalendar

NEW_CASE, SHARE_GONE, DUE_TODAY, OVERDUE, CHASE = "new_case", "share_gone", "due_today", "overdue", "chase"
DAYS_LEFT = "days_left_{}"
NEW_FOR_DAYS = 14
"""A case is told of as new for this many days after it was given to its handler; an imported old one is not news."""


@dataclass(frozen=True)
class Running:
    """A clock that runs: a row of ``facts_clock``, or an action or a remedy that is not done, with its reference.

    `started_on` is None where nobody wrote down since when it is owed: no share of its time can be told.
    """

    representation: int
    reference: str
    procedure: str
    stage: str
    clock: str
    kind: str
    handler: str
    service: str
    started_on: date | None
    due_on: date


@dataclass(frozen=True)
class Given:
    """An open representation and the last time it was given to somebody to handle."""

    representation: int
    reference: str
    handler: str
    service: str
    on: date


@dataclass(frozen=True)
class Key:
    """What a notice is about; two with the same key are the same notice."""

    representation: int
    notice: str
    stage: str = ""
    clock: str = ""
    kind: str = ""
    due_on: date | None = None
    to: str = ""


@dataclass(frozen=True)
class Notice:
    """A notice that is due: its key, whom it goes to (a post, empty where none is known), and what it says.

    `rung` is the step of the ladder of chasing, from 1; 0 for a reminder. `handler` is who handles the representation.
    """

    key: Key
    to: str
    reference: str
    procedure: str = ""
    handler: str = ""
    rung: int = 0


@dataclass(frozen=True)
class Setting:
    """What notices are judged by: the council, its working days, and the day."""

    council: Authority
    calendar: WorkingDayCalendar
    today: date


@dataclass(frozen=True)
class Before:
    """What was sent before, each with the day on which it was sent last."""

    sent: dict[Key, date] = field(default_factory=dict)


def notices_due(clocks: Iterable[Running], given: Iterable[Given], before: Before, setting: Setting) -> list[Notice]:
    """Every notice that is due and was not sent; none on a day that is not a working day."""
    if not setting.calendar.is_working_day(setting.today):
        return []
    due = [notice for one in given if (notice := _new_case(one, before, setting))]
    for clock in clocks:
        due += _of_clock(clock, before, setting)
    return due


def _new_case(one: Given, before: Before, setting: Setting) -> Notice | None:
    key = Key(one.representation, NEW_CASE, to=one.handler)
    is_new = one.on > setting.today - timedelta(days=NEW_FOR_DAYS)
    if not one.handler or not is_new or before.sent.get(key, date.min) >= one.on:
        return None
    return Notice(key, one.handler, one.reference, handler=one.handler)


def _of_clock(clock: Running, before: Before, setting: Setting) -> Iterator[Notice]:
    name = reached(clock, setting)
    if not name:
        return
    key = _key(clock, name)
    if key not in before.sent:
        yield Notice(key, clock.handler, clock.reference, clock.procedure, clock.handler)
    elif name == OVERDUE and (chase := _chase(clock, key, before, setting)):
        yield chase


def reached(clock: Running, setting: Setting) -> str:
    """The last notice that a clock has come to by the day, empty for none yet."""
    rules, today = setting.council.work, setting.today
    if clock.due_on < today:
        return OVERDUE
    if clock.due_on == today:
        return DUE_TODAY
    for days in sorted(rules.remind_days):
        if clock.due_on <= setting.calendar.add(today, days):
            return DAYS_LEFT.format(days)
    if clock.started_on is None:
        return ""
    whole, gone = clock.due_on - clock.started_on, today - clock.started_on
    return SHARE_GONE if gone * 100 >= whole * rules.remind_share else ""


def _chase(clock: Running, overdue: Key, before: Before, setting: Setting) -> Notice | None:
    """The next step of the ladder, once enough working days have gone and not on the day of the step before."""
    last_on = before.sent[overdue]
    gone = setting.calendar.between(max(clock.due_on, setting.calendar.first_day), setting.today)
    for number, rung in enumerate(setting.council.work.ladder, 1):
        key = _key(clock, f"{CHASE}_{number}")
        if key in before.sent:
            last_on = max(last_on, before.sent[key])
        elif gone >= rung.after and last_on < setting.today:
            return Notice(key, _post(rung, clock, setting), clock.reference, clock.procedure, clock.handler, number)
        else:
            return None
    return None


def _post(rung: Rung, clock: Running, setting: Setting) -> str:
    if rung.to == HANDLER:
        return clock.handler
    rules = setting.council.work
    return rules.director if rung.to == DIRECTOR else rules.head_of(clock.service)


def _key(clock: Running, notice: str) -> Key:
    return Key(clock.representation, notice, clock.stage, clock.clock, clock.kind, clock.due_on)
