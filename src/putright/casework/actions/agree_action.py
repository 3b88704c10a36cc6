"""What will be done is agreed: by which post and by when."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import NOT_RECORDED, ActionAgreed
from putright.record.parts import next_number
from putright.record.state import State


def agree_action(
    writing: Writing, *, on: date, post: str, due_on: date, what: str, learning: int = 0, source: str = NOT_RECORDED
) -> State:
    """What will be done is agreed: by which post and by when."""
    return perform(
        writing,
        "agree_action",
        lambda state, _asked: [
            Dated(ActionAgreed(next_number(state.actions), post, due_on, learning, source), on, what)
        ],
    )
