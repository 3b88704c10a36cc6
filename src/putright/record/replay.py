"""Replay: the state that a list of entries adds up to. The only way a state comes about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from putright.record import events as e
from putright.record.applying import APPLY, NotReplayable
from putright.record.state import State

__all__ = ["NotReplayable", "replay", "standing_entries"]


def replay(entries: Iterable[e.Entry], *, known_at: datetime | None = None) -> State | None:
    """The state after `entries`, in order of position; with `known_at`, as it was known at that instant.

    None when nothing was known then. Voided entries do not count. Raises :class:`NotReplayable`.
    """
    known = [entry for entry in entries if known_at is None or entry.recorded_at <= known_at]
    if not known:
        return None
    standing = standing_entries(known)
    state = beginning(known, standing)
    for entry in standing:
        APPLY[type(entry.event)](state, entry, entry.event)
    return state


def standing_entries(entries: Sequence[e.Entry]) -> list[e.Entry]:
    """The entries that count, in order: no voided ones and no voiding ones."""
    voided = {entry.event.position for entry in entries if isinstance(entry.event, e.Voided)}
    if not voided:
        return list(entries)
    return [entry for entry in entries if entry.position not in voided and not isinstance(entry.event, e.Voided)]


def beginning(known: Sequence[e.Entry], standing: Sequence[e.Entry]) -> State:
    """The state that the entries are applied to: received, and nothing else. Raises :class:`NotReplayable`."""
    for expected, entry in enumerate(known, 1):
        if entry.position != expected:
            raise NotReplayable(f"Entry {expected} is missing: the log goes on with entry {entry.position}.")
    first = next((entry for entry in standing if isinstance(entry.event, e.Received)), None)
    if first is None:
        raise NotReplayable("No entry that counts says that the representation was received.")
    assert isinstance(first.event, e.Received)
    return State(position=known[-1].position, received=first.event, received_on=first.happened_on)
