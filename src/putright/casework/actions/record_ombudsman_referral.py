"""The Ombudsman refers a matter to the council."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import OmbudsmanReferred
from putright.record.state import State


def record_ombudsman_referral(writing: Writing, *, on: date, ombudsman_reference: str, referral_type: str) -> State:
    """The Ombudsman refers a matter to the council."""
    return perform(
        writing,
        "record_ombudsman_referral",
        lambda _state, _asked: [Dated(OmbudsmanReferred(ombudsman_reference, referral_type), on)],
    )
