"""An action is done, and what shows it is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ActionCompleted
from putright.record.state import State


def complete_action(writing: Writing, *, on: date, action: int, evidence: str) -> State:
    """An action is done, and what shows it is recorded."""
    return perform(
        writing,
        "complete_action",
        lambda _state, _asked: [Dated(ActionCompleted(action, evidence), on)],
    )
