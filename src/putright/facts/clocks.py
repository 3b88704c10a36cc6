"""Every clock of a representation: those of the rule book, the council's own targets, and the dates agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from putright.authorities import Authority, LocalTarget, StandingTarget
from putright.record.clocks import Clock, clocks
from putright.record.parts import LetterIn, StageState
from putright.record.state import State
from putright.rules import Book, OutsideCalendar, Procedure, Timeliness, WorkingDayCalendar, months_on

LOCAL_TARGET = "local_target"
AGREED_DATE = "agreed_date"
DEFAULT_CALENDAR = "england_and_wales"
"""The working days of what is under no procedure."""


@dataclass(frozen=True)
class ClockFact:
    """One clock, of whichever kind, as dates. `stage` is empty for what belongs to no stage; `source` says where the
    council says so, of a target of its own."""

    stage: str
    clock: str
    kind: str
    started_on: date
    due_on: date | None
    met_on: date | None
    source: str = ""

    @property
    def timeliness(self) -> Timeliness:
        """How it stands, whatever day it is: running until it is met."""
        if self.met_on is None:
            return Timeliness.RUNNING
        if self.due_on is None:
            return Timeliness.NOT_KNOWN
        return Timeliness.MET if self.met_on <= self.due_on else Timeliness.MISSED


def clock_facts(state: State, procedure: Procedure | None, authority: Authority, book: Book) -> list[ClockFact]:
    """The clocks of a representation, in the order in which they start running."""
    ruled = clocks(state, procedure, book)
    calendar = book.calendar(procedure.calendar if procedure else DEFAULT_CALENDAR)
    return [
        *(_of_the_book(clock) for clock in ruled),
        *(_targets(state, ruled, procedure, authority, calendar) if procedure else ()),
        *_standing(state, authority, calendar),
        *_agreed(state.stages),
    ]


def _of_the_book(clock: Clock) -> ClockFact:
    return ClockFact(clock.stage, clock.limit.name, clock.limit.kind, clock.started_on, clock.due_on, clock.met_on)


def _targets(
    state: State, ruled: list[Clock], procedure: Procedure, authority: Authority, calendar: WorkingDayCalendar
) -> Iterator[ClockFact]:
    """A council's target runs beside the limit of the same step, from the same day.

    Where the rule book has no such limit it runs from the receipt at the first stage, else from the request.
    """
    beside = {(clock.stage, clock.limit.name): clock for clock in ruled}
    for target in authority.procedures[procedure.name].targets:
        clock, stage = beside.get((target.stage, target.step)), state.stage(target.stage)
        started_on = clock.started_on if clock else _begins(state, stage, procedure)
        if started_on is None:
            continue
        met_on = clock.met_on if clock else _done(state, stage, target.step)
        due_on = target_due_on(target, started_on, calendar)
        yield ClockFact(target.stage, target.step, LOCAL_TARGET, started_on, due_on, met_on, target.source)


def _begins(state: State, stage: StageState | None, procedure: Procedure) -> date | None:
    if stage is None:
        return None
    is_first = stage.name == procedure.stages[0].name
    return state.received_on if is_first else stage.requested_on or stage.started_on


def _done(state: State, stage: StageState | None, step: str) -> date | None:
    if step == "acknowledgement":
        return state.acknowledged_on
    return stage.responded_on if stage else None


def _standing(state: State, authority: Authority, calendar: WorkingDayCalendar) -> Iterator[ClockFact]:
    """The targets that belong to no stage and hold for this type and service."""
    for target in authority.targets:
        if not target.is_for(state.received.type, state.received.service):
            continue
        started_on, met_on = state.received_on, _first_done(target, state)
        if target.step == "letter_acknowledgement":
            letter = _worst_letter(target, state.letters_in, calendar)
            if letter is None:
                continue
            started_on, met_on = letter.came_on, letter.answered_on
        due_on = target_due_on(target, started_on, calendar)
        yield ClockFact("", target.step, LOCAL_TARGET, started_on, due_on, met_on, target.source)


def _first_done(target: StandingTarget, state: State) -> date | None:
    """The first day on which what a standing target asks for was done; what has ended is owed nothing more."""
    ended = (state.resolved_early_on, state.refused_on, state.withdrawn_on, state.closed_on)
    done = {
        "acknowledgement": (state.acknowledged_on,),
        "contact": (state.acknowledged_on, state.contacted_on, *state.meetings_held_on, *ended),
        "answer": (*(stage.responded_on for stage in state.stages), *ended),
    }
    return min((day for day in done.get(target.step, ()) if day), default=None)


def _worst_letter(target: StandingTarget, letters: list[LetterIn], calendar: WorkingDayCalendar) -> LetterIn | None:
    """The one letter that a representation is shown by: that which has waited longest, else the one answered latest
    after its last day."""
    waiting = [letter for letter in letters if letter.answered_on is None]
    if waiting:
        return min(waiting, key=lambda letter: letter.came_on)

    def late(letter: LetterIn) -> int:
        due_on = target_due_on(target, letter.came_on, calendar)
        return (letter.answered_on - due_on).days if letter.answered_on and due_on else 0

    return max(letters, key=late, default=None)


def target_due_on(target: LocalTarget | StandingTarget, started_on: date, calendar: WorkingDayCalendar) -> date | None:
    """The last day of a council's own target; None where the calendar does not reach."""
    if target.unit == "month":
        return months_on(started_on, target.value, "day_after_start")
    if target.unit == "calendar_day":
        return started_on + timedelta(days=target.value)
    try:
        return calendar.add(started_on, target.value)
    except OutsideCalendar:
        return None


def _agreed(stages: list[StageState]) -> Iterator[ClockFact]:
    for stage in stages:
        if stage.respond_by and stage.plan_agreed_on:
            yield ClockFact(
                stage.name, "response", AGREED_DATE, stage.plan_agreed_on, stage.respond_by, stage.responded_on
            )
