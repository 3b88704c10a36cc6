"""The complainant declines the meeting that was offered."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import MeetingDeclined
from putright.record.state import State


def decline_meeting(writing: Writing, *, on: date) -> State:
    """The complainant declines the meeting that was offered."""
    return perform(
        writing,
        "decline_meeting",
        lambda _state, _asked: [Dated(MeetingDeclined(), on)],
    )
