"""A paused clock runs on."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Resumed
from putright.record.state import State


def resume(writing: Writing, *, on: date) -> State:
    """A paused clock runs on."""
    return perform(
        writing,
        "resume",
        lambda _state, asked: [Dated(Resumed(asked.stage), on)],
    )
