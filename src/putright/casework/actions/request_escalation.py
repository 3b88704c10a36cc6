"""The complainant asks for the next stage."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import EscalationRequested
from putright.record.state import State


def request_escalation(writing: Writing, *, on: date, grounds: str = "") -> State:
    """The complainant asks for the next stage."""
    return perform(
        writing, "request_escalation", lambda _state, asked: [Dated(EscalationRequested(asked.stage), on, grounds)]
    )
