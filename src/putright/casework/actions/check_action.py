"""Somebody looks whether the action worked: yes, partly or no."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ActionChecked
from putright.record.state import State


def check_action(writing: Writing, *, on: date, action: int, worked: str, note: str = "") -> State:
    """Somebody looks whether the action worked: yes, partly or no."""
    return perform(
        writing,
        "check_action",
        lambda _state, _asked: [Dated(ActionChecked(action, worked), on, note)],
    )
