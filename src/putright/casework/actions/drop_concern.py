"""A concern is no longer pursued, or belongs elsewhere."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ConcernDropped
from putright.record.state import State


def drop_concern(writing: Writing, *, on: date, concern: int, why: str) -> State:
    """A concern is no longer pursued, or belongs elsewhere."""
    return perform(
        writing,
        "drop_concern",
        lambda _state, _asked: [Dated(ConcernDropped(concern, why), on)],
    )
