"""What came of the representation is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import OutcomeRecorded
from putright.record.state import State


def record_outcome(writing: Writing, *, on: date, outcome: str) -> State:
    """What came of the representation is recorded."""
    return perform(writing, "record_outcome", lambda _state, _asked: [Dated(OutcomeRecorded(outcome), on)])
