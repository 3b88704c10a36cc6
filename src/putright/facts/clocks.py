"""Every clock of a representation: those of the rule book, the council's own targets, and the dates agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from putright.authorities import Authority, LocalTarget
from putright.record.clocks import Clock, clocks
from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import Book, OutsideCalendar, Procedure, Timeliness, months_on

LOCAL_TARGET = "local_target"
AGREED_DATE = "agreed_date"


@dataclass(frozen=True)
class ClockFact:
    """One clock, of whichever kind, as dates. `stage` is empty for the procedure as a whole."""

    stage: str
    clock: str
    kind: str
    started_on: date
    due_on: date | None
    met_on: date | None

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
    return [
        *(_of_the_book(clock) for clock in ruled),
        *(_targets(ruled, procedure, authority, book) if procedure else ()),
        *_agreed(state.stages),
    ]


def _of_the_book(clock: Clock) -> ClockFact:
    return ClockFact(clock.stage, clock.limit.name, clock.limit.kind, clock.started_on, clock.due_on, clock.met_on)


def _targets(ruled: list[Clock], procedure: Procedure, authority: Authority, book: Book) -> Iterator[ClockFact]:
    """A council's target runs beside the limit of the same step, from the same day."""
    targets = {(target.stage, target.step): target for target in authority.procedures[procedure.name].targets}
    for clock in ruled:
        target = targets.get((clock.stage, clock.limit.name))
        if target:
            due_on = target_due_on(target, clock.started_on, procedure, book)
            yield ClockFact(clock.stage, clock.limit.name, LOCAL_TARGET, clock.started_on, due_on, clock.met_on)


def target_due_on(target: LocalTarget, started_on: date, procedure: Procedure, book: Book) -> date | None:
    """The last day of a council's own target; None where the calendar does not reach."""
    if target.unit == "month":
        return months_on(started_on, target.value, "day_after_start")
    if target.unit == "calendar_day":
        return started_on + timedelta(days=target.value)
    try:
        return book.calendar(procedure.calendar).add(started_on, target.value)
    except OutsideCalendar:
        return None


def _agreed(stages: list[StageState]) -> Iterator[ClockFact]:
    for stage in stages:
        if stage.respond_by and stage.plan_agreed_on:
            yield ClockFact(
                stage.name, "response", AGREED_DATE, stage.plan_agreed_on, stage.respond_by, stage.responded_on
            )
