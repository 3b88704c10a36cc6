"""A duty that follows the Ombudsman's decision is done."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import OmbudsmanToldOf
from putright.record.state import State


def record_ombudsman_duty(
    writing: Writing, *, on: date, ombudsman_reference: str, duty: str, evidence: str = ""
) -> State:
    """A duty that follows the Ombudsman's decision is done."""
    return perform(
        writing,
        "record_ombudsman_duty",
        lambda _state, _asked: [Dated(OmbudsmanToldOf(ombudsman_reference, duty), on, evidence)],
    )
