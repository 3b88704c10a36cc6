"""A representation that had ended is open again."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Reopened
from putright.record.state import State


def reopen(writing: Writing, *, on: date, why: str) -> State:
    """A representation that had ended is open again."""
    return perform(writing, "reopen", lambda _state, _asked: [Dated(Reopened(), on, why)])
