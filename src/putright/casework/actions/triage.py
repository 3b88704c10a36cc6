"""It is decided under which procedure the representation is handled."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Triaged
from putright.record.state import State


def triage(writing: Writing, *, on: date, procedure: str, reason: str = "") -> State:
    """It is decided under which procedure the representation is handled."""
    return perform(writing, "triage", lambda _state, _asked: [Dated(Triaged(procedure), on, reason)])
