"""What a party said of themselves for equality monitoring is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import EqualityRecorded
from putright.record.state import State


def record_equality(
    writing: Writing, *, on: date, party: int, gender: str, age_band: str, ethnicity: str, disability: str
) -> State:
    """What a party said of themselves for equality monitoring is recorded."""
    return perform(
        writing,
        "record_equality",
        lambda _state, _asked: [Dated(EqualityRecorded(party, gender, age_band, ethnicity, disability), on)],
    )
