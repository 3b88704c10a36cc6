"""Whoever may see the council's representations sees this one again."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import AccessOpened
from putright.record.state import State


def open_access(writing: Writing, *, on: date, why: str) -> State:
    """Whoever may see the council's representations sees this one again."""
    return perform(writing, "open_access", lambda _state, _asked: [Dated(AccessOpened(), on, why)])
