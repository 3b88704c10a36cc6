"""The clock of the next stage starts."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import StageStarted
from putright.record.state import State


def start_stage(writing: Writing, *, on: date) -> State:
    """The clock of the next stage starts."""
    return perform(writing, "start_stage", lambda _state, asked: [Dated(StageStarted(asked.stage), on)])
