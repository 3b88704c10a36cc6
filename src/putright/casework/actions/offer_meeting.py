"""A meeting is offered to the complainant."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import MeetingOffered
from putright.record.state import State


def offer_meeting(writing: Writing, *, on: date) -> State:
    """A meeting is offered to the complainant."""
    return perform(writing, "offer_meeting", lambda _state, _asked: [Dated(MeetingOffered(), on)])
