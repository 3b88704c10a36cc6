"""Receipt and what is put right about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from putright.record import events as e
from putright.record.applying.applies import NotReplayable, applies, numbered
from putright.record.parts import Concern
from putright.record.state import State


@applies(e.Received)
def _received(state: State, entry: e.Entry, event: e.Received) -> None:
    state.received, state.received_on = event, entry.happened_on


@applies(e.Imported)
def _imported(_state: State, _entry: e.Entry, _event: e.Imported) -> None:
    """Where it came from changes nothing in what it is."""


@applies(e.Acknowledged)
def _acknowledged(state: State, entry: e.Entry, _event: e.Acknowledged) -> None:
    state.acknowledged_on = entry.happened_on


@applies(e.ConcernRaised)
def _concern_raised(state: State, _entry: e.Entry, event: e.ConcernRaised) -> None:
    state.concerns.append(Concern(event.concern, event.nature, event.service))


@applies(e.ConcernDropped)
def _concern_dropped(state: State, entry: e.Entry, event: e.ConcernDropped) -> None:
    numbered(state.concerns, event.concern, entry, "concern").dropped = True


@applies(e.Converted)
def _converted(state: State, _entry: e.Entry, event: e.Converted) -> None:
    state.received = replace(state.received, type=event.now)


@applies(e.Corrected)
def _corrected(state: State, entry: e.Entry, event: e.Corrected) -> None:
    if event.field == "received_on":
        state.received_on = date.fromisoformat(event.now)
    elif not hasattr(state.received, event.field):
        raise NotReplayable(f"Entry {entry.position}: there is no field {event.field!r} to correct.")
    else:
        change: dict[str, Any] = {event.field: event.now}
        state.received = replace(state.received, **change)
