"""Replay: the state that a list of entries adds up to. The only way a state comes about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from putright.record import events as e
from putright.record.state import OmbudsmanState, StageState, State


class NotReplayable(ValueError):
    """The entries do not make a representation; the message says which entry and why."""


def replay(entries: Iterable[e.Entry], *, known_at: datetime | None = None) -> State | None:
    """The state after `entries`, in order of position; with `known_at`, as it was known at that instant.

    None when nothing was known then. Voided entries do not count. Raises :class:`NotReplayable`.
    """
    known = [entry for entry in entries if known_at is None or entry.recorded_at <= known_at]
    if not known:
        return None
    standing = standing_entries(known)
    state = _beginning(known, standing)
    for entry in standing:
        _APPLY[type(entry.event)](state, entry, entry.event)
    return state


def standing_entries(entries: Sequence[e.Entry]) -> list[e.Entry]:
    """The entries that count, in order: no voided ones and no voiding ones."""
    voided = {entry.event.position for entry in entries if isinstance(entry.event, e.Voided)}
    if not voided:
        return list(entries)
    return [entry for entry in entries if entry.position not in voided and not isinstance(entry.event, e.Voided)]


def _beginning(known: Sequence[e.Entry], standing: Sequence[e.Entry]) -> State:
    for expected, entry in enumerate(known, 1):
        if entry.position != expected:
            raise NotReplayable(f"Entry {expected} is missing: the log goes on with entry {entry.position}.")
    first = next((entry for entry in standing if isinstance(entry.event, e.Received)), None)
    if first is None:
        raise NotReplayable("No entry that counts says that the representation was received.")
    assert isinstance(first.event, e.Received)
    return State(position=known[-1].position, received=first.event, received_on=first.happened_on)


def _stage(state: State, name: str) -> StageState:
    stage = state.stage(name)
    if stage is None:
        stage = StageState(name)
        state.stages.append(stage)
    return stage


def _received(state: State, entry: e.Entry, event: e.Received) -> None:
    state.received, state.received_on = event, entry.happened_on


def _imported(_state: State, _entry: e.Entry, _event: e.Imported) -> None:
    """Where it came from changes nothing in what it is."""


def _acknowledged(state: State, entry: e.Entry, _event: e.Acknowledged) -> None:
    state.acknowledged_on = entry.happened_on


def _assigned(state: State, _entry: e.Entry, event: e.Assigned) -> None:
    state.handler = event.handler


def _triaged(state: State, _entry: e.Entry, event: e.Triaged) -> None:
    state.procedure, state.is_triaged = event.procedure, True


def _refused(state: State, entry: e.Entry, event: e.Refused) -> None:
    state.refused_on, state.refusal_reason = entry.happened_on, event.reason


def _escalation_requested(state: State, entry: e.Entry, event: e.EscalationRequested) -> None:
    _stage(state, event.stage).requested_on = entry.happened_on


def _stage_started(state: State, entry: e.Entry, event: e.StageStarted) -> None:
    _stage(state, event.stage).started_on = entry.happened_on


def _statement_finalised(state: State, entry: e.Entry, event: e.StatementFinalised) -> None:
    _stage(state, event.stage).statement_finalised_on = entry.happened_on


def _extended(state: State, _entry: e.Entry, event: e.Extended) -> None:
    stage = _stage(state, event.stage)
    stage.extended_to, stage.extension_reason, stage.extension_agreed_by = event.to, event.reason, event.agreed_by


def _responded(state: State, entry: e.Entry, event: e.Responded) -> None:
    stage = _stage(state, event.stage)
    stage.responded_on, stage.findings = entry.happened_on, event.findings


def _outcome_recorded(state: State, _entry: e.Entry, event: e.OutcomeRecorded) -> None:
    state.outcome = event.outcome


def _meeting_offered(state: State, entry: e.Entry, _event: e.MeetingOffered) -> None:
    state.meeting_offered_on = entry.happened_on


def _referred_for_safeguarding(state: State, _entry: e.Entry, event: e.ReferredForSafeguarding) -> None:
    state.safeguarding_to = event.to


def _withdrawn(state: State, entry: e.Entry, _event: e.Withdrawn) -> None:
    state.withdrawn_on = entry.happened_on


def _closed(state: State, entry: e.Entry, _event: e.Closed) -> None:
    state.closed_on = entry.happened_on


def _reopened(state: State, _entry: e.Entry, _event: e.Reopened) -> None:
    state.closed_on = state.refused_on = state.withdrawn_on = None


def _ombudsman_referred(state: State, entry: e.Entry, event: e.OmbudsmanReferred) -> None:
    state.ombudsman.append(OmbudsmanState(event.ombudsman_reference, event.referral_type, entry.happened_on))


def _ombudsman_decided(state: State, entry: e.Entry, event: e.OmbudsmanDecided) -> None:
    for record in state.ombudsman:
        if record.reference == event.ombudsman_reference:
            record.decision, record.remedy_pence = event.decision, event.remedy_pence
            record.decided_on = entry.happened_on if event.dated else None
            return
    raise NotReplayable(
        f"Entry {entry.position}: the Ombudsman decided {event.ombudsman_reference}, which was never referred."
    )


def _corrected(state: State, entry: e.Entry, event: e.Corrected) -> None:
    if event.field == "received_on":
        state.received_on = date.fromisoformat(event.now)
    elif not hasattr(state.received, event.field):
        raise NotReplayable(f"Entry {entry.position}: there is no field {event.field!r} to correct.")
    else:
        change: dict[str, Any] = {event.field: event.now}
        state.received = replace(state.received, **change)


_APPLY: dict[type[Any], Callable[[State, e.Entry, Any], None]] = {
    e.Received: _received,
    e.Imported: _imported,
    e.Acknowledged: _acknowledged,
    e.Assigned: _assigned,
    e.Triaged: _triaged,
    e.Refused: _refused,
    e.EscalationRequested: _escalation_requested,
    e.StageStarted: _stage_started,
    e.StatementFinalised: _statement_finalised,
    e.Extended: _extended,
    e.Responded: _responded,
    e.OutcomeRecorded: _outcome_recorded,
    e.MeetingOffered: _meeting_offered,
    e.ReferredForSafeguarding: _referred_for_safeguarding,
    e.Withdrawn: _withdrawn,
    e.Closed: _closed,
    e.Reopened: _reopened,
    e.OmbudsmanReferred: _ombudsman_referred,
    e.OmbudsmanDecided: _ombudsman_decided,
    e.Corrected: _corrected,
}
