"""An appointment ends: done, or taken back."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import AppointmentEnded
from putright.record.state import State


def end_appointment(writing: Writing, *, on: date, appointment: int, why: str) -> State:
    """An appointment ends: done, or taken back."""
    return perform(
        writing,
        "end_appointment",
        lambda _state, _asked: [Dated(AppointmentEnded(appointment, why), on)],
    )
