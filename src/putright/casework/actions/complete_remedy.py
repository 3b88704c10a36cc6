"""A remedy is delivered, and what shows it is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import RemedyDone
from putright.record.state import State


def complete_remedy(writing: Writing, *, on: date, remedy: int, evidence: str) -> State:
    """A remedy is delivered, and what shows it is recorded."""
    return perform(
        writing,
        "complete_remedy",
        lambda _state, _asked: [Dated(RemedyDone(remedy, evidence), on)],
    )
