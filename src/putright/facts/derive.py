"""From a replayed representation to its fact rows: one pure function, the same for storing and for checking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.authorities import Authority
from putright.facts import schema
from putright.facts.clocks import DEFAULT_CALENDAR, ClockFact, clock_facts
from putright.facts.columns import NO_DAYS, NOT_APPLICABLE, NOT_RECORDED
from putright.facts.derive_belonging import Row, belonging, month
from putright.facts.findings import finding_of, overall_finding
from putright.record.clocks import OMBUDSMAN, Clock, response_clock
from putright.record.parts import StageState
from putright.record.state import NO_PROCEDURE, State
from putright.rules import Book, OutsideCalendar, Procedure, Timeliness

REFUSED = "refused"
EQUALITY = ("gender", "age_band", "ethnicity", "disability")
ADVOCATE = "advocate"
PLACES = 100
"""The number of a row of what belongs to a representation is that of the representation times this, and its place."""


@dataclass(frozen=True)
class FactRows:
    """The rows of one representation by the name of their table, each a dict keyed by the table's columns."""

    tables: dict[str, list[Row]]

    @property
    def number(self) -> int:
        """The representation's number."""
        return int(self.representation["id"])

    @property
    def representation(self) -> Row:
        """Its one row of facts_representation."""
        return self.tables[schema.REPRESENTATION.name][0]


def derive(number: int, state: State, authority: Authority, book: Book) -> FactRows:
    """The fact rows of the representation with this `number`, as its `state` says.

    Nothing here depends on today: what is not answered is ``running``, overdue or not.
    """
    shared = _shared(state, authority)
    procedure = book.procedure(state.procedure) if state.procedure != NO_PROCEDURE else None
    clocks = clock_facts(state, procedure, authority, book)
    stages = [_stage_row(stage, state, shared, procedure, book) for stage in state.stages]
    if state.ombudsman_stages:
        theirs = book.procedure(OMBUDSMAN)
        stages += [_stage_row(stage, state, shared, theirs, book) for stage in state.ombudsman_stages]
    own_row = _representation_row(number, state, authority, shared, clocks, procedure, book)
    tables = {schema.REPRESENTATION.name: [own_row]}
    own = {
        schema.STAGE.name: stages,
        schema.CLOCK.name: [_clock_row(clock, state, shared) for clock in clocks],
        **belonging(state, shared, _own_finding(state, authority)),
    }
    for name, rows in own.items():
        tables[name] = [
            {"id": number * PLACES + index, "representation_id": number, "authority": authority.slug, **row}
            for index, row in enumerate(rows)
        ]
    return FactRows(tables)


def _own_finding(state: State, authority: Authority) -> str:
    """What the council found on the whole: its findings, or what its outcome says where none was recorded."""
    found = overall_finding(state)
    outcomes = authority.vocabularies["outcome"]
    if found == NOT_RECORDED and state.outcome in outcomes:
        return outcomes.term(state.outcome).matter or NOT_RECORDED
    return found


def _representation_row(
    number: int,
    state: State,
    authority: Authority,
    shared: Row,
    clocks: list[ClockFact],
    procedure: Procedure | None,
    book: Book,
) -> Row:
    last = state.last_stage
    nearest = _nearest(state, clocks)
    return {
        "id": number,
        "authority": authority.slug,
        "reference": state.received.reference,
        "position": state.position,
        **shared,
        "procedure": state.procedure,
        "status": "open" if state.is_open else "closed",
        "stage": last.name if last else NOT_APPLICABLE,
        "handler": state.handler,
        "access": "restricted" if state.restricted else "open",
        "advocate": "yes" if state.party(ADVOCATE) else "no",
        "received_on": state.received_on,
        "triaged_on": state.triaged_on,
        "closed_on": state.closed_on,
        "closed_month": month(state.closed_on),
        "finding": overall_finding(state),
        "due_on": nearest.due_on if nearest else None,
        "due_clock": nearest.clock if nearest else NOT_APPLICABLE,
        "entries": state.correspondence,
        "days_to_acknowledge": _days(state.received_on, state.acknowledged_on, procedure, book),
    }


def _nearest(state: State, clocks: list[ClockFact]) -> ClockFact | None:
    """The clock that is due first of those that run while the representation is open."""
    running = [clock for clock in clocks if clock.met_on is None and clock.due_on]
    if not running or not state.is_open:
        return None
    return min(running, key=lambda clock: clock.due_on or date.max)


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
        **_said_of_themselves(state),
        "received_month": month(state.received_on),
    }


def _said_of_themselves(state: State) -> Row:
    """What the complainant said last: to whoever recorded it as theirs, else on receipt."""
    complainant = state.party("complainant")
    said = {name: getattr(state.received, name) for name in EQUALITY}
    later = {name: getattr(complainant, name) for name in EQUALITY} if complainant else {}
    return said | {name: code for name, code in later.items() if code != schema.NOT_RECORDED}


def _stage_row(stage: StageState, state: State, shared: Row, procedure: Procedure | None, book: Book) -> Row:
    clock = response_clock(state, stage, procedure, book) if procedure else None
    return {
        **shared,
        "procedure": procedure.name if procedure else NOT_APPLICABLE,
        "stage": stage.name,
        "furthest": "yes" if stage is state.last_stage else "no",
        "requested_month": month(stage.requested_on),
        "started_month": month(stage.started_on),
        "responded_month": month(stage.responded_on),
        "closed_month": month(state.closed_on),
        "requested_on": stage.requested_on,
        "started_on": stage.started_on,
        "due_on": clock.due_on if clock else stage.extended_to,
        "responded_on": stage.responded_on,
        "working_days": _days(stage.started_on, stage.responded_on, procedure, book),
        "calendar_days": _calendar_days(stage.started_on, stage.responded_on),
        "extended": "yes" if stage.extended_to else "no",
        "finding": finding_of(stage),
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


def _clock_row(clock: ClockFact, state: State, shared: Row) -> Row:
    owed = clock.met_on is not None or state.is_open
    return {
        "category": shared["category"],
        "service": shared["service"],
        "received_month": shared["received_month"],
        "procedure": OMBUDSMAN if clock.stage.startswith(OMBUDSMAN) else state.procedure,
        "stage": clock.stage or NOT_APPLICABLE,
        "clock": clock.clock,
        "kind": clock.kind,
        "handler": state.handler,
        "started_on": clock.started_on,
        "due_on": clock.due_on,
        "met_on": clock.met_on,
        "timeliness": (clock.timeliness if owed else Timeliness.NOT_APPLICABLE).name.lower(),
    }


def _calendar_days(start: date | None, end: date | None) -> int:
    """Calendar days from `start` to `end`, -1 when either is missing."""
    return NO_DAYS if start is None or end is None or end < start else (end - start).days


def _days(start: date | None, end: date | None, procedure: Procedure | None, book: Book) -> int:
    """Working days from `start` to `end`, -1 when either is missing or outside the calendar's years."""
    if start is None or end is None or end < start:
        return NO_DAYS
    calendar = book.calendar(procedure.calendar if procedure else DEFAULT_CALENDAR)
    try:
        return calendar.between(start, end)
    except OutsideCalendar:
        return NO_DAYS
