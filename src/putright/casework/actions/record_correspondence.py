"""An exchange, in or out, is put on the record with what it said."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import CorrespondenceRecorded
from putright.record.state import State


def record_correspondence(
    writing: Writing, *, on: date, direction: str, channel: str, party: str, text: str, message: str = ""
) -> State:
    """An exchange, in or out, is put on the record with what it said."""
    return perform(
        writing,
        "record_correspondence",
        lambda _state, _asked: [Dated(CorrespondenceRecorded(direction, channel, party, message), on, text)],
    )
