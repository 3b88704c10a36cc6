"""The council decides not to consider the representation; it is still counted."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Refused
from putright.record.state import State


def refuse(writing: Writing, *, on: date, reason: str, explanation: str) -> State:
    """The council decides not to consider the representation; it is still counted."""
    return perform(writing, "refuse", lambda _state, _asked: [Dated(Refused(reason), on, explanation)])
