"""The complainant is told that the representation has arrived."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Acknowledged
from putright.record.state import State


def acknowledge(writing: Writing, *, on: date) -> State:
    """The complainant is told that the representation has arrived."""
    return perform(writing, "acknowledge", lambda _state, _asked: [Dated(Acknowledged(), on)])
