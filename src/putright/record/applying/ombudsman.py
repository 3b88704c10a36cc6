"""The Ombudsman's records."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import NotReplayable, applies
from putright.record.parts import OmbudsmanState, StageState
from putright.record.state import State


@applies(e.OmbudsmanReferred)
def _ombudsman_referred(state: State, entry: e.Entry, event: e.OmbudsmanReferred) -> None:
    state.ombudsman.append(OmbudsmanState(event.ombudsman_reference, event.referral_type, entry.happened_on))


@applies(e.OmbudsmanDecided)
def _ombudsman_decided(state: State, entry: e.Entry, event: e.OmbudsmanDecided) -> None:
    record = _record(state, entry, event.ombudsman_reference)
    record.decision, record.remedy_pence = event.decision, event.remedy_pence
    record.decided_on = entry.happened_on if event.dated else None


@applies(e.OmbudsmanStageStarted)
def _ombudsman_stage_started(state: State, entry: e.Entry, event: e.OmbudsmanStageStarted) -> None:
    _record(state, entry, event.ombudsman_reference)
    state.ombudsman_stages.append(StageState(event.stage, started_on=entry.happened_on, extended_to=event.answer_by))


@applies(e.OmbudsmanAnswered)
def _ombudsman_answered(state: State, entry: e.Entry, event: e.OmbudsmanAnswered) -> None:
    for stage in reversed(state.ombudsman_stages):
        if stage.name == event.stage and stage.is_running:
            stage.responded_on = entry.happened_on
            return
    raise NotReplayable(f"Entry {entry.position}: the Ombudsman's stage {event.stage} was not under way.")


@applies(e.OmbudsmanToldOf)
def _ombudsman_told_of(state: State, entry: e.Entry, event: e.OmbudsmanToldOf) -> None:
    _record(state, entry, event.ombudsman_reference).duties.setdefault(event.duty, entry.happened_on)


def _record(state: State, entry: e.Entry, reference: str) -> OmbudsmanState:
    for record in state.ombudsman:
        if record.reference == reference:
            return record
    raise NotReplayable(f"Entry {entry.position}: the Ombudsman's {reference} was never referred.")
