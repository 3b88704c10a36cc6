"""What the service learnt is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import LearningRecorded
from putright.record.parts import next_number
from putright.record.state import State


def record_learning(writing: Writing, *, on: date, theme: str, service: str, learnt: str) -> State:
    """What the service learnt is recorded."""
    return perform(
        writing,
        "record_learning",
        lambda state, _asked: [Dated(LearningRecorded(next_number(state.learning), theme, service), on, learnt)],
    )
