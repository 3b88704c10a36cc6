"""The clocks of a representation: each time limit of its procedure, running on its dates.

A statutory limit, a council's own target and an agreed date are three clocks, never one. A pause moves the last day
by the working days it lasted, and only where the rule book names it; an extension gives a new last day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from putright.record.events.stages import RESPONSE
from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import (
    Book,
    Citation,
    DueDate,
    LimitValue,
    NotAgreed,
    NotYetInForce,
    OutsideCalendar,
    Procedure,
    TimeLimit,
    Timeliness,
    WorkingDayCalendar,
    due_date,
    lengthened,
    timeliness,
)

OMBUDSMAN = "ombudsman"
"""The procedure whose stages run beside those of the council's own."""
_OF_THE_OMBUDSMAN = (
    "ombudsman_enquiry_received",
    "ombudsman_investigation_received",
    "draft_decision_received",
    "final_decision_received",
    "public_report_received",
)


@dataclass(frozen=True)
class Clock:
    """One time limit on one representation.

    `due` is None when no date can be told, and `why_not` then says why; it is the day agreed where an agreement made
    the limit longer. `met_on` is the day the thing was done. `agreed_to` is the last day after an extension, None if
    there was none; `planned_for` the day agreed with the complainant for the answer, None if none was. `paused_days`
    are the working days for which it stood still, by which `due_on` is later than `due`.
    """

    stage: str
    limit: TimeLimit
    started_on: date
    due: DueDate | None
    why_not: str
    agreed_to: date | None
    paused_days: int
    paused_to: date | None
    met_on: date | None
    planned_for: date | None = None

    @property
    def due_on(self) -> date | None:
        """The last day: of the extension if there was one, else of the limit with its pauses."""
        return self.agreed_to or self.paused_to or (self.due.on if self.due else None)

    @property
    def citation(self) -> Citation | None:
        """Where the limit is written down."""
        return self.due.citation if self.due else None

    def timeliness(self, today: date) -> Timeliness:
        """How it stands at the end of `today`."""
        return timeliness(self.due_on, self.met_on, today, started=True)


def clocks(state: State, procedure: Procedure | None, book: Book) -> list[Clock]:
    """Every clock that has started: of each stage that came up, and of the Ombudsman's."""
    own = [*_by_stage(state, state.stages, procedure, book)] if procedure else []
    if not state.ombudsman_stages:
        return own
    return [*own, *_by_stage(state, state.ombudsman_stages, book.procedure(OMBUDSMAN), book)]


def awaited_by_ombudsman(state: State, book: Book) -> StageState | None:
    """The first stage of the Ombudsman's for which the Ombudsman waits for the council; None if none is.

    A stage without a limit, such as the final decision, asks the council for nothing.
    """
    theirs = book.procedure(OMBUDSMAN)
    return next((each for each in state.ombudsman_stages if each.is_running and theirs.stage(each.name).limits), None)


def response_clock(state: State, stage_state: StageState, procedure: Procedure, book: Book) -> Clock | None:
    """The clock of a stage's answer; None while it has not started, or where the stage has no limit."""
    limit = procedure.stage(stage_state.name).limits.get(RESPONSE)
    return _clock(state, stage_state, limit, procedure, book) if limit else None


def stage_clocks(state: State, stage_state: StageState, procedure: Procedure, book: Book) -> Iterator[Clock]:
    """The clocks of one stage that have started, in the order of the rule book."""
    for limit in procedure.stage(stage_state.name).limits.values():
        clock = _clock(state, stage_state, limit, procedure, book)
        if clock:
            yield clock


def _by_stage(state: State, stages: list[StageState], procedure: Procedure, book: Book) -> Iterator[Clock]:
    for stage_state in stages:
        yield from stage_clocks(state, stage_state, procedure, book)


def _clock(state: State, stage_state: StageState, limit: TimeLimit, procedure: Procedure, book: Book) -> Clock | None:
    value = _value(limit, stage_state.requested_on or stage_state.started_on or state.received_on)
    started_on = _start(state, stage_state, value)
    if started_on is None:
        return None
    answers = limit.name == RESPONSE
    agreed_to = stage_state.extended_to if answers else None
    met_on = _met_on(state, stage_state, limit.name, value.starts_from)
    calendar = book.calendar(procedure.calendar)
    try:
        due = _as_agreed(due_date(limit, started_on, calendar=calendar), stage_state, limit.name)
        paused = _paused_days(stage_state, calendar) if answers else 0
        paused_to = calendar.add(due.on, paused) if paused else None
    except (NotYetInForce, OutsideCalendar) as cause:
        return Clock(stage_state.name, limit, started_on, None, str(cause), agreed_to, 0, None, met_on)
    clock = Clock(stage_state.name, limit, started_on, due, "", agreed_to, paused, paused_to, met_on)
    period = procedure.stage(stage_state.name).agreed_period
    kept_to = answers or (period is not None and period.within == limit.name)
    return replace(clock, planned_for=stage_state.respond_by) if kept_to else clock


def _as_agreed(due: DueDate, stage_state: StageState, limit: str) -> DueDate:
    """`due` with every agreement that made it longer; one that the rule does not know leaves it, and says so."""
    for name, agreed_on, to in stage_state.lengthened:
        if name != limit:
            continue
        try:
            due = lengthened(due, agreed_on=agreed_on, to=to)
        except NotAgreed as cause:
            due = replace(due, notes=(*due.notes, str(cause)))
    return due


def _value(limit: TimeLimit, day: date) -> LimitValue:
    """The value in force on `day`; before there was one, the first, so that the clock can say so itself."""
    try:
        return limit.value_on(day)
    except NotYetInForce:
        return limit.values[0]


def _start(state: State, stage_state: StageState, value: LimitValue) -> date | None:
    """The day from which a limit runs on this representation; None while it does not."""
    requested_on = stage_state.requested_on or stage_state.started_on
    return {
        "representation_received": state.received_on,
        "representation_acknowledged": state.acknowledged_on,
        "stage_requested": requested_on,
        "stage_request_acknowledged": stage_state.started_on,
        "stage_started": stage_state.started_on,
        "statement_finalised": stage_state.statement_finalised_on,
        "panel_met": stage_state.panel_met_on,
        "recommendations_received": stage_state.recommendations_received_on,
        "plan_agreed": stage_state.plan_agreed_on,
        **dict.fromkeys(_OF_THE_OMBUDSMAN, stage_state.started_on),
    }.get(value.starts_from)


def _met_on(state: State, stage_state: StageState, limit: str, starts_from: str) -> date | None:
    """The day on which what the limit asks for was done; starting a stage acknowledges that it was asked for."""
    by_request = starts_from == "stage_requested"
    done: dict[str, date | None] = {
        "acknowledgement": stage_state.started_on if by_request else state.acknowledged_on,
        "meeting": _since(stage_state, *state.meetings_held_on),
        "panel_meets": stage_state.panel_met_on,
        "panel_reports": stage_state.recommendations_received_on,
        "internal_return": stage_state.signed_off_on or stage_state.responded_on,
        "public_notice": _since(stage_state, *(record.duties.get("press_notice") for record in state.ombudsman)),
    }
    return done.get(limit, stage_state.responded_on)


def _since(stage_state: StageState, *days: date | None) -> date | None:
    """The first of `days` on which the stage had started."""
    return min((day for day in days if day and stage_state.started_on and day >= stage_state.started_on), default=None)


def _paused_days(stage_state: StageState, calendar: WorkingDayCalendar) -> int:
    """Working days for which the clock stood still; a pause that goes on is counted when it ends."""
    return sum(calendar.between(start, end) for start, end in stage_state.paused if end)
