"""A meeting takes place."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import MeetingHeld
from putright.record.state import State


def hold_meeting(writing: Writing, *, on: date, mode: str, note: str = "") -> State:
    """A meeting takes place."""
    return perform(
        writing,
        "hold_meeting",
        lambda _state, _asked: [Dated(MeetingHeld(mode), on, note)],
    )
