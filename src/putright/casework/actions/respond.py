"""The answer of the running stage is sent, with a finding for each concern."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Finding, Responded
from putright.record.state import State


def respond(writing: Writing, *, on: date, findings: tuple[Finding, ...] = (), answer: str = "") -> State:
    """The answer of the running stage is sent, with a finding for each concern."""
    return perform(writing, "respond", lambda _state, asked: [Dated(Responded(asked.stage, findings), on, answer)])
