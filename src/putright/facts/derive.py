"""From a replayed representation to its fact rows: one pure function, the same for storing and for checking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.authorities import Authority
from putright.facts.schema import NO_DAYS, NO_MONTH, NOT_APPLICABLE
from putright.record.clocks import Clock, response_clock
from putright.record.parts import OmbudsmanState, StageState
from putright.record.state import NO_PROCEDURE, State
from putright.rules import Book, OutsideCalendar, Procedure, Timeliness

REFUSED = "refused"
Row = dict[str, Any]


@dataclass(frozen=True)
class FactRows:
    """The rows of one representation, one dict a row, keyed by the columns of ``schema``."""

    representation: Row
    stages: tuple[Row, ...]
    ombudsman: tuple[Row, ...]


def derive(number: int, state: State, authority: Authority, book: Book) -> FactRows:
    """The fact rows of the representation with this `number`, as its `state` says.

    Nothing here depends on today: a stage that is not answered is ``running``, overdue or not.
    """
    shared = _shared(state, authority)
    procedure = book.procedure(state.procedure) if state.procedure != NO_PROCEDURE else None
    stages = tuple(
        _stage_row(number, index, stage, state, shared, procedure, book) | {"authority": authority.slug}
        for index, stage in enumerate(state.stages)
    )
    ombudsman = tuple(
        _ombudsman_row(number, index, record, shared) | {"authority": authority.slug}
        for index, record in enumerate(state.ombudsman)
    )
    running = [row["due_on"] for row in stages if row["timeliness"] == "running" and row["due_on"]]
    last = state.last_stage
    row = {
        "id": number,
        "authority": authority.slug,
        "reference": state.received.reference,
        "position": state.position,
        **shared,
        "procedure": state.procedure,
        "status": "open" if state.is_open else "closed",
        "stage": last.name if last else NOT_APPLICABLE,
        "handler": state.handler,
        "received_on": state.received_on,
        "closed_on": state.closed_on,
        "closed_month": month(state.closed_on),
        "due_on": min(running) if running and state.is_open else None,
        "days_to_acknowledge": _days(state.received_on, state.acknowledged_on, procedure, book),
    }
    return FactRows(row, stages, ombudsman)


def month(day: date | None) -> int:
    """The month of `day` as ``yyyymm``; 0 when there is no day."""
    return day.year * 100 + day.month if day else NO_MONTH


def _shared(state: State, authority: Authority) -> Row:
    received = state.received
    return {
        "category": authority.category_of(state.procedure),
        "type": REFUSED if state.refused_on else received.type,
        "received_from": received.received_from,
        "method": received.method,
        "nature": received.nature,
        "service": received.service,
        "district": received.district,
        "outcome_sought": received.outcome_sought,
        "outcome": state.outcome,
        "refusal_reason": state.refusal_reason if state.refused_on else NOT_APPLICABLE,
        "gender": received.gender,
        "age_band": received.age_band,
        "ethnicity": received.ethnicity,
        "disability": received.disability,
        "received_month": month(state.received_on),
    }


def _stage_row(
    number: int, index: int, stage: StageState, state: State, shared: Row, procedure: Procedure | None, book: Book
) -> Row:
    clock = response_clock(state, stage, procedure, book) if procedure else None
    due_on = clock.due_on if clock else stage.extended_to
    return {
        "id": number * 100 + index,
        "representation_id": number,
        **shared,
        "procedure": procedure.name if procedure else NOT_APPLICABLE,
        "stage": stage.name,
        "requested_month": month(stage.requested_on),
        "started_month": month(stage.started_on),
        "responded_month": month(stage.responded_on),
        "requested_on": stage.requested_on,
        "started_on": stage.started_on,
        "due_on": due_on,
        "responded_on": stage.responded_on,
        "working_days": _days(stage.started_on, stage.responded_on, procedure, book),
        "extended": "yes" if stage.extended_to else "no",
        "timeliness": _timeliness(state, stage, clock).name.lower(),
    }


def _timeliness(state: State, stage: StageState, clock: Clock | None) -> Timeliness:
    """How the answer stands: a stage asked for runs from the request; one whose case ended unanswered is not owed."""
    if stage.responded_on is None:
        owed = state.is_open and (stage.started_on is not None or clock is not None)
        return Timeliness.RUNNING if owed else Timeliness.NOT_APPLICABLE
    if clock is None:
        return Timeliness.NOT_APPLICABLE
    if clock.due_on is None:
        return Timeliness.NOT_KNOWN
    return Timeliness.MET if stage.responded_on <= clock.due_on else Timeliness.MISSED


def _days(start: date | None, end: date | None, procedure: Procedure | None, book: Book) -> int:
    """Working days from `start` to `end`, -1 when either is missing or outside the calendar's years."""
    if start is None or end is None or end < start:
        return NO_DAYS
    calendar = book.calendar(procedure.calendar if procedure else DEFAULT_CALENDAR)
    try:
        return calendar.between(start, end)
    except OutsideCalendar:
        return NO_DAYS


DEFAULT_CALENDAR = "england_and_wales"


def _ombudsman_row(number: int, index: int, record: OmbudsmanState, shared: Row) -> Row:
    return {
        "id": number * 100 + index,
        "representation_id": number,
        **shared,
        "ombudsman_reference": record.reference,
        "referral_type": record.referral_type,
        "decision": record.decision,
        "referred_month": month(record.referred_on),
        "decided_month": month(record.decided_on),
        "referred_on": record.referred_on,
        "decided_on": record.decided_on,
        "remedy_pence": record.remedy_pence,
    }
