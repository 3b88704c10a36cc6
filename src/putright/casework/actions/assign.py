"""A post is given the representation to handle."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Assigned
from putright.record.state import State


def assign(writing: Writing, *, on: date, handler: str) -> State:
    """A post is given the representation to handle."""
    return perform(writing, "assign", lambda _state, _asked: [Dated(Assigned(handler), on)])
