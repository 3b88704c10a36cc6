"""The clocks of a representation: each time limit of its procedure, running on its dates.

A statutory limit, a council's own target and an agreed date are three clocks, never one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import (
    Book,
    Citation,
    DueDate,
    NotYetInForce,
    OutsideCalendar,
    Procedure,
    Stage,
    TimeLimit,
    Timeliness,
    due_date,
    timeliness,
)

RESPONSE = "response"


@dataclass(frozen=True)
class Clock:
    """One time limit on one representation.

    `due` is None when no date can be told, and `why_not` then says why. `met_on` is the day the thing was done.
    `agreed_to` is the last day after an extension, None if there was none.
    """

    stage: str
    limit: TimeLimit
    started_on: date
    due: DueDate | None
    why_not: str
    agreed_to: date | None
    met_on: date | None

    @property
    def due_on(self) -> date | None:
        """The last day: of the extension if there was one, else of the limit."""
        return self.agreed_to or (self.due.on if self.due else None)

    @property
    def citation(self) -> Citation | None:
        """Where the limit is written down."""
        return self.due.citation if self.due else None

    def timeliness(self, today: date) -> Timeliness:
        """How it stands at the end of `today`."""
        return timeliness(self.due_on, self.met_on, today, started=True)


def clocks(state: State, procedure: Procedure, book: Book) -> list[Clock]:
    """Every clock that has started, in the order in which they start running."""
    return [
        clock
        for stage_state in state.stages
        for clock in _stage_clocks(state, stage_state, procedure.stage(stage_state.name), procedure, book)
    ]


def response_clock(state: State, stage_state: StageState, procedure: Procedure, book: Book) -> Clock | None:
    """The clock of a stage's answer; None while it has not started."""
    limit = procedure.stage(stage_state.name).limits.get(RESPONSE)
    return _clock(state, stage_state, limit, procedure, book) if limit else None


def _stage_clocks(
    state: State, stage_state: StageState, stage: Stage, procedure: Procedure, book: Book
) -> Iterator[Clock]:
    for limit in stage.limits.values():
        clock = _clock(state, stage_state, limit, procedure, book)
        if clock:
            yield clock


def _clock(state: State, stage_state: StageState, limit: TimeLimit, procedure: Procedure, book: Book) -> Clock | None:
    value = limit.values[-1]
    started_on, met_on = _runs(state, stage_state, limit, value.starts_from)
    if started_on is None:
        return None
    agreed_to = stage_state.extended_to if limit.name == RESPONSE else None
    try:
        due = due_date(limit, started_on, calendar=book.calendar(procedure.calendar))
    except (NotYetInForce, OutsideCalendar) as cause:
        return Clock(stage_state.name, limit, started_on, None, str(cause), agreed_to, met_on)
    return Clock(stage_state.name, limit, started_on, due, "", agreed_to, met_on)


def _runs(state: State, stage_state: StageState, limit: TimeLimit, starts_from: str) -> tuple[date | None, date | None]:
    """From when a limit runs on this representation, and when what it asks for was done."""
    starts = {
        "representation_received": state.received_on,
        "representation_acknowledged": state.acknowledged_on,
        "stage_requested": stage_state.requested_on or stage_state.started_on,
        "stage_request_acknowledged": stage_state.started_on,
        "statement_finalised": stage_state.statement_finalised_on,
        "stage_started": stage_state.started_on,
    }
    if limit.name == "acknowledgement":
        return starts.get(starts_from), state.acknowledged_on
    if limit.name == RESPONSE:
        by_acknowledgement = starts_from == "representation_acknowledged"
        return state.acknowledged_on if by_acknowledgement else stage_state.started_on, stage_state.responded_on
    return starts.get(starts_from), stage_state.responded_on
