"""An entry is taken back: it stays in the log and no longer counts."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated, entries_of
from putright.record.events import Entry, Imported, Received, Voided
from putright.record.replay import NotReplayable, replay, standing_entries
from putright.record.state import State


def void(writing: Writing, *, on: date, position: int, why: str) -> State:
    """Void the entry at `position`, for the reason `why`. What says that it was received cannot be voided."""
    entries = entries_of(writing.representation_id)
    standing = {entry.position: entry for entry in standing_entries(entries)}
    if position not in standing:
        raise NotPermitted(f"Entry {position} does not stand: it was voided before, or there is none.")
    if isinstance(standing[position].event, Received | Imported):
        raise NotPermitted("The entry that says it was received cannot be taken back. Correct it instead.")
    if not why.strip():
        raise NotPermitted("Taking back an entry needs its reason. Say why.")
    try:
        replay([*entries, Entry(len(entries) + 1, on, writing.now, writing.actor.post, Voided(position, why))])
    except NotReplayable as cause:
        raise NotPermitted(f"A later entry rests on it, so that one is taken back first. {cause}") from cause
    return perform(writing, "void", lambda _state, _asked: [Dated(Voided(position, why), on)])
