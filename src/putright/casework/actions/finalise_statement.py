"""The written statement of an investigation is agreed, which starts its second clock."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import StatementFinalised
from putright.record.state import State


def finalise_statement(writing: Writing, *, on: date) -> State:
    """The written statement of an investigation is agreed, which starts its second clock."""
    return perform(writing, "finalise_statement", lambda _state, asked: [Dated(StatementFinalised(asked.stage), on)])
