"""The Ombudsman's records."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import NotReplayable, applies
from putright.record.parts import OmbudsmanState
from putright.record.state import State


@applies(e.OmbudsmanReferred)
def _ombudsman_referred(state: State, entry: e.Entry, event: e.OmbudsmanReferred) -> None:
    state.ombudsman.append(OmbudsmanState(event.ombudsman_reference, event.referral_type, entry.happened_on))


@applies(e.OmbudsmanDecided)
def _ombudsman_decided(state: State, entry: e.Entry, event: e.OmbudsmanDecided) -> None:
    record = _record(state, entry, event.ombudsman_reference)
    record.decision, record.remedy_pence = event.decision, event.remedy_pence
    record.decided_on = entry.happened_on if event.dated else None


@applies(e.OmbudsmanToldOf)
def _ombudsman_told_of(state: State, entry: e.Entry, event: e.OmbudsmanToldOf) -> None:
    _record(state, entry, event.ombudsman_reference).duties.add(event.duty)


def _record(state: State, entry: e.Entry, reference: str) -> OmbudsmanState:
    for record in state.ombudsman:
        if record.reference == reference:
            return record
    raise NotReplayable(f"Entry {entry.position}: the Ombudsman's {reference} was never referred.")
