"""The Ombudsman's decision is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import OmbudsmanDecided
from putright.record.state import State


def record_ombudsman_decision(
    writing: Writing, *, on: date, ombudsman_reference: str, decision: str, remedy_pence: int = -1
) -> State:
    """The Ombudsman's decision is recorded."""
    return perform(
        writing,
        "record_ombudsman_decision",
        lambda _state, _asked: [Dated(OmbudsmanDecided(ombudsman_reference, decision, remedy_pence), on)],
    )
